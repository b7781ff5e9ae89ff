import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { today } from '@/client/clock';
import { copyText, saveFile } from '@/client/save-file';
import type { OutputOf } from '@/contract/api';
import { Button, Card, Notice, Problem, Row } from '@/ui';
import { copy } from './copy';
import { linesOf } from './words';

type Exported = OutputOf<'privacy.export'>;

/** Asked for, not shown by itself: somebody may look over the shoulder. */
export function Export() {
  const [found, setFound] = useState<Exported | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const load = () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    call('privacy.export', {})
      .then(setFound, setError)
      .then(() => setBusy(false));
  };
  const text = () => JSON.stringify(found, null, 2);
  const save = () =>
    saveFile(copy.export.file(today()), text()).then(
      (kept) => setSaid(kept === 'shared' ? copy.export.shared : copy.export.saved),
      () => setSaid(copy.export.failed),
    );
  return (
    <>
      <Card title={copy.export.title} pad>
        <View className="data-text">{found ? copy.export.made(found.made_at) : copy.export.line}</View>
        <Problem error={error} />
        {!found && (
          <Button block onPress={load}>
            {busy ? copy.export.reading : copy.export.show}
          </Button>
        )}
        {found && (
          <View className="data-actions">
            <Button block onPress={() => void save()}>
              {copy.export.save}
            </Button>
            <Button
              kind="secondary"
              block
              onPress={() =>
                void copyText(text()).then(
                  () => setSaid(copy.export.copied),
                  () => setSaid(copy.export.failed),
                )
              }
            >
              {copy.export.copy}
            </Button>
            {said !== '' && (
              <Notice tone="half" icon="document" inset live>
                {said}
              </Notice>
            )}
          </View>
        )}
      </Card>
      {found?.sections.map((section) => (
        <SectionCard key={section.title} {...section} />
      ))}
    </>
  );
}

function SectionCard({ title, rows }: Exported['sections'][number]) {
  const [open, setOpen] = useState(false);
  if (rows.length === 0) {
    return (
      <Card>
        <Row title={title} note={copy.export.empty} dense />
      </Card>
    );
  }
  return (
    <Card>
      <Row
        title={title}
        note={copy.export.rows(rows.length)}
        expanded={open}
        onPress={() => setOpen(!open)}
        dense
      />
      {open &&
        rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else, and never move
          <View key={index} className="data-row">
            {linesOf(row).map(({ name, value }) => (
              <View key={name} className="data-pair">
                <View className="data-pair__name">{name}</View>
                <View className="data-pair__value">{value}</View>
              </View>
            ))}
          </View>
        ))}
    </Card>
  );
}
