import { View } from '@tarojs/components';
import { useState } from 'react';
import { useJobs } from '@/client/diary';
import { usePack } from '@/client/pack';
import { routes } from '@/client/routes';
import { useShare } from '@/client/share';
import { Button, Card, Heading, Notice, Page, PhoneLink, ReadAloud, Row, Section } from '@/ui';
import { FiledCases } from '@/ui/filed-cases';
import { useWageForm, WAGE_SERVICES } from '../parts/form-gate';
import { copy } from './copy';
import { useBegin } from './use-begin';
import { WhichJob } from './which-job';
import './index.scss';

/** Unpaid wages: help now, what to keep while working, and what was filed. */
export default function Rights() {
  useShare(copy.title, routes.rights());
  const form = useWageForm(undefined);
  const jobs = useJobs();
  const begin = useBegin();
  const [asking, setAsking] = useState(false);
  const answered = form ? Object.keys(form.answers).length : 0;
  const [only = null] = jobs.length === 1 ? jobs : [];
  const start = () => (jobs.length > 1 ? setAsking(true) : begin(only));
  return (
    <Page title={copy.title}>
      <Card pad>
        <View className="rights-head">
          <Heading className="rights-head__title">{copy.head}</Heading>
          <ReadAloud kind="round" what={copy.title} text={[copy.head, copy.line]} />
        </View>
        <View className="rights-head__line">{copy.line}</View>
        {form && answered > 0 ? (
          <View className="rights-head__buttons">
            <Button block to={routes.apply(form.service)}>
              {copy.goOn}
            </Button>
            <View className="rights-head__note">{copy.progress(answered)}</View>
            <Button kind="secondary" block to={routes.wageWays(form.id)}>
              {copy.ways}
            </Button>
          </View>
        ) : (
          <View className="rights-head__buttons">
            <Button icon="taoxin" block onPress={start}>
              {copy.help}
            </Button>
            {only && (
              <>
                <View className="rights-head__note">{copy.withJob(only.title)}</View>
                <Button kind="ghost" small onPress={() => begin(null)}>
                  {copy.which.other}
                </Button>
              </>
            )}
          </View>
        )}
      </Card>
      <Notice tone="no" icon="flag" title={copy.danger} inset>
        {copy.dangerLine}
      </Notice>
      <PhoneLink number="110" block />
      <FiledCases title={copy.cases} services={WAGE_SERVICES} />
      <Section title={copy.before}>
        <Card>
          <Row icon="calendar" title={copy.diary.title} line={copy.diary.line} to={routes.diary()} />
          <Row icon="lock" title={copy.locker.title} line={copy.locker.line} to={routes.locker()} />
        </Card>
      </Section>
      <Section title={copy.more}>
        <Card>
          <Row icon="clock" title={copy.clock.title} line={copy.clock.line} to={routes.wageClock({})} />
          <Row icon="butie" title={copy.amount.title} line={copy.amount.line} to={routes.wageAmount()} />
          <Row icon="document" title={copy.papers.title} line={copy.papers.line} to={routes.papers()} />
          <Row icon="family" title={copy.group.title} line={copy.group.line} to={routes.wageGroup()} />
        </Card>
      </Section>
      <Elsewhere />
      <Says />
      <WhichJob
        open={asking}
        jobs={jobs}
        onClose={() => setAsking(false)}
        onChoose={(job) => {
          setAsking(false);
          begin(job);
        }}
      />
    </Page>
  );
}

function Elsewhere() {
  return (
    <Section title={copy.elsewhere}>
      <Card>
        <Row icon="link" title={copy.platform.title} line={copy.platform.line} dense />
        {(['12333', '12348'] as const).map((number) => (
          <View key={number} className="rights-call">
            <View className="rights-call__about">{copy.about[number]}</View>
            <PhoneLink number={number} />
          </View>
        ))}
      </Card>
    </Section>
  );
}

/** What the documents of the chosen place say of unpaid wages. */
function Says() {
  const { pack } = usePack();
  const benefits = pack?.benefits.filter(({ area }) => area === 'arrears') ?? [];
  if (benefits.length === 0) return null;
  return (
    <Section title={copy.says}>
      <Card>
        {benefits.map(({ id, title, plain }) => (
          <Row key={id} title={title} line={plain} to={routes.benefit(id)} stacked />
        ))}
      </Card>
    </Section>
  );
}
