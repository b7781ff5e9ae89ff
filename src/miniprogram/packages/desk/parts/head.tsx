import { View } from '@tarojs/components';
import { today } from '@/client/clock';
import { useMe } from '@/client/me';
import { routes } from '@/client/routes';
import { Box, dateTextWithWeekday, Icon, Press } from '@/ui';
import { deskLinks } from './links';
import './head.scss';

/** The head of a desk's screen: whose desk, which day, who; below it the way to the other pages. */
export function DeskHead({ title }: { title: string }) {
  const { me } = useMe();
  const staff = me?.staff;
  return (
    <Box tag="header" className="desk-head">
      <View className="desk-head__bar">
        <Press className="desk-head__home" to={routes.home()} label="就业帮扶码，回到首页">
          <Icon name="brand" size={28} />
          就业帮扶码
        </Press>
        <View className="desk-head__dot" aria-hidden="true">
          ·
        </View>
        <Box tag="h1" className="desk-head__title">
          {title}
        </Box>
        <View className="desk-head__office">{staff?.office}</View>
        <View className="desk-head__day">{dateTextWithWeekday(today())}</View>
        {staff && (
          <View className="desk-head__who">
            <Icon name="user" size={24} />
            {staff.name ?? me?.name ?? ''}
          </View>
        )}
      </View>
      {staff && (
        <Box tag="nav" className="desk-head__nav" label="工作台的页面">
          {deskLinks(staff).map(({ word, to, title: page }) => (
            <Press
              key={to}
              to={to}
              current={page === title ? true : undefined}
              className={`desk-head__link ${page === title ? 'desk-head__link--on' : ''}`}
            >
              {word}
            </Press>
          ))}
        </Box>
      )}
    </Box>
  );
}
