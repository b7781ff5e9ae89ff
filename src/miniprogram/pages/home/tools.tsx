import { Text, View } from '@tarojs/components';
import { ELDER, useSize } from '@/client/size';
import type { Summary } from '@/client/summary';
import { Icon, PhoneLink, Press, ReadAloud } from '@/ui';
import { answerLine, copy, restLine } from './copy';

interface ToolsProps {
  summary: Summary | null;
  regionName?: string;
  /** said when no document is in force */
  documentLine: string | null;
}

/** Larger text, reading aloud where the phone can, the hotline. */
export function Tools({ summary, regionName, documentLine }: ToolsProps) {
  const { elder, choice, choose } = useSize();
  const own = choice >= ELDER;
  const word = elder ? copy.tools.standard : copy.tools.elder;
  return (
    <View className="home-tools">
      {/* a larger text asked for by the phone itself is not undone here */}
      {(own || !elder) && (
        <Press className="home-tools__tool" onPress={() => choose(own ? 1 : ELDER)} spoken={word}>
          {!elder && <Icon name="textsize" size={22} />}
          <Text className="home-tools__word">{word}</Text>
        </Press>
      )}
      <ReadAloud kind="tool" what="这一页" text={readout(summary, regionName, documentLine)} />
      <PhoneLink kind="plain" className="home-tools__tool" number={copy.tools.hotline} />
    </View>
  );
}

function readout(summary: Summary | null, regionName: string | undefined, line: string | null): string[] {
  const parts = [copy.brand];
  if (regionName) parts.push(`你在看${regionName}的政策`);
  if (line) parts.push(line);
  if (summary?.started) {
    const { before, count = '', after = '' } = answerLine(summary, line !== null);
    parts.push(`${before}${count}${after}`, restLine(summary, line !== null));
  } else if (summary) {
    parts.push(copy.call.title, copy.call.line);
  }
  return parts;
}
