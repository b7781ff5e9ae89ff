import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { copyText } from '@/client/save-file';
import { Icon, Press } from '@/ui';
import { copy } from './copy';
import './number-line.scss';

interface NumberLineProps {
  /** what it is: 编号, 钥匙 */
  what: string;
  value: string;
}

/** A number to be told to somebody, with a button that copies it. */
export function NumberLine({ what, value }: NumberLineProps) {
  const [done, setDone] = useState<boolean | null>(null);
  const take = () =>
    void copyText(value).then(
      () => setDone(true),
      () => setDone(false),
    );
  return (
    <View className="number-line">
      <View className="number-line__words">
        <View className="number-line__what">{what}</View>
        <View className="number-line__value">{value}</View>
      </View>
      <Press className="number-line__copy" onPress={take} label={copy.copyLabel(what)}>
        <Icon name={done ? 'tick' : 'copy'} size={22} />
        <Text className="number-line__word">{done ? copy.copied : copy.copy}</Text>
      </Press>
      <View className="number-line__said" aria-live="polite">
        {done === false ? copy.copyFailed : ''}
      </View>
    </View>
  );
}
