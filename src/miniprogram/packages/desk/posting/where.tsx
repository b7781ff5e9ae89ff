import { View } from '@tarojs/components';
import { useRegions } from '@/client/regions';
import { PROVINCES } from '@/domain/geo/provinces';
import { COOPERATIONS } from '@/domain/jobs';
import { Card, Check, Field } from '@/ui';
import { Select } from '@/ui/select';
import type { AskedProps } from './asked';
import { copy } from './copy';
import { Pick } from './fields';

interface WhereProps extends AskedProps {
  /** staff: their own county, which they do not choose */
  fixed: boolean;
  /** a township clerk's own */
  town: string | null;
}

const PROVINCE_OPTIONS = PROVINCES.map(({ code, name }) => ({ value: code, label: name }));

/** Here, or elsewhere for the people of here. */
export function Where({ draft, wrong, change, fixed, town }: WhereProps) {
  const { units } = useRegions();
  const counties = (units ?? []).flatMap(({ code, name, abolished_on }) =>
    code === null || abolished_on ? [] : [{ value: code, label: name }],
  );
  return (
    <Card pad title={copy.where}>
      <View className="desk-sheet">
        {town === null && (
          <Check
            title={copy.away}
            line={copy.awayLine}
            checked={draft.away}
            onChange={(away) => change({ away })}
          />
        )}
        {!fixed && (
          <Select
            label={draft.away ? copy.offered : copy.county}
            options={counties}
            value={draft.county}
            error={wrong.county}
            onChange={(county) => change({ county })}
          />
        )}
        {draft.away ? <Away draft={draft} wrong={wrong} change={change} /> : null}
        {!draft.away && (
          <>
            {town === null && (
              <Field
                label={copy.town}
                hint={copy.townHint}
                value={draft.town}
                maxLength={40}
                error={wrong.town}
                onChange={(next) => change({ town: next })}
              />
            )}
            <Field
              label={copy.village}
              value={draft.village}
              maxLength={40}
              error={wrong.village}
              onChange={(village) => change({ village })}
            />
          </>
        )}
        <Field
          label={copy.address}
          value={draft.address}
          maxLength={120}
          error={wrong.address}
          onChange={(address) => change({ address })}
        />
        <Field
          label={copy.route}
          value={draft.route}
          maxLength={200}
          error={wrong.route}
          onChange={(route) => change({ route })}
        />
      </View>
    </Card>
  );
}

function Away({ draft, wrong, change }: AskedProps) {
  return (
    <>
      <Select
        label={copy.province}
        options={PROVINCE_OPTIONS}
        value={draft.province}
        error={wrong.province}
        onChange={(province) => change({ province })}
      />
      <Field
        label={copy.destination}
        hint={copy.destinationHint}
        value={draft.destination}
        maxLength={100}
        error={wrong.destination}
        onChange={(destination) => change({ destination })}
      />
      <Pick
        label={copy.cooperation}
        words={COOPERATIONS}
        value={draft.cooperation}
        onChange={(cooperation) => change({ cooperation })}
      />
      <Field
        label={copy.bus}
        value={draft.bus}
        maxLength={200}
        error={wrong.bus}
        onChange={(bus) => change({ bus })}
      />
    </>
  );
}
