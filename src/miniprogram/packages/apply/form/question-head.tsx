import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useLayoutEffect, useRef } from 'react';
import { Box, ReadAloud } from '@/ui';
import { takeReader } from '@/ui/take-reader';
import { copy } from './copy';

interface QuestionHeadProps {
  title: string;
  why?: string;
  /** what is read aloud besides: the hint, the answers to choose from */
  more?: readonly string[];
}

/** The question in large type, why it is asked, and a button that reads it out. Give each question its own `key`. */
export function QuestionHead({ title, why, more = [] }: QuestionHeadProps) {
  // another question: read from its beginning, by eye and by screen reader
  const heading = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 })?.catch?.(() => undefined);
    takeReader(heading);
  }, []);
  return (
    <>
      <View className="form-head">
        <Box tag="h2" className="form-head__title" focusRef={heading}>
          {title}
        </Box>
        <ReadAloud kind="round" what={copy.read} text={[title, ...(why ? [copy.why + why] : []), ...more]} />
      </View>
      {why && (
        <View className="form-why">
          {copy.why}
          {why}
        </View>
      )}
    </>
  );
}
