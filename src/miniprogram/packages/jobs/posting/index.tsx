import { View } from '@tarojs/components';
import { momentText } from '@/client/clock';
import { lookFrom, useWhere, useWhereKnown, type Where } from '@/client/look-from';
import { routes, useParams } from '@/client/routes';
import { useSavedPostings } from '@/client/saved-jobs';
import { useShare } from '@/client/share';
import { useCall } from '@/client/use-call';
import type { PostingView } from '@/contract/jobs';
import { Button, Card, Empty, ErrorState, Hero, Notice, Page, PhoneLink, Section, Skeleton } from '@/ui';
import { PostingCard, spokenPosting } from '../parts/posting-card';
import { farText, payText, placeText } from '../parts/words';
import { copy } from './copy';
import { Facts } from './facts';
import { Keep } from './keep';
import { Place } from './place';
import { Standing } from './standing';
import './index.scss';

/** One posting, all of it: what is not said stands there as not said. */
export default function PostingPage() {
  const { id = '' } = useParams<'id'>();
  const where = useWhere();
  const known = useWhereKnown();
  const { data, error, reload } = useCall(
    'jobs.show',
    { id, ...(where && { from: lookFrom(where) }) },
    known,
  );
  const saved = useSavedPostings().find(({ posting }) => posting.id === id);
  const posting = data ?? (error ? (saved?.posting ?? null) : null);
  useShare(posting ? `${posting.title}，${payText(posting.pay)}` : copy.title, routes.posting(id));
  if (!posting) {
    return (
      <Page title={copy.title}>
        {error?.name === 'NotFound' || error?.name === 'InvalidInput' ? (
          <Empty icon="gangwei" title={copy.notFound} line={copy.notFoundLine}>
            <Button to={routes.jobs()} block>
              {copy.others}
            </Button>
          </Empty>
        ) : error ? (
          <ErrorState error={error} onRetry={() => void reload()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </Page>
    );
  }
  const ended = posting.state !== 'open';
  return (
    <Page
      title={copy.title}
      top={<Top posting={posting} where={where} />}
      bar={ended ? undefined : <Bar posting={posting} />}
    >
      {!data && saved && (
        <Notice tone="ask" icon="clock" inset live>
          {copy.offline(momentText(saved.at))}
        </Notice>
      )}
      {ended && <Ended posting={posting} where={where} />}
      <Why posting={posting} />
      <Facts posting={posting} />
      <Place posting={posting} where={where} />
      <Standing posting={posting} />
      <Keep posting={posting} onPhone={saved !== undefined} />
    </Page>
  );
}

interface OfProps {
  posting: PostingView;
  where: Where | null;
}

function Top({ posting, where }: OfProps) {
  const { state, verified, title, pay } = posting;
  const ended = state !== 'open';
  const line = [farText(posting, where), placeText(posting)].filter(Boolean).join(' · ');
  return (
    <Hero
      status={ended ? 'expired' : verified ? 'eligible' : 'needs_info'}
      word={ended ? copy.gone : verified ? copy.verified : copy.unverified}
      what={copy.read}
      readout={[spokenPosting(posting, where), posting.about ?? '', ended ? copy.gone : '']}
      name={title}
      title={process.env.TARO_ENV === 'h5' ? `${title}，${payText(pay)}` : payText(pay)}
      line={line}
      size="title"
    />
  );
}

/** It is over: what is like it. */
function Ended({ posting: { state, reason, alike }, where }: OfProps) {
  const known = state === 'closed' || state === 'withdrawn' || state === 'expired';
  return (
    <>
      <Notice icon="status-none" title={copy.gone} inset>
        {reason ?? copy.goneWhy[known ? state : 'other']}
      </Notice>
      <Section title={copy.alike}>
        {alike.length > 0 ? (
          <Card>
            {alike.map((one) => (
              <View key={one.id} className="jobs-row">
                <PostingCard posting={one} where={where} />
              </View>
            ))}
          </Card>
        ) : (
          <Empty icon="gangwei" title={copy.noAlike}>
            <Button to={routes.service('find-work')} block>
              {copy.applyInstead}
            </Button>
          </Empty>
        )}
      </Section>
    </>
  );
}

/** Each a fact: of the posting, or of the person. */
function Why({ posting: { reasons } }: Pick<OfProps, 'posting'>) {
  if (reasons.length === 0) return null;
  return (
    <Section title={copy.why}>
      <Card pad>
        {reasons.map(({ text, cite }) => (
          <View key={text} className="jobs-reason">
            {cite ? `${text}（${cite}）` : text}
          </View>
        ))}
      </Card>
    </Section>
  );
}

function Bar({ posting: { id, phone, gathering } }: Pick<OfProps, 'posting'>) {
  // kept on the phone before there was such a thing: undefined
  if (gathering)
    return (
      <Button block to={routes.gathering(id)}>
        {copy.hands(gathering.people, gathering.joined)}
      </Button>
    );
  return (
    <>
      <PhoneLink number={phone ?? '12333'}>{phone ? copy.call : copy.noPhone}</PhoneLink>
      <Button block to={routes.workApply(id)}>
        {copy.apply}
      </Button>
    </>
  );
}
