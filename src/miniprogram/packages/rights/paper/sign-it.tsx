import { View } from '@tarojs/components';
import { today } from '@/client/clock';
import type { Form } from '@/client/forms';
import { useService } from '@/client/services';
import { Card, dateText, Notice, ReadAloud, Section } from '@/ui';
import { Signature } from '@/ui/signature';
import { copy } from './copy';
import { HandIn } from './hand-in';
import { readout } from './text';
import type { UseFilled } from './use-filled';

interface SignItProps {
  filled: UseFilled;
  /** what it is filled from; null: nothing yet */
  form: Form | null;
}

/** Read first, then signed with a finger, or later with a pen. */
export function SignIt({ filled: { paper, own, digest, stale }, form }: SignItProps) {
  const { service } = useService(form?.service ?? '');
  const { title, first, listen, by, later, on } = copy.sign;
  const line = paper.blocks.find((block) => block.kind === 'signature');
  if (line?.kind !== 'signature') return null;
  const sign = (png: string | null) => own.sign(png === null ? null : { png, on: today(), of: digest });
  return (
    <Section title={title}>
      <Card pad>
        <View className="paper-sign__first">{first}</View>
        <ReadAloud what={`${copy.read}，${listen}`} text={readout(paper)} />
        {stale && (
          <Notice tone="ask" icon="flag" title={copy.sign.stale.title} inset live>
            {copy.sign.stale.line}
          </Notice>
        )}
        <Signature
          key={stale ? 'stale' : 'sign'}
          label={line.label || by}
          value={stale ? null : (own.signed?.png ?? null)}
          onChange={sign}
        />
        <View className="paper-quiet">{own.signed && !stale ? on(dateText(own.signed.on)) : later}</View>
        {own.signed && !stale && form && service && (
          <HandIn service={service} form={form} png={own.signed.png} />
        )}
      </Card>
    </Section>
  );
}
