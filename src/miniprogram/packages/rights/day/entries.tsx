import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Entry } from '@/domain/wages/diary';
import { entryText, momentInChina } from '@/domain/wages/diary-words';
import { earlierOf, standing } from '@/domain/wages/sums';
import { Button, Card, Confirm, Empty } from '@/ui';
import { FileRow } from '../parts/file-row';
import { copy } from './copy';

interface EntriesProps {
  /** all of the day, also what was changed */
  entries: readonly Entry[];
  onChange: (entry: Entry) => void;
  onStrike: (entry: Entry) => void;
}

/** What was written for the day; what was changed or struck out stays readable. */
export function Entries({ entries, onChange, onStrike }: EntriesProps) {
  const [striking, setStriking] = useState<Entry | null>(null);
  const now = standing(entries);
  const struck = entries.filter(({ kind }) => kind === 'correction');
  if (entries.length === 0) return <Empty icon="calendar" title={copy.none} line={copy.noneLine} />;
  return (
    <>
      {now.map((entry) => (
        <Card key={entry.id} pad>
          <View className="day-entry__text">{entryText(entry)}</View>
          {(entry.place || entry.in_charge) && (
            <View className="day-entry__line">
              {[entry.place, entry.in_charge].filter(Boolean).join('，')}
            </View>
          )}
          <View className="day-entry__line">{copy.written(momentInChina(entry.written_at))}</View>
          {earlierOf(entries, entry).map((old) => (
            <View key={old.id} className="day-entry__old">
              {copy.was(entryText(old), momentInChina(old.written_at))}
            </View>
          ))}
          {entry.files?.map((file) => (
            <FileRow key={file.file} file={file} />
          ))}
          <View className="day-entry__ways">
            <Button
              kind="secondary"
              small
              label={`${copy.change}：${entryText(entry)}`}
              onPress={() => onChange(entry)}
            >
              {copy.change}
            </Button>
            <Button
              kind="ghost"
              small
              label={`${copy.strike}：${entryText(entry)}`}
              onPress={() => setStriking(entry)}
            >
              {copy.strike}
            </Button>
          </View>
        </Card>
      ))}
      {struck.map((one) => (
        <View key={one.id} className="day-entry__old">
          {copy.struck(textOf(entries, one), momentInChina(one.written_at))}
        </View>
      ))}
      <Confirm
        open={striking !== null}
        title={copy.strikeAsk}
        line={striking ? `${entryText(striking)}。${copy.strikeLine}` : undefined}
        yes={copy.strikeYes}
        onYes={() => {
          if (striking) onStrike(striking);
          setStriking(null);
        }}
        onNo={() => setStriking(null)}
      />
    </>
  );
}

/** What was struck out. */
function textOf(entries: readonly Entry[], correction: Entry): string {
  const [old] = earlierOf(entries, correction);
  return old ? entryText(old) : '';
}
