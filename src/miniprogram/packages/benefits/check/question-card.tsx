import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useLayoutEffect, useRef } from 'react';
import type { Question } from '@/domain/eligibility';
import { Box, Icon, ReadAloud } from '@/ui';
import { takeReader } from '@/ui/take-reader';
import { copy } from './copy';

/** The question in large type, why it is asked, and a button that reads it out. */
export function QuestionCard({ question, title }: { question: Question; title: string }) {
  const { input, why, sensitive } = question;
  const several =
    input.kind === 'choice' && question.facts.length > 1 && input.options.some(({ id }) => id === 'none');
  // another question: read from its beginning, by eye and by screen reader
  const heading = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 })?.catch?.(() => undefined);
    takeReader(heading);
  }, []);
  const labels = input.kind === 'choice' ? input.options.map(({ label }) => label) : [];
  return (
    <>
      <View className="check-head">
        <Box tag="h2" className="check-head__title" focusRef={heading}>
          {title}
        </Box>
        <ReadAloud kind="round" what="这一题" text={[title, copy.why + why, ...labels, copy.unclear.label]} />
      </View>
      <View className="check-why">
        {copy.why}
        {why}
        {several && ` ${copy.oneByOne}`}
      </View>
      {sensitive && (
        <View className="check-private">
          <Icon name="lock" size={20} />
          {copy.sensitive}
        </View>
      )}
    </>
  );
}
