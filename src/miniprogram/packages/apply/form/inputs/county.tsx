import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePack } from '@/client/pack';
import { usePlace } from '@/client/place';
import { routes } from '@/client/routes';
import { homeCodeOf, type Pack, type Unit } from '@/domain/eligibility';
import { PROVINCES } from '@/domain/geo/provinces';
import { Button, Choice, ChoiceGroup, SearchField } from '@/ui';
import { copy } from '../copy';
import type { InputProps } from './props';

interface Named {
  readonly code: string;
  readonly name: string;
  /** what a county can be found by besides its name */
  readonly spelled?: string;
}

/**
 * A county. `county` says whose office handles it: one of this region. Any other question may be answered with any
 * county of the province, or another province.
 */
export function CountyInput(props: InputProps) {
  const { pack } = usePack();
  if (!pack) return null;
  return props.question.id === 'county' ? (
    <OfficeCounty {...props} pack={pack} />
  ) : (
    <AnyCounty {...props} pack={pack} />
  );
}

type WithPack = InputProps & { pack: Pack };

function useHere({ region }: Pack): { unit: Unit | undefined; others: readonly Named[] } {
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

function OfficeCounty({ question, value, onAnswer, pack }: WithPack) {
  const { unit, others } = useHere(pack);
  const here = unit ? homeCodeOf(unit, pack.region.id) : pack.region.id;
  const elsewhere = typeof value === 'string' && value !== '' && value !== here;
  const [open, setOpen] = useState(elsewhere);
  return (
    <>
      <ChoiceGroup label={question.title}>
        <Choice
          title={copy.county.here(unit?.name ?? pack.region.name)}
          icon="location"
          selected={!open && value === here}
          onSelect={() => {
            setOpen(false);
            onAnswer(here);
          }}
        />
        {others.length > 0 && (
          <Choice
            title={copy.county.sameProvince(pack.region.province)}
            icon="bus"
            selected={open}
            onSelect={() => setOpen(true)}
          />
        )}
      </ChoiceGroup>
      {open && <Nested places={others} value={value} onAnswer={onAnswer} />}
      <Button kind="ghost" to={routes.choosePlace()} iconAfter="next">
        {copy.county.anotherPlace}
      </Button>
    </>
  );
}

type Ring = 'here' | 'province' | 'elsewhere';

function ringOf(value: InputProps['value'], here: string): Ring | null {
  if (typeof value !== 'string' || value === '') return null;
  if (value === here) return 'here';
  return value.slice(0, 2) === here.slice(0, 2) ? 'province' : 'elsewhere';
}

function AnyCounty({ question, value, onAnswer, pack }: WithPack) {
  const { unit, others } = useHere(pack);
  const { region } = pack;
  const here = unit ? homeCodeOf(unit, region.id) : region.id;
  const [open, setOpen] = useState<Ring | null>(ringOf(value, here));
  const ring = value === null ? null : open;
  // a region of one county knows no others by name: the province's own code stands for "not here"
  const province = `${region.id.slice(0, 2)}0000`;
  const pick = (next: Ring, code?: string) => {
    setOpen(next);
    // the former answer does not stand while another ring is open
    onAnswer(code ?? '');
  };
  const nested =
    ring === 'province'
      ? others
      : ring === 'elsewhere'
        ? PROVINCES.filter(({ code }) => code !== province)
        : [];
  return (
    <>
      <ChoiceGroup label={question.title}>
        <Choice
          title={copy.county.here(unit?.name ?? region.name)}
          icon="location"
          selected={ring === 'here'}
          onSelect={() => pick('here', here)}
        />
        <Choice
          title={copy.county.sameProvince(region.province)}
          icon="bus"
          selected={ring === 'province'}
          onSelect={() => pick('province', others.length > 0 ? undefined : province)}
        />
        <Choice
          title={copy.county.elsewhere}
          icon="train"
          selected={ring === 'elsewhere'}
          onSelect={() => pick('elsewhere')}
        />
      </ChoiceGroup>
      {nested.length > 0 && <Nested key={ring} places={nested} value={value} onAnswer={onAnswer} />}
    </>
  );
}

const MANY = 12;

/** The counties or provinces to choose from; a long list can be searched. */
function Nested({
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
