import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { errorCopy } from '@/client/error-copy';
import { Box } from './box';
import { Button } from './button';
import { Icon, type IconName } from './icon';
import { PhoneLink } from './phone-link';
import './states.scss';

export interface SkeletonProps {
  /** how many grey lines */
  lines?: number;
  /** what is being read, for screen readers */
  label?: string;
}

/** Grey lines, shown only when reading takes longer than 300 ms. */
export function Skeleton({ lines = 4, label = '正在读取' }: SkeletonProps) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <Box className="ui-skeleton" role="status" label={label} busy>
      {Array.from({ length: lines }, (_, i) => `line-${i}`).map((line) => (
        <View key={line} className="ui-skeleton__line" />
      ))}
    </Box>
  );
}

export interface EmptyProps {
  icon?: IconName;
  title: string;
  /** why there is nothing */
  line?: string;
  /** what one can do: a Button */
  children?: ReactNode;
}

export function Empty({ icon = 'status-none', title, line, children }: EmptyProps) {
  return (
    <View className="ui-empty">
      <Icon name={icon} size={38} duo />
      <View className="ui-empty__title">{title}</View>
      {line && <View className="ui-empty__line">{line}</View>}
      {children && <View className="ui-empty__actions">{children}</View>}
    </View>
  );
}

export interface ErrorStateProps {
  /** a CallError or anything thrown; its name picks the words */
  error?: { readonly name: string } | null;
  /** own words instead */
  title?: string;
  line?: string;
  onRetry?: () => void;
  /** say that the answers on this phone are kept */
  keepsAnswers?: boolean;
  hotline?: string;
}

/** What happened, that nothing was lost, how to go on, whom to call. */
export function ErrorState(props: ErrorStateProps) {
  const { error, title, line, onRetry, keepsAnswers, hotline = '12333' } = props;
  const copy = errorCopy(error);
  return (
    <Box className="ui-empty" role="alert" live="assertive">
      <Icon name="status-no" size={38} className="ui-ink--no" />
      <View className="ui-empty__title">{title ?? copy.title}</View>
      <View className="ui-empty__line">{line ?? copy.wayOn}</View>
      {keepsAnswers && <View className="ui-empty__line">您答过的都还在这台手机上，没有丢。</View>}
      <View className="ui-empty__actions">
        {onRetry && (
          <Button onPress={onRetry} block>
            再试一次
          </Button>
        )}
        <PhoneLink number={hotline} block />
      </View>
    </Box>
  );
}
