import { View } from '@tarojs/components';
import type { PostFlagView } from '@/contract/posts';
import { StatusTag } from '@/ui';
import { copy } from './copy';

/** What to look at, each with where it says so; a flag refuses nothing. */
export function Flags({ flags }: { flags: readonly PostFlagView[] }) {
  if (flags.length === 0) return null;
  return (
    <View>
      <StatusTag status="warning" word={copy.flags(flags.length)} />
      {flags.map(({ kind, text, basis }) => (
        <View key={kind} className="desk-flag">
          <View>{text}</View>
          {(basis || kind === 'relative' || kind === 'declared' || kind === 'household') && (
            <View className="desk-quiet">{basis ? copy.basis(basis.item, basis.quote) : copy.noBasis}</View>
          )}
        </View>
      ))}
    </View>
  );
}
