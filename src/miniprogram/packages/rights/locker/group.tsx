import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Proof } from '@/client/locker';
import type { FileRef } from '@/domain/wages/diary';
import type { LawBook, ProofRow } from '@/domain/wages/law';
import { Button, Card, Heading, Icon, StatusTag } from '@/ui';
import { AddFiles } from '../parts/add-files';
import { Cites } from '../parts/article';
import { copy } from './copy';
import { ProofFile } from './proof-file';

export const KINDS = ['camera', 'album', 'pdf', 'audio'] as const;

interface GroupProps {
  row: ProofRow;
  rows: readonly ProofRow[];
  law: LawBook;
  proofs: readonly Proof[];
  onAdd: (file: FileRef) => void;
}

/** One kind of proof: what is here, what it shows, how to get it, what the employer must hand over. */
export function Group({ row, rows, law, proofs, onAdd }: GroupProps) {
  const [open, setOpen] = useState(proofs.length > 0);
  const { title, proves, how, employer_must: must, cite } = row;
  const have = proofs.length > 0;
  return (
    <Card pad>
      <View className="locker-group">
        <Heading level={2} className="locker-group__title">
          {title}
        </Heading>
        <StatusTag
          status={have ? 'eligible' : 'none'}
          word={have ? copy.have(proofs.length) : copy.noneYet}
        />
      </View>
      <View>{`${copy.proves}：${proves}`}</View>
      {proofs.map((proof) => (
        <ProofFile key={proof.id} proof={proof} rows={rows} />
      ))}
      {must && (
        <View className="locker-must">
          <Icon name="flag" size={20} className="ui-ink--half" />
          <View className="locker-must__text">{`${copy.must}：${must}`}</View>
        </View>
      )}
      {open ? (
        <>
          <View className="locker-quiet">{`${copy.how}：${how}`}</View>
          <Cites law={law} cites={cite} />
          <AddFiles label={copy.add(title)} kinds={KINDS} onAdd={onAdd} />
        </>
      ) : (
        <Button
          kind="ghost"
          small
          iconAfter="down"
          label={`${title}，${copy.show}`}
          onPress={() => setOpen(true)}
        >
          {copy.show}
        </Button>
      )}
    </Card>
  );
}
