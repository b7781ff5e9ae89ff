import { View } from '@tarojs/components';
import { BLANK } from '@/domain/wages/papers';
import { Button, Sheet, TextField } from '@/ui';
import { copy } from './copy';
import { names, writable } from './text';
import type { UseFilled } from './use-filled';

interface EditSheetProps {
  /** null: nothing is being changed */
  block: string | null;
  filled: UseFilled;
  onClose: () => void;
}

/** The words of one block: kept at each letter. */
export function EditSheet({ block, filled: { paper, original, own }, onClose }: EditSheetProps) {
  const at = paper.blocks.find((one) => writable(one)?.id === block);
  const text = at ? (writable(at)?.text ?? '') : (own.edits[block ?? ''] ?? '');
  const name = (block !== null && names(paper)[block]) || copy.edit.part;
  const { hint, lines, notKept, done, back } = copy.edit;
  const long = at?.kind === 'text' || at?.kind === 'list';
  return (
    <Sheet open={block !== null} title={copy.spoken(name)} onClose={onClose}>
      <View className="paper-edit">
        <TextField
          label={name}
          hint={at?.kind === 'list' ? `${hint}${lines}` : hint}
          error={own.kept ? undefined : notKept}
          // alone it is only a place to write, inside a sentence it shows where
          value={text === BLANK ? '' : text}
          maxLength={long ? 3000 : 500}
          onChange={(typed) => block !== null && own.write(block, typed)}
        />
      </View>
      <View className="ui-sheet__actions">
        {block !== null && original[block] !== undefined && (
          <Button kind="secondary" block onPress={() => own.write(block, null)}>
            {back}
          </Button>
        )}
        <Button block onPress={onClose}>
          {done}
        </Button>
      </View>
    </Sheet>
  );
}
