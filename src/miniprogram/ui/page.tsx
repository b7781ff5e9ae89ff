import { PageMeta, View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { type ReactNode, useEffect, useId, useLayoutEffect } from 'react';
import { useActing } from '@/client/acting';
import { useDemo } from '@/client/demo';
import { useUnread } from '@/client/inbox';
import { useOffline } from '@/client/pack';
import { back, type TabName } from '@/client/routes';
import { type Size, useSize } from '@/client/size';
import { useWide } from '@/client/wide';
import { ActingBanner, ActingEnded } from './acting-banner';
import { AsOfStrip } from './as-of-strip';
import { Box } from './box';
import { Icon } from './icon';
import { Notice } from './notice';
import { Press } from './press';
import { TabBar } from './tab-bar';
import './page.scss';

export interface PageProps {
  /** the bar's title and the page's first heading */
  title: string;
  /** one of the four tabs: no back button, the tab bar below */
  tab?: TabName;
  /** replaces the bar in the browser; must hold the page's h1 */
  header?: ReactNode;
  /** strips across the page under the bar: as of a day, expired, a hero */
  top?: ReactNode;
  /** buttons that stay at the bottom: one primary, at most two secondary */
  bar?: ReactNode;
  /** a quiet line under the bar's buttons */
  barNote?: ReactNode;
  /** no side margins, no gaps */
  flush?: boolean;
  /** takes the whole of a desk's screen, under this head instead of the bar; must hold the page's h1 */
  wide?: ReactNode;
  className?: string;
  children: ReactNode;
}

const h5 = process.env.TARO_ENV === 'h5';

/** Not when something on the page was given the focus first: a question, or what the person has reached since. */
function focusTitle(id: string): void {
  const page = document.getElementById(id);
  if (page && !page.contains(document.activeElement)) page.querySelector('h1')?.focus(QUIETLY);
}

/** The frame of every page: text scale, bar, offline strip, bottom bar, tab bar. */
export function Page(props: PageProps) {
  const { title, tab, header, top, bar, barNote, flush, wide, className = '', children } = props;
  const size = useSize();
  const isWide = useWide() && Boolean(wide);
  const offline = useOffline();
  const demo = useDemo();
  const acting = useActing() !== null;
  const id = useId();

  useTitle(title);
  useLayoutEffect(() => {
    if (!h5) return;
    for (const [name, value] of Object.entries(size.variables))
      document.documentElement.style.setProperty(name, value);
  }, [size.variables]);
  useEffect(() => {
    if (!h5 || !isWide) return;
    const column = document.getElementById(id)?.closest('.taro_page');
    column?.classList.add('is-wide');
    return () => column?.classList.remove('is-wide');
  }, [id, isWide]);
  useDidShow(() => {
    if (!h5) return;
    // the reader's place moves to the new page, not at the app's first page
    if (visited) setTimeout(() => focusTitle(id), 50);
    visited = true;
  });

  const classes = ['ui-page', className];
  if (size.elder) classes.push('is-elder');
  if (size.huge) classes.push('is-huge');
  if (acting) classes.push('is-acting');
  if (isWide) classes.push('ui-page--wide');
  return (
    <>
      {!h5 && <PageMeta pageStyle={styleText(size.variables)} />}
      {/* the variables here too: only WeChat itself reads page-meta */}
      <Box id={id} className={classes.join(' ')} style={h5 ? undefined : size.variables}>
        <ActingBanner />
        {h5 &&
          ((isWide && wide) || header || (
            <Box tag="header" className="ui-nav">
              {!tab && (
                <Press className="ui-nav__back" label="返回" onPress={back}>
                  <Icon name="back" />
                </Press>
              )}
              <Box tag="h1" className="ui-nav__title">
                {title}
              </Box>
            </Box>
          ))}
        <Box tag="main" className="ui-page__main">
          {demo && <View className="ui-demo">演示 · 人和数据都是编的</View>}
          <ActingEnded />
          {offline && (
            <Notice tone="ask" icon="clock" live>
              {offline}
            </Notice>
          )}
          <AsOfStrip />
          {top}
          <View className={flush ? 'ui-page__flush' : 'ui-page__body'}>{children}</View>
          {bar && (
            <View className="ui-bar">
              <View className="ui-bar__buttons">{bar}</View>
              {barNote && <View className="ui-bar__note">{barNote}</View>}
            </View>
          )}
        </Box>
        {tab && <Tab current={tab} />}
      </Box>
    </>
  );
}

/** WeChat draws the bar; the number on it is ours either way. */
function Tab({ current }: { current: TabName }) {
  const unread = useUnread();
  return h5 ? <TabBar current={current} unread={unread} /> : null;
}

const QUIETLY = { preventScroll: true } as const;
let visited = false;

function useTitle(title: string): void {
  const set = () => void Taro.setNavigationBarTitle({ title })?.catch?.(() => undefined);
  useEffect(set, [title]);
  useDidShow(set);
}

const styleText = (variables: Size['variables']): string =>
  Object.entries(variables)
    .map((pair) => pair.join(':'))
    .join(';');
