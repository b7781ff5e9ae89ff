import { View } from '@tarojs/components';
import type { FormFile } from '@/client/form';
import { type Picked, type PickKind, pick } from '@/client/uploads';
import { Button } from './button';

export interface UploaderProps {
  title: string;
  hint?: string;
  /** how many are needed; 0: may be left out */
  min: number;
  max: number;
  files: readonly FormFile[];
  onPick: (picked: readonly Picked[]) => void;
  /** @param file its id */
  onDrop: (file: string) => void;
  onRetry: (file: string) => void;
  /** 已有，无需再交 */
  note?: string;
}

/** Papers to hand in: taken with the camera, from the album, or as a PDF; each with how far it has come. */
export function Uploader({ title, max, files, onPick }: UploaderProps) {
  const choose = async (kind: PickKind) => onPick(await pick(kind, max - files.length));
  return (
    <View className="ui-uploader">
      {title}
      <Button onPress={() => void choose('camera')}>拍照</Button>
    </View>
  );
}
