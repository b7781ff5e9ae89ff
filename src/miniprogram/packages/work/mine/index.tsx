import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useActing } from '@/client/acting';
import { today } from '@/client/clock';
import { routes } from '@/client/routes';
import { INTERVIEW_CARE } from '@/domain/jobs/standing';
import { Button, Card, Empty, ErrorState, Notice, Page, PersonGate, Row, Section, Skeleton } from '@/ui';
import { refreshWork, useApplications, useSpells } from '../parts/use-work';
import { inOrder, interviewsAhead, interviewText } from '../parts/words';
import { Application } from './application';
import { copy } from './copy';
import { Now } from './now';
import { Past } from './past';
import '../parts/work.scss';

/** Where I work, interviews ahead, and what I applied for. */
export default function MyWork() {
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why} acts="apply">
        {() => <Mine />}
      </PersonGate>
    </Page>
  );
}

function Mine() {
  const acting = useActing() !== null;
  const { data: all, error, reload } = useApplications();
  const { data: spells } = useSpells(!acting);
  useDidShow(refreshWork);
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <>
      {acting ? (
        <Notice icon="lock" inset>
          {copy.helper}
        </Notice>
      ) : (
        spells && <Now spells={spells} />
      )}
      {!all && (error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />)}
      {all && all.length === 0 && (
        <Empty icon="gangwei" title={copy.none} line={copy.noneLine}>
          <Button to={routes.jobs()} block>
            {copy.look}
          </Button>
        </Empty>
      )}
      {all && all.length > 0 && (
        <>
          <Ahead all={all} />
          <Section title={copy.mine}>
            {inOrder(all).map((one) => (
              <Application
                key={one.id}
                of={one}
                mayStart={!acting && !spells?.some((spell) => spell.posting === one.posting.id)}
              />
            ))}
          </Section>
        </>
      )}
      <Card>
        {!acting && <Row icon="clock" title={copy.hands} line={copy.handsLine} to={routes.hands()} />}
        <Row icon="user" title={copy.card} line={copy.cardLine} to={routes.workCard()} />
        {!acting && (
          <Row icon="message" title={copy.searches} line={copy.searchesLine} to={routes.workSearches()} />
        )}
      </Card>
      {spells && <Past spells={spells} />}
    </>
  );
}

/** The calendar: interviews from today on. */
function Ahead({ all }: { all: Parameters<typeof interviewsAhead>[0] }) {
  const ahead = interviewsAhead(all, today());
  if (ahead.length === 0) return null;
  return (
    <Section title={copy.calendar}>
      <Notice icon="flag" inset>
        {INTERVIEW_CARE}
      </Notice>
      <Card>
        {ahead.map(({ id, posting, interview }) => (
          <Row
            key={id}
            icon="calendar"
            title={interviewText(interview)}
            line={`${posting.title}，${posting.employer}。${interview.place}`}
            to={routes.case(id)}
            stacked
          />
        ))}
      </Card>
    </Section>
  );
}
