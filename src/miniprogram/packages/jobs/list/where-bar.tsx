import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Where } from '@/client/look-from';
import { routes } from '@/client/routes';
import { Button, Empty, Icon, Press } from '@/ui';
import { copy } from './copy';
import type { Scope } from './filter';
import { WhereSheet } from './where-sheet';

interface WhereBarProps {
  scope: Scope;
  where: Where;
  /** the township chosen has no point: measured from the middle of its county */
  fromMiddle: boolean;
}

/** Where one looks from; a tap changes it. */
export function WhereBar({ scope, where, fromMiddle }: WhereBarProps) {
  const [open, setOpen] = useState(false);
  const words = wordsOf(scope, where, fromMiddle);
  const change = `${words}，${copy.where.change}`;
  const inside = (
    <>
      <Icon name="location" duo className="jobs-where__icon" />
      <View className="jobs-where__words">{words}</View>
      <View className="jobs-where__change">{copy.where.change}</View>
    </>
  );
  return (
    <>
      {scope === 'away' ? (
        <>
          <Press className="jobs-where" to={routes.choosePlace()} spoken={change}>
            {inside}
          </Press>
          {where.kind === 'place' && <View className="jobs-quiet">{copy.awayHow(where.name)}</View>}
        </>
      ) : (
        <Press className="jobs-where" onPress={() => setOpen(true)} spoken={change}>
          {inside}
        </Press>
      )}
      {scope === 'near' && where.kind === 'place' && (where.town === null || fromMiddle) && (
        <View className="jobs-quiet">
          {where.town === null ? copy.where.unknown : copy.where.noTown(where.town)}
        </View>
      )}
      {open && <WhereSheet where={where} onClose={() => setOpen(false)} />}
    </>
  );
}

function wordsOf(scope: Scope, where: Where, fromMiddle: boolean): string {
  if (where.kind === 'here') return copy.where.here;
  if (scope === 'away') return copy.where.away(where.name);
  return where.town === null || fromMiddle
    ? copy.where.middle(where.name)
    : copy.where.place(`${where.name}${where.town}`);
}

/** No place was chosen and the phone's was not asked for. */
export function NoWhere({ scope }: { scope: Scope }) {
  const [open, setOpen] = useState(false);
  if (scope === 'away') {
    return (
      <Empty icon="bus" title={copy.none.awayPlace} line={copy.none.awayPlaceLine}>
        <Button to={routes.choosePlace()} block>
          {copy.none.choose}
        </Button>
      </Empty>
    );
  }
  return (
    <>
      <Empty icon="location" title={copy.none.place} line={copy.none.placeLine}>
        <Button block onPress={() => setOpen(true)}>
          {copy.none.choose}
        </Button>
      </Empty>
      {open && <WhereSheet where={null} onClose={() => setOpen(false)} />}
    </>
  );
}
