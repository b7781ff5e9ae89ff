import { useState } from 'react';
import { useRegions } from '@/client/regions';
import { homeCodeOf } from '@/domain/eligibility';
import { PROVINCES } from '@/domain/geo/provinces';
import { Choice, ChoiceGroup, Notice } from '@/ui';
import { copy } from '../copy';
import { Nested, useHere, type WithPack } from './places';

/** Any place at all: the family's county, any other with documents, or a province where there are none. */
export function Workplace({ question, value, onAnswer, pack }: WithPack) {
  const { unit, others } = useHere(pack);
  const { units } = useRegions();
  const here = unit ? homeCodeOf(unit, pack.region.id) : pack.region.id;
  const abroad = (units ?? []).filter(
    ({ region, abolished_on }) => region !== pack.region.id && !abolished_on,
  );
  const known = new Map([
    ...others.map((one) => [one.code, one] as const),
    ...abroad.map((one) => {
      const code = homeCodeOf(one, one.region);
      return [
        code,
        { code, name: `${one.province} ${one.name}`, spelled: `${one.pinyin} ${one.initials}` },
      ] as const;
    }),
  ]);
  const provinces = PROVINCES.filter(({ code }) => code !== `${pack.region.id.slice(0, 2)}0000`);
  const chosen = typeof value === 'string' ? value : '';
  const first = chosen === here ? 'here' : known.has(chosen) ? 'known' : chosen === '' ? null : 'outside';
  const [ring, setRing] = useState(first);
  const pick = (next: typeof ring, code: string) => {
    setRing(next);
    onAnswer(code);
  };
  return (
    <>
      <ChoiceGroup label={question.title}>
        <Choice
          title={copy.county.here(unit?.name ?? pack.region.name)}
          icon="location"
          selected={ring === 'here'}
          onSelect={() => pick('here', here)}
        />
        {known.size > 0 && (
          <Choice
            title={copy.county.known(pack.region.province)}
            icon="bus"
            selected={ring === 'known'}
            onSelect={() => pick('known', '')}
          />
        )}
        <Choice
          title={copy.county.elsewhere}
          icon="train"
          selected={ring === 'outside'}
          onSelect={() => pick('outside', '')}
        />
      </ChoiceGroup>
      {ring === 'known' && <Nested places={[...known.values()]} value={value} onAnswer={onAnswer} />}
      {ring === 'outside' && <Nested places={provinces} value={value} onAnswer={onAnswer} />}
      {ring === 'outside' && chosen !== '' && (
        <Notice tone="ask" icon="flag" title={copy.county.outside.title} inset live>
          {copy.county.outside.line}
        </Notice>
      )}
    </>
  );
}
