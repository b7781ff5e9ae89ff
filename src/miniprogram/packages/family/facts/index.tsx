import { View } from '@tarojs/components';
import { knownText } from '@/client/known-text';
import { usePack } from '@/client/pack';
import { useKnown, useRegister } from '@/client/register';
import { routes } from '@/client/routes';
import {
  Button,
  Empty,
  ErrorState,
  KnownFacts,
  Page,
  PersonGate,
  ReadAloud,
  Section,
  Skeleton,
  Withheld,
} from '@/ui';
import { copy } from './copy';
import './index.scss';

/** Everything the register says of me, with source and day, and 这不对 at each. */
export default function Facts() {
  return (
    <Page title={copy.title}>
      <PersonGate need="bound" acts="benefits" why={copy.why}>
        {() => <Known />}
      </PersonGate>
    </Page>
  );
}

function Known() {
  const { view, error, reload } = useRegister();
  const { known } = useKnown();
  const { pack } = usePack();
  if (!view) return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton lines={8} />;
  const registered = known.filter(({ register }) => register !== null);
  const own = known.filter(({ register }) => register === null);
  const spoken = registered.map((one) => {
    const { title, value, source } = knownText(one, pack?.region);
    return `${title}，${value ?? ''}，${source}`;
  });
  return (
    <>
      <Withheld kinds={view.withheld} />
      {registered.length === 0 ? (
        <Empty icon="document" title={copy.none} line={copy.noneLine}>
          <Button to={routes.check()} block>
            {copy.answer}
          </Button>
        </Empty>
      ) : (
        <Section title={copy.register} aside={<ReadAloud what={copy.readAloud} text={spoken} />}>
          <View className="facts-line">{copy.line}</View>
          <KnownFacts known={registered} region={pack?.region} />
        </Section>
      )}
      {own.length > 0 && (
        <Section title={copy.own}>
          <View className="facts-line">{copy.ownLine}</View>
          <KnownFacts known={own} region={pack?.region} />
        </Section>
      )}
    </>
  );
}
