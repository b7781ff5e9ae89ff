import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { routes } from '@/client/routes';
import { Button, Empty } from '@/ui';
import { copy } from './copy';

/** The number, to be copied. */
export function Received({ number }: { number: string }) {
  const [said, setSaid] = useState('');
  const copyIt = () =>
    Taro.setClipboardData({ data: number }).then(
      () => setSaid(copy.copied),
      () => setSaid(copy.notCopied),
    );
  return (
    <Empty icon="status-ok" title={copy.done} line={copy.doneLine}>
      <View className="complain-number">{`${copy.number} ${number}`}</View>
      <Button icon="copy" block onPress={() => void copyIt()}>
        {copy.copyNumber}
      </Button>
      <View aria-live="polite">{said}</View>
      <Button kind="secondary" to={routes.home()} block>
        {copy.home}
      </Button>
    </Empty>
  );
}
