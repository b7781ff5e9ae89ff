import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePlace } from '@/client/place';
import { homeCodeOf, type Pack, type Unit } from '@/domain/eligibility';
import { Choice, ChoiceGroup, SearchField } from '@/ui';
import { copy } from '../copy';
import type { InputProps } from './props';

export interface Named {
  readonly code: string;
  readonly name: string;
  /** what a county can be found by besides its name */
  readonly spelled?: string;
}

export type WithPack = InputProps & { pack: Pack };

/** The chosen county, and the others of its region by their code. */
export function useHere({ region }: Pack): { unit: Unit | undefined; others: readonly Named[] } {
  const { place } = usePlace();
  const unit = region.units.find(({ id }) => id === place?.unit) ?? region.units[0];
  // areas without a code of their own share one: they are one choice
  const others = new Map<string, Named>();
  for (const one of region.units) {
    if (one.id === unit?.id || one.abolished_on) continue;
    const code = homeCodeOf(one, region.id);
    const known = others.get(code);
    others.set(code, {
      code,
      name: known ? `${known.name}、${one.name}` : one.name,
      spelled: `${known?.spelled ?? ''} ${one.pinyin} ${one.initials}`.trim(),
    });
  }
  return { unit, others: [...others.values()] };
}

const MANY = 12;

/** The counties or provinces to choose from; a long list can be searched. */
export function Nested({
  places,
  value,
  onAnswer,
}: Pick<InputProps, 'value' | 'onAnswer'> & { places: readonly Named[] }) {
  const [sought, setSought] = useState('');
  const text = sought.replace(/\s/g, '').toLowerCase();
  const fits = ({ code, name, spelled = '' }: Named) =>
    text === '' ||
    code === value ||
    name.includes(text) ||
    spelled.split(' ').some((one) => one.startsWith(text));
  const shown = places.filter(fits);
  // a city of another province is known by the province alone
  const listed = places.some(({ code }) => code === value);
  const inProvince = (code: string) =>
    !listed && code.endsWith('0000') && typeof value === 'string' && value.slice(0, 2) === code.slice(0, 2);
  return (
    <View className="form-nested">
      <View className="form-label">{copy.county.which}</View>
      {places.length > MANY && <SearchField label={copy.county.search} value={sought} onChange={setSought} />}
      {shown.length === 0 && <View className="form-quiet">{copy.county.none}</View>}
      <ChoiceGroup label={copy.county.which}>
        {shown.map(({ code, name }) => (
          <Choice
            key={code}
            title={name}
            selected={value === code || inProvince(code)}
            onSelect={() => onAnswer(code)}
          />
        ))}
      </ChoiceGroup>
    </View>
  );
}
