import { View } from '@tarojs/components';
import { endActing, useActing } from '@/client/acting';
import { useCaseTodo } from '@/client/case-todo';
import { useMe } from '@/client/me';
import { useKnown, useRegister } from '@/client/register';
import { routes } from '@/client/routes';
import { type MandateService, SERVICE_WORDS } from '@/domain/mandate/services';
import { Button, Card, Row } from '@/ui';
import { copy } from './copy';

/** Family, helpers, and everything about what is known of me. */
export function MyFamily() {
  const { signed, me } = useMe();
  if (!signed) {
    return (
      <Card>
        <CasesRow />
        <Row icon="flag" title={copy.family.complain} to={routes.complain()} dense />
      </Card>
    );
  }
  return (
    <>
      <Card>
        <CasesRow />
        <Row icon="gangwei" title={copy.family.work} to={routes.work()} dense />
      </Card>
      <Card title={copy.family.title}>
        {me?.bound && <Row icon="family" title={copy.family.household} to={routes.household()} dense />}
        <Row
          icon="user"
          title={copy.family.helpers}
          line={copy.family.helpersLine}
          to={routes.helpers()}
          dense
        />
      </Card>
      <Card title={copy.family.mine}>
        {me?.bound && <FactsRow />}
        <Row icon="tasks" title={copy.family.requests} to={routes.requests()} dense />
        <Row icon="search" title={copy.family.looks} to={routes.looks()} dense />
        <Row icon="shield" title={copy.family.consents} to={routes.consents()} dense />
        <Row icon="document" title={copy.family.data} to={routes.myData()} dense />
        <Row icon="flag" title={copy.family.complain} to={routes.complain()} dense />
      </Card>
    </>
  );
}

/** What I filed, with what waits for me. */
function CasesRow() {
  const { tasks, drafts } = useCaseTodo();
  const line =
    tasks.length > 0 ? copy.family.tasks(tasks.length) : drafts > 0 ? copy.family.drafts(drafts) : undefined;
  return <Row icon="tasks" title={copy.family.cases} line={line} to={routes.cases()} dense />;
}

/** How much the register says, from whom and of which day. */
function FactsRow() {
  const { view } = useRegister();
  const { known } = useKnown();
  const told = known.flatMap(({ register }) => register ?? []);
  const newest = told.reduce<(typeof told)[number] | null>(
    (last, one) => (last === null || one.date > last.date ? one : last),
    null,
  );
  const line =
    view === null
      ? undefined
      : newest === null
        ? copy.family.noFacts
        : copy.family.facts(told.length, newest.source, newest.date);
  return <Row icon="document" title={copy.family.register} line={line} to={routes.facts()} dense />;
}

/** While acting: for whom, what is allowed, and the way back. */
export function ActingFor() {
  const acting = useActing();
  if (!acting) return null;
  const { name, services } = acting;
  return (
    <Card title={copy.acting.title(name)}>
      {services?.map((service) => (
        <Row
          key={service}
          icon="status-ok"
          iconClass="ui-ink--ok"
          title={SERVICE_WORDS[service].title}
          line={SERVICE_WORDS[service].line}
          to={DOORS[service]}
          dense
        />
      ))}
      {services?.includes('benefits') && (
        <Row icon="document" title={copy.family.register} to={routes.facts()} dense />
      )}
      <View className="me__wipe">
        <Button block onPress={endActing}>
          {copy.acting.end}
        </Button>
      </View>
    </Card>
  );
}

const DOORS: Readonly<Partial<Record<MandateService, string>>> = {
  benefits: routes.benefits(),
  code: routes.code(),
  requests: routes.requests(),
  apply: routes.cases(),
};
