import { View } from '@tarojs/components';
import { useState } from 'react';
import type { LawBook } from '@/domain/wages/law';
import type { Ways } from '@/domain/wages/ways';
import { Card, PhoneLink, Row, Section } from '@/ui';
import { Cites } from '../parts/article';
import { copy } from './copy';

type Note = Ways['notes'][number];

/** What concerns this person, open; what is good to know, and what may concern them, to be opened. */
export function Notes({ law, ways: { notes } }: { law: LawBook; ways: Ways }) {
  const mine = notes.filter(({ row, holds }) => holds === true && row.tone !== 'info');
  const more = notes.filter((note) => !mine.includes(note) && note.holds !== false);
  return (
    <>
      <Told title={copy.notes} law={law} notes={mine} open />
      <Told title={copy.more} law={law} notes={more} />
    </>
  );
}

interface ToldProps {
  title: string;
  law: LawBook;
  notes: readonly Note[];
  open?: boolean;
}

function Told({ title, law, notes, open = false }: ToldProps) {
  if (notes.length === 0) return null;
  return (
    <Section title={title}>
      <Card>
        {notes.map((note) => (
          <One key={note.row.id} law={law} note={note} open={open} />
        ))}
      </Card>
    </Section>
  );
}

function One({ law, note: { row, holds }, open: first }: { law: LawBook; note: Note; open: boolean }) {
  const [open, setOpen] = useState(first);
  return (
    <>
      <Row
        title={row.title}
        note={holds === null ? copy.perhaps : undefined}
        expanded={open}
        onPress={() => setOpen(!open)}
        dense
        stacked
      />
      {open && (
        <View className="ways-note">
          <View className="ways-track__line">{row.text}</View>
          {row.phones && (
            <View className="ways-note__phones">
              {row.phones.map((number) => (
                <PhoneLink key={number} number={number} />
              ))}
            </View>
          )}
          <Cites law={law} cites={row.cite} />
        </View>
      )}
    </>
  );
}
