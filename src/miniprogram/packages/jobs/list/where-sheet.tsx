import { View } from '@tarojs/components';
import { useState } from 'react';
import { type LocateProblem, locate } from '@/client/locate';
import { lookFromHere, lookFromPlace, type Where } from '@/client/look-from';
import { usePack } from '@/client/pack';
import { useRegions } from '@/client/regions';
import { homeCodeOf, type Unit } from '@/domain/eligibility/pack';
import { Box, Button, Notice, Sheet } from '@/ui';
import { Select } from '@/ui/select';
import { copy } from './copy';

interface WhereSheetProps {
  where: Where | null;
  onClose: () => void;
}

const ANY = '';
const words = copy.where;

/** The phone's place, only for who presses the button; else a county and, where known, a township. */
export function WhereSheet({ where, onClose }: WhereSheetProps) {
  const [problem, setProblem] = useState<LocateProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const [county, setCounty] = useState(where?.kind === 'place' ? where.county : '');
  const [town, setTown] = useState(where?.kind === 'place' ? (where.town ?? ANY) : ANY);
  const counties = useCounties();
  const towns = useTowns(county);
  const name = counties.find(({ value }) => value === county)?.label;

  const find = () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    locate().then(
      (point) => {
        lookFromHere(point);
        onClose();
      },
      (thrown: LocateProblem) => {
        setBusy(false);
        setProblem(thrown);
      },
    );
  };
  const take = () => {
    if (name === undefined) return;
    lookFromPlace({ county, name, town: town === ANY ? null : town });
    onClose();
  };
  return (
    <Sheet open title={words.sheet} onClose={onClose}>
      <View className="jobs-stack">
        <Button kind="secondary" icon="location" block onPress={find}>
          {busy ? words.locating : words.locate}
        </Button>
        <View className="jobs-quiet">{words.locateHow}</View>
        <Box role="status" live="polite">
          {problem && (
            <Notice tone="ask" icon="status-ask" inset>
              {words[problem]}
            </Notice>
          )}
        </Box>
        <Select
          label={words.county}
          placeholder={words.pick}
          value={county}
          options={counties}
          onChange={(value) => {
            setCounty(value);
            setTown(ANY);
          }}
        />
        {county !== '' && towns.length > 0 && (
          <Select
            label={words.town}
            value={town}
            options={[
              { value: ANY, label: words.anyTown },
              ...towns.map((one) => ({ value: one, label: one })),
            ]}
            onChange={setTown}
          />
        )}
        {county !== '' && towns.length === 0 && <View className="jobs-quiet">{words.townHow}</View>}
        <View className="jobs-quiet">{words.noCounty}</View>
        {name !== undefined && (
          <Button block onPress={take}>
            {words.take}
          </Button>
        )}
      </View>
    </Sheet>
  );
}

/** Those that still are: what was abolished lies in what took its place. */
function useCounties(): readonly { readonly value: string; readonly label: string }[] {
  const { units } = useRegions();
  const { pack } = usePack();
  const all: readonly (Unit & { readonly region?: string })[] = units ?? pack?.region.units ?? [];
  return all
    .filter((unit) => unit.now === undefined && !unit.functional)
    .map((unit) => ({ value: homeCodeOf(unit, unit.region ?? ''), label: unit.short_name }));
}

/** Townships whose point the county has supplied. */
function useTowns(county: string): readonly string[] {
  const { pack } = usePack();
  const places = pack?.region.places ?? [];
  return places.filter(({ code, point }) => point && code.startsWith(county)).map(({ name }) => name);
}
