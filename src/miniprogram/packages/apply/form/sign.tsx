import { View } from '@tarojs/components';
import { useState } from 'react';
import { drawnFile } from '@/client/drawn-file';
import type { EvidenceAsk, Service } from '@/domain/cases';
import { Card, Notice, Section } from '@/ui';
import { Signature } from '@/ui/signature';
import { copy } from './copy';
import { SIGNATURE } from './steps';
import type { UseFilling } from './use-filling';

export const signatureOf = ({ evidence }: Service): EvidenceAsk | undefined =>
  evidence.find(({ id }) => id === SIGNATURE);

/** Signing here, or later with a pen: nobody is kept from filing. */
export function Sign({ filling: { use } }: { filling: UseFilling }) {
  const [png, setPng] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const handed = use.form.files.filter(({ evidence }) => evidence === SIGNATURE);
  const sign = (next: string | null) => {
    for (const { file } of handed) use.dropFile(file);
    setPng(next);
    setFailed(false);
    if (next === null) return;
    try {
      use.addFiles(SIGNATURE, [drawnFile('签名.png', next)]);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Section title={copy.sign.title}>
      <Card pad>
        <View className="form-hint">{copy.sign.line}</View>
        {png === null && handed.length > 0 && (
          <Notice tone="ok" icon="status-ok" inset>
            {copy.sign.here}
          </Notice>
        )}
        <Signature label={copy.sign.by} value={png} onChange={sign} />
        {failed && (
          <Notice tone="ask" icon="flag" inset live>
            {copy.sign.failed}
          </Notice>
        )}
        <View className="form-quiet">{copy.sign.later}</View>
      </Card>
    </Section>
  );
}
