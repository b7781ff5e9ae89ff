import { Text, View } from '@tarojs/components';
import { countText } from '@/client/inbox';
import { routes, type TabName } from '@/client/routes';
import { Box } from './box';
import { Icon, type IconName } from './icon';
import { Press } from './press';
import './tab-bar.scss';

const TABS: readonly { name: TabName; word: string; icon: IconName; to: string }[] = [
  { name: 'home', word: '首页', icon: 'home', to: routes.home() },
  { name: 'services', word: '办事', icon: 'tasks', to: routes.services() },
  { name: 'messages', word: '消息', icon: 'message', to: routes.messages() },
  { name: 'me', word: '我的', icon: 'user', to: routes.me() },
];

/** The four tabs in the browser; WeChat draws its own. */
export function TabBar({ current, unread }: { current: TabName; unread: number }) {
  return (
    <Box tag="nav" className="ui-tabbar" label="主要页面">
      {TABS.map(({ name, word, icon, to }) => (
        <Press
          key={name}
          to={to}
          current={name === current ? true : undefined}
          className={`ui-tabbar__item ${name === current ? 'ui-tabbar__item--on' : ''}`}
        >
          <Icon name={icon} />
          <Text>{word}</Text>
          {name === 'messages' && unread > 0 && (
            <View className="ui-tabbar__badge">
              <Text aria-hidden="true">{countText(unread)}</Text>
              <Text className="ui-unseen">{`，${unread}条没看`}</Text>
            </View>
          )}
        </Press>
      ))}
    </Box>
  );
}
