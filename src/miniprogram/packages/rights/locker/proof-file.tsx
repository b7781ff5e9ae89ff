import { View } from '@tarojs/components';
import { useState } from 'react';
import { changeProof, type Proof, removeProof } from '@/client/locker';
import type { ProofRow } from '@/domain/wages/law';
import { Button } from '@/ui';
import { Select } from '@/ui/select';
import { FileRow } from '../parts/file-row';
import { copy as files } from '../parts/files-copy';
import { copy } from './copy';

/** One proof: looked at, put in another group, deleted. */
export function ProofFile({ proof, rows }: { proof: Proof; rows: readonly ProofRow[] }) {
  const [sure, setSure] = useState(false);
  return (
    <FileRow file={proof.file}>
      {rows.length > 0 && (
        <Select
          label={copy.sorting}
          options={rows.map(({ id, title }) => ({ value: id, label: title }))}
          value={proof.kind ?? ''}
          placeholder={copy.unsorted}
          onChange={(kind) => changeProof(proof.id, { kind })}
        />
      )}
      {sure ? (
        <>
          <View>{`${files.file.sure}${files.file.sureLine}`}</View>
          <Button block onPress={() => removeProof(proof.id)}>
            {files.file.yes}
          </Button>
        </>
      ) : (
        <Button kind="ghost" small onPress={() => setSure(true)}>
          {files.file.remove}
        </Button>
      )}
    </FileRow>
  );
}
