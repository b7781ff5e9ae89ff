import { View } from '@tarojs/components';
import { useState } from 'react';
import { POSTING_KINDS, type PostingKind } from '@/domain/jobs';
import { Button, SearchField } from '@/ui';
import { Select } from '@/ui/select';
import { copy } from './copy';

const KINDS = Object.keys(POSTING_KINDS) as PostingKind[];
const every = { value: '', label: copy.all };

export interface Filter {
  readonly kind: PostingKind | '';
  readonly town: string;
  readonly find: string;
}

interface FiltersProps {
  towns: readonly string[];
  filter: Filter;
  onChange: (next: Filter) => void;
}

/** By kind, township and name. */
export function Filters({ towns, filter, onChange }: FiltersProps) {
  const [open, setOpen] = useState(false);
  const [find, setFind] = useState(filter.find);
  if (!open)
    return (
      <Button kind="ghost" small iconAfter="down" onPress={() => setOpen(true)} expanded={false}>
        {copy.filters}
      </Button>
    );
  return (
    <View className="desk-postings-filters">
      <Select
        label={copy.kind}
        value={filter.kind}
        options={[every, ...KINDS.map((value) => ({ value, label: POSTING_KINDS[value].title }))]}
        onChange={(kind) => onChange({ ...filter, kind: kind as Filter['kind'] })}
      />
      {towns.length > 1 && (
        <Select
          label={copy.town}
          value={filter.town}
          options={[every, ...towns.map((town) => ({ value: town, label: town }))]}
          onChange={(town) => onChange({ ...filter, town })}
        />
      )}
      <SearchField
        label={copy.find}
        value={find}
        onChange={(next) => {
          setFind(next);
          if (next === '') onChange({ ...filter, find: '' });
        }}
        onSubmit={() => onChange({ ...filter, find: find.trim() })}
      />
    </View>
  );
}
