import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui';
// not through the index: only subpackages choose from lists, and the main package has to stay small
import { Select } from '@/ui/select';
import { copy } from './copy';
import type { Filter, Queue } from './use-queue';

interface FiltersProps {
  around: NonNullable<Queue['around']>;
  filter: Filter;
  onChange: (next: Partial<Filter>) => void;
}

/** By service and township, where there is more than one. */
export function Filters({ around: { services, towns }, filter, onChange }: FiltersProps) {
  const on = [filter.service, filter.town].filter(Boolean).length;
  const [open, setOpen] = useState(false);
  if (services.length < 2 && towns.length < 2 && on === 0) return null;
  if (!open) {
    return (
      <Button kind="ghost" small iconAfter="down" onPress={() => setOpen(true)} expanded={false}>
        {on > 0 ? copy.filtersOn(on) : copy.filters}
      </Button>
    );
  }
  const every = { value: '', label: copy.all };
  return (
    <View className="desk-filters">
      <Select
        label={copy.service}
        value={filter.service}
        options={[every, ...services.map(({ id, title }) => ({ value: id, label: title }))]}
        onChange={(service) => onChange({ service })}
      />
      <Select
        label={copy.town}
        value={filter.town}
        options={[every, ...towns.map((town) => ({ value: town, label: town }))]}
        onChange={(town) => onChange({ town })}
      />
    </View>
  );
}
