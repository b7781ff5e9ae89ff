import { View } from '@tarojs/components';
import { useState } from 'react';
import { contentOf } from '@/client/kept-files';
import { diaryFiles, hasDiaryFiles, useProofs } from '@/client/locker';
import { useOwner } from '@/client/owner';
import type { Picked } from '@/client/pick';
import type { FileRef } from '@/domain/wages/diary';
import { momentInChina } from '@/domain/wages/diary-words';
import { Box, Button, Card, Row, Sheet } from '@/ui';
import { copy } from './copy';

interface FromLockerProps {
  /** the paper they are handed in as */
  title: string;
  onTake: (picked: Picked) => void;
}

/** A proof that is on the phone already is handed in with two taps; it stays in the locker. */
export function FromLocker({ title, onTake }: FromLockerProps) {
  const proofs = useProofs();
  const owner = useOwner();
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState(false);
  const files = open ? diaryFiles(owner) : [];
  if (proofs.length === 0 && !hasDiaryFiles(owner)) return null;
  const take = async (file: FileRef) => {
    const content = await contentOf(file);
    setGone(content === null);
    if (!content) return;
    onTake(content);
    setOpen(false);
  };
  return (
    <>
      <Button
        kind="secondary"
        small
        icon="lock"
        label={`${title}，${copy.locker.button}`}
        onPress={() => {
          setGone(false);
          setOpen(true);
        }}
      >
        {copy.locker.button}
      </Button>
      <Sheet open={open} title={copy.locker.title} onClose={() => setOpen(false)}>
        <View className="form-quiet">{copy.locker.line}</View>
        <Card>
          {[...proofs.map(({ file }) => ({ file, text: '' })), ...files].map(({ file, text }) => (
            <Row
              key={file.file}
              icon={file.type.startsWith('image/') ? 'picture' : 'document'}
              title={file.name}
              line={[momentInChina(file.added_at), text].filter(Boolean).join('，')}
              onPress={() => void take(file)}
            />
          ))}
        </Card>
        <Box className="form-remind" role="status" live="polite">
          {gone ? copy.locker.gone : ''}
        </Box>
        <Button kind="secondary" block onPress={() => setOpen(false)}>
          {copy.locker.close}
        </Button>
      </Sheet>
    </>
  );
}
