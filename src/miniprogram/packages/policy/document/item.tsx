import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { areaOf } from '@/client/areas';
import { useBenefitViews } from '@/client/benefit-views';
import { decisionStatus } from '@/client/decision-status';
import { routes } from '@/client/routes';
import { sentenceAround } from '@/client/sentences';
import type { Pack } from '@/domain/eligibility/pack';
import type { PolicyDocument, PolicyItem } from '@/domain/eligibility/types';
import { Card, Heading, Quote, ReadAloud, Row, Section } from '@/ui';
import { copy } from '../parts/copy';
import { citing } from '../parts/item-list';
import { itemName } from '../parts/search';
import './head.scss';

interface ItemProps {
  document: PolicyDocument;
  item: PolicyItem;
  quote: string | undefined;
  pack: Pack | null;
}

/** With large text the marked sentence may stand below the fold: the page moves down to it. */
function showMark(): void {
  Taro.nextTick(() => {
    Taro.createSelectorQuery()
      .select('.ui-mark')
      .boundingClientRect()
      .exec(([mark]: ({ top: number } | null)[]) => {
        const { windowHeight } = Taro.getWindowInfo();
        if (!mark || mark.top < windowHeight * 0.7) return;
        Taro.pageScrollTo({ scrollTop: mark.top - windowHeight * 0.3, duration: 0 }).catch(() => undefined);
      });
  });
}

export function Item({ document, item, quote, pack }: ItemProps) {
  const { views } = useBenefitViews();
  useEffect(() => {
    if (quote) showMark();
  }, [quote]);
  const benefits = citing(pack, document.id, item.key);
  const statusOf = (id: string) => {
    const view = views.find(({ benefit }) => benefit.id === id);
    return view && decisionStatus(view.benefit, view.decision);
  };
  return (
    <>
      <View className="document-item">
        <View className="document-item__words">
          <View className="document-item__number">{document.number}</View>
          <Heading className={item.label ? 'document-item__title' : 'ui-h2'}>{itemName(item)}</Heading>
        </View>
        <ReadAloud text={[itemName(item), item.text]} what="这一条" />
      </View>
      <Quote
        text={item.text}
        passages={quote ? [{ quote: sentenceAround(item.text, quote), mark: true }] : []}
      />
      {benefits.length > 0 && (
        <Section title={copy.restOnIt}>
          <Card>
            {benefits.map(({ id, title, area }) => (
              <Row
                key={id}
                icon={areaOf(area).icon}
                title={title}
                status={statusOf(id)}
                to={routes.benefit(id)}
                dense
              />
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}
