import { View } from '@tarojs/components';
import { useDocument } from '@/client/documents';
import { useStore } from '@/client/store';
import { dropFiles } from '@/client/upload-send';
import { uploads } from '@/client/upload-store';
import { retryFile, takeFile } from '@/client/uploads';
import type { OutputOf } from '@/contract/api';
import { ITEMS_MOST, NEWS_KIND_NAMES, NEWS_KINDS, type NewsKind, TEXT_MOST, TITLE_MOST } from '@/domain/news';
import { Button, Card, Field, TextField } from '@/ui';
import { Select } from '@/ui/select';
import { Uploader } from '@/ui/uploader';
import { copy } from './copy';
import type { Draft, Problems } from './draft';

interface FormProps {
  desk: OutputOf<'news.mine'>;
  draft: Draft;
  wrong: Problems;
  change: (patch: Partial<Draft>) => void;
}

const KINDS = NEWS_KIND_NAMES.map((value) => ({
  value,
  label: NEWS_KINDS[value].title,
}));

/** What is said, what it rests on, where it leads. */
export function Form({ desk, draft, wrong, change }: FormProps) {
  const { document } = useDocument(draft.document);
  const files = useStore(uploads).filter(({ file }) => file === draft.file);
  const items = (document?.items ?? []).filter(({ label, key }) => label !== null || key !== '文件头');
  const nameOf = (key: string) => `${key}${items.find((one) => one.key === key)?.title ?? ''}`;
  const left = items.filter(({ key }) => !draft.items.includes(key));
  const services = desk.services.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <Card pad>
        <View className="desk-sheet">
          <Select
            label={copy.document}
            options={desk.documents.map(({ id, number }) => ({ value: id, label: number }))}
            value={draft.document}
            onChange={(id) => change({ document: id, items: [] })}
          />
          {draft.items.map((key) => (
            <View key={key}>
              <View>{nameOf(key)}</View>
              <Button
                small
                kind="secondary"
                onPress={() => change({ items: draft.items.filter((one) => one !== key) })}
              >
                {copy.drop(key)}
              </Button>
            </View>
          ))}
          {draft.items.length < ITEMS_MOST && (
            <Select
              label={copy.item}
              hint={copy.itemHint}
              placeholder={copy.addItem}
              options={left.map(({ key }) => ({ value: key, label: nameOf(key) }))}
              value=""
              error={wrong.items}
              onChange={(key) => change({ items: [...draft.items, key] })}
            />
          )}
        </View>
      </Card>
      <Card pad>
        <View className="desk-sheet">
          <Select
            label={copy.kind}
            hint={NEWS_KINDS[draft.kind].line}
            options={KINDS}
            value={draft.kind}
            onChange={(kind) => change({ kind: kind as NewsKind })}
          />
          <Field
            label={copy.name}
            hint={copy.nameHint}
            value={draft.title}
            maxLength={TITLE_MOST}
            error={wrong.title}
            onChange={(title) => change({ title })}
          />
          <TextField
            label={copy.text}
            hint={copy.textHint}
            value={draft.text}
            maxLength={TEXT_MOST}
            error={wrong.text}
            onChange={(text) => change({ text })}
          />
          <Select
            label={copy.service}
            options={[{ value: '', label: copy.noService }, ...services]}
            value={draft.service}
            error={wrong.service}
            onChange={(service) => change({ service })}
          />
        </View>
      </Card>
      <Card pad>
        <View className="desk-sheet">
          <Uploader
            title={copy.picture}
            hint={copy.pictureHint}
            min={0}
            max={1}
            files={files}
            onPick={([picked]) => picked && change({ file: takeFile(picked) })}
            onDrop={(file) => {
              change({ file: null });
              dropFiles([file]);
            }}
            onRetry={retryFile}
          />
          <View className="desk-remind" aria-live="polite">
            {wrong.file ?? ''}
          </View>
          {draft.file !== null && (
            <Field
              label={copy.says}
              hint={copy.saysHint}
              value={draft.says}
              maxLength={60}
              error={wrong.says}
              onChange={(says) => change({ says })}
            />
          )}
        </View>
      </Card>
    </>
  );
}
