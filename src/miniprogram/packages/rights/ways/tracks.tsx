import { View } from '@tarojs/components';
import { useState } from 'react';
import type { LawBook } from '@/domain/wages/law';
import type { Ways } from '@/domain/wages/ways';
import { Card, Row, Section, StatusTag } from '@/ui';
import { Cites } from '../parts/article';
import { copy } from './copy';

type Track = Ways['tracks'][number];

/** Every way for itself, to be opened: what it is, what it costs, why it is shut now, what it shuts. */
export function Tracks({ law, ways: { tracks } }: { law: LawBook; ways: Ways }) {
  return (
    <Section title={copy.others}>
      <Card>
        {tracks.map((track) => (
          <One key={track.row.id} law={law} track={track} />
        ))}
      </Card>
    </Section>
  );
}

function One({ law, track: { row, open: passable, why } }: { law: LawBook; track: Track }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Row
        title={row.title}
        trailing={passable === false ? <StatusTag status="not_eligible" word={copy.closed} /> : undefined}
        expanded={open}
        onPress={() => setOpen(!open)}
        dense
        stacked
      />
      {open && (
        <View className="ways-note">
          <View className="ways-track__line">{why ?? row.plain}</View>
          {passable !== false && <View className="ways-track__line">{row.cost}</View>}
          {row.shuts_why && <View className="ways-track__line">{row.shuts_why}</View>}
          <Cites law={law} cites={row.cite} />
        </View>
      )}
    </>
  );
}
