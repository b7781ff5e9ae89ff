import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { CallError, call } from '@/client/call';
import { deviceName } from '@/client/device';
import { Button, Card, Problem } from '@/ui';
import { copy } from './copy';
import { useSignIn } from './use-sign-in';

/** One press: WeChat says who it is. In the cloud function the platform does so by itself and no code is sent. */
export function WithWechat({ onPhone }: { onPhone: () => void }) {
  const { busy, error, run } = useSignIn();
  const press = () =>
    run(async () => {
      const device = deviceName();
      if (TRANSPORT === 'cloud') return call('session.wechat', { device }, { once: true });
      return call('session.wechat', { code: await loginCode(), device }, { once: true });
    });
  return (
    <Card pad>
      <Problem error={error} />
      <View className="signin__button">
        <Button block onPress={press}>
          {copy.wechat}
        </Button>
      </View>
      <View className="signin__quiet">{busy ? copy.wait : copy.wechatNote}</View>
      {error?.name === 'PlatformRefused' && (
        <Button kind="secondary" block onPress={onPhone}>
          {copy.usePhone}
        </Button>
      )}
    </Card>
  );
}

async function loginCode(): Promise<string> {
  try {
    return (await Taro.login()).code;
  } catch {
    throw new CallError('SignInCodeInvalid');
  }
}
