import { View } from '@tarojs/components';
import { today } from '@/client/clock';
import { Card, dateText, Notice, ReadAloud, Section } from '@/ui';
import { Signature } from '@/ui/signature';
import { copy } from './copy';
import { readout } from './text';
import type { UseFilled } from './use-filled';

/** Read first, then signed with a finger, or later with a pen. */
export function SignIt({ filled: { paper, own, digest, stale } }: { filled: UseFilled }) {
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
      </Card>
    </Section>
  );
}
