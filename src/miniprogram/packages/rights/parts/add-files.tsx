import { View } from '@tarojs/components';
import { useState } from 'react';
import { type KeptFile, keepFile } from '@/client/kept-files';
import { type PickKind, pick } from '@/client/pick';
import { canRecord } from '@/client/voice';
import type { FileRef } from '@/domain/wages/diary';
import { Box, Busy, Button, type IconName } from '@/ui';
import { copy } from './files-copy';
import { VoiceSheet } from './voice-sheet';
import './files.scss';

interface AddFilesProps {
  /** what they are added to, for screen readers */
  label: string;
  kinds: readonly PickKind[];
  /** kept on the phone already */
  onAdd: (file: FileRef) => void;
}

const ICONS: Readonly<Record<PickKind, IconName>> = {
  camera: 'camera',
  album: 'picture',
  pdf: 'document',
  audio: 'speak',
};

/** Ways to add a proof: camera, album, file, a note said. Each is kept on the phone before it is shown. */
export function AddFiles({ label, kinds, onAdd }: AddFilesProps) {
  const [busy, setBusy] = useState(false);
  const [remark, setRemark] = useState('');
  const [voice, setVoice] = useState(false);
  const take = (kept: KeptFile) => (kept.ok ? onAdd(kept.file) : setRemark(kept.problem));
  const choose = async (kind: PickKind) => {
    setRemark('');
    try {
      const picked = await pick(kind, MOST);
      setBusy(picked.length > 0);
      for (const one of picked.slice(0, MOST)) take(await keepFile(one));
    } catch {
      setRemark(copy.notOpened(kind === 'camera'));
    }
    setBusy(false);
  };
  const record = () => {
    setRemark('');
    if (canRecord()) setVoice(true);
    else setRemark(copy.noRecorder);
  };
  return (
    <View className="files-add">
      <View className="files-add__ways">
        {kinds.map((kind) => (
          <Button
            key={kind}
            kind="secondary"
            small
            icon={ICONS[kind]}
            label={`${label}，${copy.ways[kind]}`}
            onPress={() => void choose(kind)}
          >
            {copy.ways[kind]}
          </Button>
        ))}
        <Button kind="secondary" small icon="speak" label={`${label}，${copy.record}`} onPress={record}>
          {copy.record}
        </Button>
      </View>
      {busy && <Busy>{copy.keeping}</Busy>}
      <Box className="files-add__remark" role="status" live="polite">
        {remark}
      </Box>
      <VoiceSheet open={voice} onClose={() => setVoice(false)} onDone={take} />
    </View>
  );
}

const MOST = 9;
