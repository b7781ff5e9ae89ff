import { View } from '@tarojs/components';
import { useState } from 'react';
import { CONTRACTS, INSURANCES, type Insurance, KEEPS, SHIFTS } from '@/domain/jobs';
import { Button, Card, Check, Field } from '@/ui';
import { type AskedProps, Skilled } from './asked';
import { copy } from './copy';
import { Pick } from './fields';

/** What helps to be found; nobody has to say it. */
export function More({ draft, wrong, change }: AskedProps) {
  const [open, setOpen] = useState(false);
  // what is wrong in it is not hidden
  if (!open && wrong.gather === undefined)
    return (
      <Button kind="ghost" iconAfter="down" expanded={false} onPress={() => setOpen(true)}>
        {copy.more}
      </Button>
    );
  return (
    <Card pad>
      <View className="desk-sheet">
        <Skilled draft={draft} change={change} />
        <Pick label={copy.shift} words={SHIFTS} value={draft.shift} onChange={(shift) => change({ shift })} />
        <Pick label={copy.board} words={KEEPS} value={draft.board} onChange={(board) => change({ board })} />
        <Pick
          label={copy.lodging}
          words={KEEPS}
          value={draft.lodging}
          onChange={(lodging) => change({ lodging })}
        />
        <Pick
          label={copy.contract}
          words={CONTRACTS}
          value={draft.contract}
          onChange={(contract) => change({ contract })}
        />
        <View className="desk-label">{copy.insurance}</View>
        <View className="desk-checks">
          {(Object.keys(INSURANCES) as Insurance[]).map((one) => (
            <Check
              key={one}
              title={INSURANCES[one]}
              checked={draft.insurance.includes(one)}
              onChange={(on) =>
                change((now) => ({
                  insurance: on ? [...now.insurance, one] : now.insurance.filter((other) => other !== one),
                }))
              }
            />
          ))}
        </View>
        <View className="desk-checks">
          <Check
            title={copy.childcare}
            checked={draft.childcare}
            onChange={(childcare) => change({ childcare })}
          />
          <Check title={copy.elders} checked={draft.elders} onChange={(elders) => change({ elders })} />
          <Check title={copy.light} checked={draft.light} onChange={(light) => change({ light })} />
        </View>
        <Field
          label={copy.gather}
          value={draft.gather}
          maxLength={200}
          error={wrong.gather}
          onChange={(gather) => change({ gather })}
        />
        <Button kind="ghost" expanded onPress={() => setOpen(false)}>
          {copy.moreClose}
        </Button>
      </View>
    </Card>
  );
}
