import { View } from '@tarojs/components';
import type { Question } from '@/domain/eligibility';
import { Box, Icon, ReadAloud } from '@/ui';
import { copy } from './copy';

/** The question in large type, why it is asked, and a button that reads it out. */
export function QuestionCard({ question, title }: { question: Question; title: string }) {
  const { input, why, sensitive } = question;
  const several =
    input.kind === 'choice' && question.facts.length > 1 && input.options.some(({ id }) => id === 'none');
  const labels = input.kind === 'choice' ? input.options.map(({ label }) => label) : [];
  return (
    <>
      <View className="check-head">
        <Box tag="h2" className="check-head__title">
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
