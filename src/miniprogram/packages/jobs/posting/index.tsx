import { View } from '@tarojs/components';
import { momentText, today } from '@/client/clock';
import { lookFrom, useWhere, useWhereKnown, type Where } from '@/client/look-from';
import { routes, useParams } from '@/client/routes';
import { useSavedPostings } from '@/client/saved-jobs';
import { useShare } from '@/client/share';
import { useCall } from '@/client/use-call';
import type { PostingView } from '@/contract/jobs';
import { Button, Card, Empty, ErrorState, Hero, Notice, Page, PhoneLink, Row, Section, Skeleton } from '@/ui';
import { isAway } from '../parts/away';
import { spokenPosting } from '../parts/posting-card';
import { sharedWords, standingWord } from '../parts/standing';
import { farText, payText, placeText } from '../parts/words';
import { copy } from './copy';
import { Checking, Ended } from './ended';
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
  const checking = data?.state === 'checking' ? data : null;
  const shown = data?.state === 'checking' ? null : data;
  // what it said when it was saved stands in for no answer, never for the answer that it is gone
  const posting = shown ?? (isAway(error) ? (saved?.posting ?? null) : null);
  useShare(posting ? `${sharedWords(posting)}，${payText(posting.pay)}` : copy.title, routes.posting(id));
  if (!posting) {
    return (
      <Page title={copy.title}>
        {checking ? (
          <Checking alike={checking.alike} where={where} onPhone={saved !== undefined} id={id} />
        ) : error?.name === 'NotFound' || error?.name === 'InvalidInput' ? (
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
  // an answer that did not come may have been heard before: the saved list asks too
  const over = shown ? undefined : saved?.over;
  const ended = over !== undefined || isOver(posting);
  return (
    <Page
      title={copy.title}
      top={<Top posting={posting} where={where} ended={ended} />}
      bar={ended ? undefined : <Bar posting={posting} />}
    >
      {!shown && saved && (
        <Notice tone="ask" icon="clock" inset live>
          {copy.offline(momentText(saved.at))}
        </Notice>
      )}
      {ended && <Ended posting={posting} where={where} over={over} asked={shown !== null} />}
      {!ended && <Why posting={posting} />}
      <Facts posting={posting} />
      <Place posting={posting} where={where} />
      <Standing posting={posting} />
      <Keep posting={posting} onPhone={saved !== undefined} />
    </Page>
  );
}

/** Also one that was saved while it was open. */
const isOver = ({ state, open_until }: PostingView): boolean => state !== 'open' || open_until < today();

interface OfProps {
  posting: PostingView;
  where: Where | null;
}

function Top({ posting, where, ended }: OfProps & { ended: boolean }) {
  const { verified, title, pay } = posting;
  const line = [farText(posting, where), placeText(posting)].filter(Boolean).join(' · ');
  return (
    <Hero
      status={ended ? 'expired' : verified ? 'eligible' : 'needs_info'}
      word={ended ? copy.gone : standingWord(posting)}
      what={copy.read}
      readout={[spokenPosting(posting, where), posting.about ?? '', ended ? copy.gone : '']}
      name={title}
      title={process.env.TARO_ENV === 'h5' ? `${title}，${payText(pay)}` : payText(pay)}
      line={line}
      size="title"
    />
  );
}

/** Each a fact: of the posting, or of the person. How far it is stands at the top; what has a clause opens there. */
function Why({ posting: { reasons } }: Pick<OfProps, 'posting'>) {
  const told = reasons.filter(({ far }) => !far);
  // kept on the phone before there was such a thing: undefined
  const plain = told.filter(({ passage }) => !passage);
  if (told.length === 0) return null;
  return (
    <Section title={copy.why}>
      <Card>
        {plain.length > 0 && (
          <View className="jobs-reasons">
            {plain.map(({ text }) => (
              <View key={text} className="jobs-reason">
                {text}
              </View>
            ))}
          </View>
        )}
        {told.flatMap(({ text, cite, passage }) =>
          passage ? (
            <Row
              key={text}
              title={passage.said}
              line={cite ?? ''}
              to={routes.document(passage.document, passage.item)}
              dense
            />
          ) : (
            []
          ),
        )}
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
