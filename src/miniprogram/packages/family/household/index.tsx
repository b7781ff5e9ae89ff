import { View } from '@tarojs/components';
import { useActing } from '@/client/acting';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { MeView } from '@/contract/session';
import { Card, Empty, ErrorState, Page, PersonGate, ReadAloud, Row, Skeleton, StatusTag } from '@/ui';
import { copy } from './copy';
import { HideSwitch } from './hide-switch';
import './index.scss';

/** Who is in the household, and whether their details can be opened. */
export default function Household() {
  return (
    <Page title={copy.title}>
      <PersonGate need="bound" acts="benefits" why={copy.why}>
        {(me) => <Members me={me} />}
      </PersonGate>
    </Page>
  );
}

function Members({ me }: { me: MeView }) {
  const acting = useActing();
  const own = acting ? copy.holder : copy.self;
  const { data, error, reload } = useCall('household.mine', {});
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={6} />;
  const spoken = data.map(
    ({ name, relation, self, minor, details }) =>
      `${name}，${self ? own : relation}${minor ? `，${copy.minor}` : ''}，${copy.details[details]}`,
  );
  return (
    <>
      <View className="family-head">
        <View className="family-head__line">{copy.line}</View>
        <ReadAloud kind="round" what={copy.readAloud} text={spoken} />
      </View>
      <Card>
        {data.map(({ id, name, relation, self, minor, details }) => (
          <Row
            key={id}
            icon={self ? 'user' : 'family'}
            title={name}
            line={`${self ? own : relation} · ${copy.details[details]}`}
            note={minor ? copy.minor : undefined}
            trailing={details === 'open' ? undefined : <StatusTag status="none" word={LOCKED[details]} />}
            to={self ? routes.benefits() : routes.member(id)}
            stacked
          />
        ))}
      </Card>
      {data.length === 1 && <Empty icon="family" title={copy.alone} line={copy.aloneLine} />}
      {!acting && (
        <Card>
          <HideSwitch me={me} />
        </Card>
      )}
    </>
  );
}

const LOCKED = { hidden: '看不了', guardian_only: '看不了', consent_needed: '待同意' } as const;
