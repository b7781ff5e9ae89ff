import { View } from '@tarojs/components';
import type { Limit, LimitOf, Service } from '@/domain/cases';
import { Card, Num, Row, Section } from '@/ui';
import { copy } from './copy';

const LIMITS: readonly LimitOf[] = ['accept', 'decide', 'pay'];

/** What happens when it is sent, what it means in law, and how long each part may take, with who says so. */
export function After({ service }: { service: Service }) {
  const { steps, effect, workflow } = service;
  const limits = LIMITS.flatMap((of) => {
    const limit = workflow.limits[of];
    return limit ? [{ of, limit }] : [];
  });
  return (
    <>
      <Section title={copy.effect(effect.kind)}>
        <Card pad>{effect.text}</Card>
      </Section>
      <Section title={copy.steps}>
        <Card pad>
          {steps.map((step, index) => (
            <View key={step} className="intro-step">
              <Num n={index + 1} />
              <View className="intro-step__words">{step}</View>
            </View>
          ))}
        </Card>
      </Section>
      <Section title={copy.limits}>
        <Card>
          {limits.length === 0 && <Row icon="clock" title={copy.noLimit} dense />}
          {limits.map(({ of, limit }) => (
            <Row
              key={of}
              icon="clock"
              title={`${copy.limitOf[of]}：${copy.limit(limit)}`}
              line={basisOf(limit)}
              dense
            />
          ))}
        </Card>
      </Section>
    </>
  );
}

/** Whose time limit it is. What an office sets itself is never given as the document's. */
function basisOf({ basis, quote = '', rule, item = '' }: Limit): string {
  if (rule !== undefined) return copy.basis.rule(item);
  return basis === 'office' ? copy.basis.office : copy.basis[basis](quote);
}
