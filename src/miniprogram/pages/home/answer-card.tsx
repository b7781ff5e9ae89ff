import { Text, View } from '@tarojs/components';
import { routes } from '@/client/routes';
import type { Summary } from '@/client/summary';
import { Box, Button, Card } from '@/ui';
import { answerLine, copy, restLine } from './copy';

interface AnswerCardProps {
  summary: Summary | null;
  /** no document is in force today */
  over: boolean;
}

/** The answer in one line with one thing to do; before any answer, the invitation. */
export function AnswerCard({ summary, over }: AnswerCardProps) {
  if (!summary?.started) return <Invitation over={over} />;
  const { before, count, after } = answerLine(summary, over);
  return (
    <Card pad>
      <View className="home-answer">
        <View className="home-answer__words">
          <Box tag="h2" className="home-answer__line">
            <Text>{before}</Text>
            {count !== undefined && <Text className="home-answer__count">{` ${count} `}</Text>}
            {after && <Text>{after}</Text>}
          </Box>
          {summary.inScope > 0 && <View className="home-answer__rest">{copy.inScope(summary.inScope)}</View>}
          <View className="home-answer__rest">{restLine(summary, over)}</View>
        </View>
        <View className="home-answer__button">
          {summary.next ? (
            <Button to={routes.check()}>{copy.goOn}</Button>
          ) : (
            <Button to={routes.benefits()}>{copy.see}</Button>
          )}
        </View>
      </View>
    </Card>
  );
}

function Invitation({ over }: { over: boolean }) {
  return (
    <Box tag="section" className="home-call">
      <View className="home-call__sun" aria-hidden="true" />
      <View className="home-call__band home-call__band--far" aria-hidden="true" />
      <View className="home-call__band home-call__band--near" aria-hidden="true" />
      <View className="home-call__words">
        <Box tag="h2" className="home-call__title">
          {copy.call.title}
        </Box>
        <View className="home-call__line">{over ? copy.call.lineWhenOver : copy.call.line}</View>
        <Button
          kind="secondary"
          to={routes.check()}
          iconAfter="next"
          label={`${copy.call.button}，${copy.call.title}`}
        >
          {copy.call.button}
        </Button>
      </View>
    </Box>
  );
}
