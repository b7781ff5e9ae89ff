import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useLayoutEffect, useRef } from 'react';
import { Box } from './box';
import { ReadAloud } from './read-aloud';
import './step-head.scss';
import { takeReader } from './take-reader';

export interface StepHeadProps {
  /** the question, or what this step is */
  title: string;
  line?: string;
  /** what is read aloud besides */
  more?: readonly string[];
  /** the page itself has just opened: its title has the focus */
  first?: boolean;
}

/** The head of one step of several on a page: it takes the reader there. Give each step its own `key`. */
export function StepHead({ title, line, more = [], first = false }: StepHeadProps) {
  const heading = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (first) return;
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 })?.catch?.(() => undefined);
    takeReader(heading);
  }, [first]);
  return (
    <>
      <View className="ui-step">
        <Box tag="h2" className="ui-step__title" focusRef={heading}>
          {title}
        </Box>
        <ReadAloud kind="round" what="这一步" text={[title, ...(line ? [line] : []), ...more]} />
      </View>
      {line && <View className="ui-step__line">{line}</View>}
    </>
  );
}
