import { call } from '@/client/call';
import type { Sample } from '@/client/demo';
import { deviceName } from '@/client/device';
import { Card, Problem, Row, Section } from '@/ui';
import { copy, sampleLine } from './copy';
import { useSignIn } from './use-sign-in';

/** One tap each; the line says what is special about this one. */
export function Samples({ samples }: { samples: readonly Sample[] }) {
  const { error, run } = useSignIn();
  return (
    <Section title={copy.samples}>
      <Problem error={error} />
      <Card>
        {samples.map((sample) => (
          <Row
            key={sample.id}
            icon={sample.staff ? 'shield' : 'user'}
            title={sample.name}
            line={sampleLine(sample)}
            dense
            onPress={() =>
              run(() => call('session.sample', { id: sample.id, device: deviceName() }, { once: true }))
            }
          />
        ))}
      </Card>
    </Section>
  );
}
