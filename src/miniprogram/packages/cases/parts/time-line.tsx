import { View } from '@tarojs/components';
import { useState } from 'react';
import { plainDays } from '@/client/case-words';
import { routes } from '@/client/routes';
import type { CaseView } from '@/contract/cases';
import { Box, dateText, monthDayText, Press, Row, Section } from '@/ui';
import { copy } from './copy';
import './time-line.scss';

type Entry = CaseView['timeline'][number];

/** So many are shown before one asks for all. */
const FEW = 3;

interface TimeLineProps {
  entries: readonly Entry[];
  document: CaseView['document'];
}

/** What happened, the latest first, each with its day, who did it and what was said. */
export function TimeLine({ entries, document }: TimeLineProps) {
  const [all, setAll] = useState(false);
  const latest = [...entries].sort((a, b) => b.seq - a.seq);
  const shown = all ? latest : latest.slice(0, FEW);
  const year = latest[0]?.day.slice(0, 4);
  return (
    <Section title={copy.timeline.title}>
      <Box tag="ul" className="time-line" role="list">
        {shown.map((entry) => (
          <Box key={entry.seq} tag="li" className="time-line__entry" role="listitem">
            <View className="time-line__day">
              {entry.day.slice(0, 4) === year ? monthDayText(entry.day) : dateText(entry.day)}
            </View>
            <View className="time-line__what">
              <View>{plainDays(entry.text)}</View>
              {entry.corrected && <View className="time-line__corrected">{copy.wage.corrected}</View>}
              {entry.means && !entry.corrected && <View className="time-line__means">{entry.means}</View>}
              {entry.said && <View className="time-line__said">{entry.said}</View>}
              {entry.cite?.law && (
                <View className="time-line__law">{`${entry.cite.document}${entry.cite.item}`}</View>
              )}
              {entry.cite && !entry.cite.law && (
                <Press
                  className="time-line__cite"
                  to={routes.document(document.id, entry.cite.item)}
                  spoken={copy.timeline.cite(entry.cite.item)}
                >
                  {copy.timeline.cite(entry.cite.item)}
                </Press>
              )}
            </View>
          </Box>
        ))}
      </Box>
      {latest.length > FEW && !all && (
        <View className="time-line__all">
          <Row title={copy.timeline.all(latest.length)} expanded={false} onPress={() => setAll(true)} dense />
        </View>
      )}
    </Section>
  );
}
