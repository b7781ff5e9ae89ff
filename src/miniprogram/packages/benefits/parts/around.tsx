import { View } from '@tarojs/components';
import type { BenefitView } from '@/client/benefit-view';
import { useKnown, useRegister } from '@/client/register';
import { routes } from '@/client/routes';
import { useSummary } from '@/client/summary';
import type { Pack } from '@/domain/eligibility';
import { Button, Card, dateText, Notice, Problem } from '@/ui';
import { copy } from './copy';

/** The documents of this place have ended: said once, with the way to read them. */
export function Expired({ pack, asOf }: { pack: Pack; asOf: string }) {
  const ended = pack.documents.find(({ effective: { to } }) => to !== null && to < asOf);
  if (!ended?.effective.to) return null;
  return (
    <Notice
      inset
      icon="status-none"
      title={copy.expired.title(dateText(ended.effective.to))}
      action={{ text: copy.expired.read, to: routes.document(ended.id) }}
    >
      {copy.expired.line}
    </Notice>
  );
}

interface ElsewhereProps {
  views: readonly BenefitView[];
  name: string;
  member: string | undefined;
}

export function Elsewhere({ views, name, member }: ElsewhereProps) {
  const { known } = useKnown(member);
  if (views.length === 0 || views.some(({ decision }) => decision.reason !== 'jurisdiction')) return null;
  const registered = known.some(({ fact, by }) => fact === 'home_county' && by === 'register');
  return (
    <Notice
      inset
      tone="ask"
      icon="location"
      action={
        registered
          ? { text: copy.changePlace, to: routes.choosePlace() }
          : { text: copy.changeAnswer, to: routes.check({ fact: 'home_county' }) }
      }
    >
      {registered ? copy.registeredElsewhere(name) : copy.elsewhere(name)}
    </Notice>
  );
}

/** The register could not be read: what is shown rests on the answers alone. */
export function NoRegister({ member }: { member: string | undefined }) {
  const { view, error } = useRegister(member);
  if (view || !error) return null;
  if (error.name === 'NotAllowed') {
    return (
      <Notice inset tone="ask" icon="lock">
        {copy.notAllowed}
      </Notice>
    );
  }
  return <Problem error={error} line={copy.noRegister} />;
}

/** The way back into the questions, as long as one is left. */
export function GoOn() {
  const summary = useSummary();
  if (!summary?.next) return null;
  return (
    <Card pad>
      {!summary.started && <View className="list-begin">{copy.begin}</View>}
      <Button block to={routes.check()}>
        {copy.goOn(summary.questions)}
      </Button>
    </Card>
  );
}
