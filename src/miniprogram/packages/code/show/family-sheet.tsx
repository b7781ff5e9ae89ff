import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { call } from '@/client/call';
import { SELF } from '@/client/my-code';
import type { OutputOf } from '@/contract/api';
import { Button, Choice, ChoiceGroup, Sheet } from '@/ui';
import { copy } from './copy';

export type Child = OutputOf<'household.mine'>[number];

/** The children whose guardian one is; none until the server said so, and none without a network. */
export function useChildren(bound: boolean): readonly Child[] {
  const [children, setChildren] = useState<readonly Child[]>([]);
  useEffect(() => {
    if (!bound) return;
    call('household.mine', {}).then(
      (members) =>
        setChildren(members.filter(({ self, minor, details }) => !self && minor && details === 'open')),
      () => undefined,
    );
  }, [bound]);
  return children;
}

interface FamilySheetProps {
  open: boolean;
  members: readonly Child[];
  whose: string;
  onChoose: (whose: string) => void;
  onClose: () => void;
}

export function FamilySheet({ open, members, whose, onChoose, onClose }: FamilySheetProps) {
  return (
    <Sheet open={open} title={copy.familyTitle} onClose={onClose}>
      <View className="code-sheet">
        <ChoiceGroup label={copy.familyTitle}>
          <Choice title={copy.mine} selected={whose === SELF} onSelect={() => onChoose(SELF)} />
          {members.map(({ id, name, relation }) => (
            <Choice
              key={id}
              title={`${name}（${relation}）`}
              line={copy.child}
              selected={whose === id}
              onSelect={() => onChoose(id)}
            />
          ))}
        </ChoiceGroup>
        <Button kind="secondary" block onPress={onClose}>
          {copy.closeFamily}
        </Button>
      </View>
    </Sheet>
  );
}
