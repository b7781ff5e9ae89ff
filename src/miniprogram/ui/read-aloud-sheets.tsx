import { View } from '@tarojs/components';
import type { CallError } from '@/client/call';
import { ELDER, useSize } from '@/client/size';
import { Button } from './button';
import { Sheet } from './sheet';

interface AskToSendProps {
  open: boolean;
  onYes: () => void;
  onClose: () => void;
}

/** Before the first time: the words of the page leave the phone, which they otherwise never do. */
export function AskToSend({ open, onYes, onClose }: AskToSendProps) {
  return (
    <Sheet open={open} title="请服务器来读？" onClose={onClose}>
      <View className="ui-sheet__line">
        这部手机自己不会读。要把这里的文字发给服务器变成声音，读完不留。以后不再问。
      </View>
      <View className="ui-sheet__actions">
        <Button kind="secondary" block onPress={onClose}>
          不用了
        </Button>
        <Button block onPress={onYes}>
          读给我听
        </Button>
      </View>
    </Sheet>
  );
}

interface CannotReadProps {
  /** why nobody can read it; null while somebody can */
  error: CallError | null;
  onRetry: () => void;
  onClose: () => void;
}

const LINES: Partial<Record<CallError['name'], string>> = {
  NetworkError: '没有连上网，这部手机自己又不会读。连上网再试。',
  Timeout: '网太慢，声音没有传过来。换个信号好的地方再试。',
  TooManyTries: '读得太多了，歇几分钟再试。',
};

/** Never a dead button: it says that it cannot, and what helps instead. */
export function CannotRead({ error, onRetry, onClose }: CannotReadProps) {
  const { elder, choose } = useSize();
  const line = (error && LINES[error.name]) ?? '这部手机不会读，服务器现在也没有声音。';
  const again = error !== null && LINES[error.name] !== undefined;
  return (
    <Sheet open={error !== null} title="现在不能朗读" onClose={onClose}>
      <View className="ui-sheet__line">{elder ? line : `${line}可以把字放大来看。`}</View>
      <View className="ui-sheet__actions">
        <Button kind="secondary" block onPress={onClose}>
          知道了
        </Button>
        {again && (
          <Button kind={elder ? 'primary' : 'secondary'} block onPress={onRetry}>
            再试一次
          </Button>
        )}
        {!elder && (
          <Button
            block
            onPress={() => {
              choose(ELDER);
              onClose();
            }}
          >
            换成大字版
          </Button>
        )}
      </View>
    </Sheet>
  );
}
