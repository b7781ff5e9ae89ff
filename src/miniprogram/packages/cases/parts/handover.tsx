import { View } from '@tarojs/components';
import { useState } from 'react';
import { copyText } from '@/client/save-file';
import { useService } from '@/client/services';
import type { CaseView } from '@/contract/cases';
import { Box, Button, Card, Num, Row, Section } from '@/ui';
import { bundleCopy as copy } from './bundle-copy';

/** A step that is done in another place: what to do there, and everything that was said, to be copied. */
export function Handover({ view: { state, service: id, answers } }: { view: CaseView }) {
  const { service } = useService(id);
  const [said, setSaid] = useState('');
  if (state !== 'self' && !(state === 'waiting' && service?.handover)) return null;
  const text = answers.map(({ label, text: value }) => `${label}：${value}`).join('\n');
  const take = () =>
    copyText(text).then(
      () => setSaid(copy.copied),
      () => setSaid(copy.copyFailed),
    );
  return (
    <Section title={copy.handover}>
      <Card pad>
        <View>{copy.handoverLine}</View>
        {service?.steps.map((step, at) => (
          <View key={step} className="case-step__do">
            <Num n={at + 1} />
            <View className="case-step__words">{step}</View>
          </View>
        ))}
      </Card>
      <Card>
        {answers.map(({ id: at, label, text: value }) => (
          <Row key={at} title={label} line={value} dense />
        ))}
      </Card>
      <Button kind="secondary" icon="copy" block onPress={() => void take()}>
        {copy.copy}
      </Button>
      <Box className="case-quiet" role="status" live="polite">
        {said}
      </Box>
    </Section>
  );
}
