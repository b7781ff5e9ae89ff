import { View } from '@tarojs/components';
import { endActing, useActing, useActingEnded } from '@/client/acting';
import { Box } from './box';
import { Icon } from './icon';
import { Notice } from './notice';
import { Press } from './press';
import './acting-banner.scss';

const sayWho = (name: string | null) => `正在替 ${name ?? '对方'} 办理`;

/** On top of every page while one acts for somebody; it stays in sight, with the way out in it. */
export function ActingBanner() {
  const acting = useActing();
  if (!acting) return null;
  return (
    <Box tag="section" className="ui-acting" label="代办">
      <View className="ui-acting__words">
        <Icon name="user" size={22} className="ui-acting__icon" />
        <View className="ui-acting__who">{sayWho(acting.name)}</View>
      </View>
      <Press className="ui-acting__end" onPress={endActing} label="结束代办，回到我自己" spoken="结束">
        结束
      </Press>
    </Box>
  );
}

/** The holder ended it, or its last day is over: said once, on the first page one sees as oneself again. */
export function ActingEnded() {
  const { ended, read } = useActingEnded();
  if (!ended) return null;
  return (
    <Notice
      tone="ask"
      icon="status-none"
      title="代办已经结束"
      action={{ text: '知道了', onPress: read }}
      live
    >
      对方收回了，或者到期了。现在看到的是您自己的。要继续办，请对方重新同意。
    </Notice>
  );
}
