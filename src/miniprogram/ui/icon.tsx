import { View } from '@tarojs/components';
import { aria } from './aria';

/** Drawn in `_icons.scss`; a new icon is a line there and a word here. */
export type IconName =
  | 'back'
  | 'brand'
  | 'bus'
  | 'butie'
  | 'calendar'
  | 'camera'
  | 'chuangye'
  | 'clock'
  | 'copy'
  | 'document'
  | 'door-closed'
  | 'door-open'
  | 'down'
  | 'family'
  | 'flag'
  | 'gangwei'
  | 'home'
  | 'link'
  | 'location'
  | 'lock'
  | 'message'
  | 'next'
  | 'peixun'
  | 'phone'
  | 'picture'
  | 'qr'
  | 'search'
  | 'shield'
  | 'speak'
  | 'status-ask'
  | 'status-doing'
  | 'status-half'
  | 'status-no'
  | 'status-none'
  | 'status-ok'
  | 'taoxin'
  | 'tasks'
  | 'textsize'
  | 'tick'
  | 'train'
  | 'user'
  | 'village'
  | 'yulu';

export interface IconProps {
  name: IconName;
  size?: 16 | 18 | 20 | 22 | 24 | 28 | 32 | 38;
  /** the primary colour with the grain accent; else the colour of the text */
  duo?: boolean;
  className?: string;
}

const ONE_STROKE: readonly IconName[] = [
  'back',
  'copy',
  'door-closed',
  'down',
  'link',
  'next',
  'phone',
  'search',
  'status-ask',
  'status-doing',
  'status-half',
  'status-no',
  'status-none',
  'status-ok',
  'tick',
  'user',
];

/** Always decoration: the word beside it, or the control's name, says what it means. */
export function Icon({ name, size = 24, duo, className = '' }: IconProps) {
  const classes = ['ui-icon', `ui-icon--${name}`, className];
  if (size !== 24) classes.push(`ui-icon--${size}`);
  if (duo) classes.push('ui-icon--duo');
  if (ONE_STROKE.includes(name)) classes.push('ui-icon--one');
  return <View className={classes.join(' ')} {...aria({ hidden: true })} />;
}
