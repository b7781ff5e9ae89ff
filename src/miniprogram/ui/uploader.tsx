import { View } from '@tarojs/components';
import { useId, useState } from 'react';
import { type Picked, type PickKind, pick, type Upload } from '@/client/uploads';
import { Box } from './box';
import { Button } from './button';
import type { IconName } from './icon';
import { Notice } from './notice';
import { Confirm } from './sheet';
import { UploadTile } from './upload-tile';
import './uploader.scss';

export interface UploaderProps {
  title: string;
  hint?: string;
  /** how many are needed; 0: may be left out */
  min: number;
  max: number;
  files: readonly Upload[];
  onPick: (picked: readonly Picked[]) => void;
  /** @param file its id */
  onDrop: (file: string) => void;
  onRetry: (file: string) => void;
  /** 已有，无需再交 */
  note?: string;
  /** recordings too */
  sound?: boolean;
  /** the page has said title and hint itself */
  bare?: boolean;
}

const PDF = process.env.TARO_ENV === 'h5' ? '选PDF文件' : '从聊天里选PDF';
const WAYS: readonly { kind: PickKind; icon: IconName; text: string }[] = [
  { kind: 'camera', icon: 'camera', text: '拍照' },
  { kind: 'album', icon: 'picture', text: '从相册选' },
  { kind: 'pdf', icon: 'document', text: PDF },
];
const SOUND = {
  kind: 'audio',
  icon: 'speak',
  text: process.env.TARO_ENV === 'h5' ? '选录音' : '从聊天里选录音',
} as const;

/** Papers to hand in: taken with the camera, from the album, or as a PDF; each with how far it has come. */
export function Uploader(props: UploaderProps) {
  const { title, hint, min, max, files, onPick, onDrop, onRetry, note, sound, bare } = props;
  const id = useId();
  const [remark, setRemark] = useState('');
  const [dropping, setDropping] = useState<Upload | null>(null);
  const room = max - files.length;
  const choose = async (kind: PickKind) => {
    setRemark('');
    try {
      const picked = await pick(kind, room);
      if (picked.length > room) setRemark(`最多${max}份，多选的没有加进来。`);
      if (picked.length > 0) onPick(picked.slice(0, room));
    } catch {
      setRemark(`没有打开。请看看手机设置里，是不是没有允许${kind === 'camera' ? '用相机' : '读取文件'}。`);
    }
  };
  return (
    <Box tag="section" className="ui-uploader" labelledBy={id}>
      <Box tag="h2" id={id} className={bare ? 'ui-unseen' : 'ui-uploader__title'}>
        {title}
      </Box>
      {hint && !bare && <View className="ui-uploader__hint">{hint}</View>}
      {note && (
        <Notice tone="ok" icon="status-ok" inset>
          {note}
        </Notice>
      )}
      <Box className="ui-uploader__count" role="status" live="polite">
        {countOf(files, min, max)}
      </Box>
      {files.length > 0 && (
        <Box tag="ul" className="ui-uploader__files" role="list">
          {files.map((file, index) => (
            <UploadTile
              key={file.file}
              file={file}
              number={index + 1}
              onDrop={() => setDropping(file)}
              onRetry={() => onRetry(file.file)}
            />
          ))}
        </Box>
      )}
      {room > 0 && (
        <View className="ui-uploader__ways">
          {[...WAYS, ...(sound ? [SOUND] : [])].map(({ kind, icon, text }) => (
            <Button
              key={kind}
              kind="secondary"
              small
              icon={icon}
              label={`${title}，${text}`}
              onPress={() => void choose(kind)}
            >
              {text}
            </Button>
          ))}
        </View>
      )}
      <Box className="ui-uploader__remark" role="status" live="polite">
        {remark}
      </Box>
      <Confirm
        open={dropping !== null}
        title="删掉这一份？"
        line={dropping?.name}
        yes="删掉"
        onYes={() => {
          if (dropping) onDrop(dropping.file);
          setDropping(null);
        }}
        onNo={() => setDropping(null)}
      />
    </Box>
  );
}

/** 已选2份，1份已传好；还差1份 */
function countOf(files: readonly Upload[], min: number, max: number): string {
  const ready = files.filter(({ state }) => state === 'ready').length;
  const failed = files.filter(({ state }) => state === 'failed').length;
  const good = files.length - failed;
  const parts = files.length > 0 ? [`已选${files.length}份`] : [];
  if (ready > 0) parts.push(`${ready}份已传好`);
  if (failed > 0) parts.push(`${failed}份没传成`);
  if (good < min) parts.push(`${files.length > 0 ? '还差' : '要'}${min - good}份`);
  parts.push(files.length < max ? `最多${max}份` : '已经选满');
  return parts.join('，');
}
