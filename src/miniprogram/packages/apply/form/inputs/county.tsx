import { useState } from 'react';
import { usePack } from '@/client/pack';
import { routes } from '@/client/routes';
import { homeCodeOf } from '@/domain/eligibility';
import { PROVINCES } from '@/domain/geo/provinces';
import { Button, Choice, ChoiceGroup } from '@/ui';
import { copy } from '../copy';
import { Nested, useHere, type WithPack } from './places';
import type { InputProps } from './props';
import { Workplace } from './workplace';

/**
 * A county. `county` says whose office handles it: one of this region. Any other question may be answered with any
 * county of the province, or another province.
 */
export function CountyInput(props: InputProps) {
  const { pack } = usePack();
  if (!pack) return null;
  if (props.question.anywhere) return <Workplace {...props} pack={pack} />;
  return props.question.id === 'county' ? (
    <OfficeCounty {...props} pack={pack} />
  ) : (
    <AnyCounty {...props} pack={pack} />
  );
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
