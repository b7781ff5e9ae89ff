import { Image, View } from '@tarojs/components';
import { createElement } from 'react';
import { routes } from '@/client/routes';
import type { NewsView } from '@/contract/news';
import { Card, Heading, Notice, Quote, ReadAloud, Row, Section } from '@/ui';
import { copy, kindWord } from './copy';
import './body.scss';

interface BodyProps {
  view: NewsView;
  /** `data:` of the picture; null: it is not here */
  picture: string | null;
}

/** One item as it is read: what it says, the law's own words, whom it touches. The desk looks at the same before publishing. */
export function NewsBody({ view, picture }: BodyProps) {
  const { title, text, document, passages, touches } = view;
  const who = touches.map((one) => `${one.title}：${one.who.join('，')}`);
  return (
    <>
      <Standing document={document} />
      <Card pad>
        <View className="news-kind">{kindWord(view)}</View>
        <Heading className="news-title">{title}</Heading>
        <View className="news-from">{`${view.place} · ${copy.from(view)}`}</View>
        {view.picture !== null && <Picture src={picture} says={view.picture} />}
        <View className="news-text">
          {text.split('\n').map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text have no other name
            <View key={index} className="news-text__p">
              {line}
            </View>
          ))}
        </View>
        <ReadAloud
          what={copy.read}
          text={[title, text, copy.who, ...(who.length > 0 ? who : [copy.whoNone])]}
        />
      </Card>
      <Section title={copy.who}>
        {touches.length > 0 && <View className="news-quiet">{copy.whoLine}</View>}
        <Card>
          {touches.length === 0 && <Row title={copy.whoNone} />}
          {touches.map((one) => (
            <Row
              key={one.benefit}
              icon="family"
              title={one.title}
              line={one.who.join('；')}
              to={routes.benefit(one.benefit)}
              stacked
            />
          ))}
        </Card>
      </Section>
      <Section title={copy.passages}>
        {passages.map((passage) => (
          <Quote
            key={passage.item}
            text={passage.text}
            source={copy.source(document.number, passage.item)}
            to={routes.document(document.id, passage.item)}
          />
        ))}
      </Section>
    </>
  );
}

function Standing({ document: { standing, to } }: Pick<NewsView, 'document'>) {
  if (to === null || (standing !== 'ended' && standing !== 'ending')) return null;
  const ended = standing === 'ended';
  return (
    <Notice
      tone={ended ? 'none' : 'ask'}
      icon={ended ? 'status-none' : 'clock'}
      title={ended ? copy.ended(to) : copy.ending(to)}
      inset
    >
      {ended ? copy.endedLine : copy.endingLine}
    </Notice>
  );
}

/** What it shows stands below it, for everybody. */
function Picture({ src, says }: { src: string | null; says: string }) {
  return (
    <View className="news-picture">
      {src !== null &&
        process.env.TARO_ENV === 'h5' &&
        createElement('img', { className: 'news-picture__image', src, alt: '' })}
      {src !== null && process.env.TARO_ENV !== 'h5' && (
        <Image className="news-picture__image" src={src} mode="widthFix" aria-hidden="true" />
      )}
      <View className="news-quiet">{`${copy.picture}：${says}`}</View>
      {src === null && <View className="news-quiet">{copy.pictureWaits}</View>}
    </View>
  );
}
