import { View } from '@tarojs/components';
import type { Where } from '@/client/look-from';
import { routes } from '@/client/routes';
import type { PostingLine } from '@/contract/jobs';
import { POSTING_KINDS } from '@/domain/jobs';
import { Icon, Press } from '@/ui';
import { copy } from './copy';
import { standingWord } from './standing';
import { dayText, farText, payText, placeText, sameAsText } from './words';
import './jobs.scss';

interface PostingCardProps {
  posting: PostingLine;
  where: Where | null;
  /** a quiet line at the end: when it was saved */
  note?: string | undefined;
  /** it has ended, in words: before everything else */
  over?: string | undefined;
}

/** One posting as a line: what, for how much, how far, who, and why it is shown. */
export function PostingCard({ posting, where, note, over }: PostingCardProps) {
  const { id, title, employer, kind, pay, monthly, verified, starts_on } = posting;
  const far = farText(posting, where);
  const sameAs = sameAsText(monthly, kind);
  const why = whyTexts(posting);
  return (
    <Press
      className="jobs-card"
      to={routes.posting(id)}
      spoken={[over, spokenPosting(posting, where)].filter(Boolean).join('，')}
    >
      {over && (
        <View className="jobs-card__over">
          <Icon name="status-none" size={18} />
          <View>{over}</View>
        </View>
      )}
      <View className="jobs-card__title">{title}</View>
      <View className={pay ? 'jobs-card__pay' : 'jobs-card__line'}>
        {payText(pay)}
        {sameAs && <View className="jobs-card__same">{sameAs}</View>}
      </View>
      <View className="jobs-card__line">{[far, placeText(posting)].filter(Boolean).join(' · ')}</View>
      <View className="jobs-card__line">{`${employer} · ${POSTING_KINDS[kind].title}`}</View>
      <View className="jobs-card__marks">
        <View className={`jobs-mark ${verified ? 'jobs-mark--ok' : ''}`}>
          <Icon name={verified ? 'shield' : 'status-ask'} size={18} />
          <View>{standingWord(posting)}</View>
        </View>
        {starts_on && <View className="jobs-mark">{copy.starts(dayText(starts_on))}</View>}
      </View>
      {why.length > 0 && <View className="jobs-card__why">{why.join('；')}</View>}
      {note && <View className="jobs-card__note">{note}</View>}
    </Press>
  );
}

/** How far it is stands above them already, with the time it takes; what gives nobody anything by name, on its page. */
const whyTexts = ({ reasons }: PostingLine): readonly string[] =>
  reasons.filter(({ far, passage }) => !far && passage?.benefit !== null).map(({ text }) => text);

/** The same as one sentence. */
export const spokenPosting = (posting: PostingLine, where: Where | null): string =>
  [
    posting.title,
    payText(posting.pay),
    sameAsText(posting.monthly, posting.kind),
    farText(posting, where),
    placeText(posting),
    posting.employer,
    standingWord(posting),
    ...whyTexts(posting),
  ]
    .filter(Boolean)
    .join('，');
