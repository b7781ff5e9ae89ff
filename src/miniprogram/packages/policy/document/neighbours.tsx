import type { PolicyItem } from '@/domain/eligibility/types';
import { Button } from '@/ui';
import { copy } from '../parts/copy';
import { itemName } from '../parts/search';

interface NeighboursProps {
  items: readonly PolicyItem[];
  at: PolicyItem;
  onOpen: (key: string | null) => void;
}

/** The item before, all items, the item after. */
export function Neighbours({ items, at, onOpen }: NeighboursProps) {
  const index = items.indexOf(at);
  const before = items[index - 1];
  const after = items[index + 1];
  return (
    <>
      {before && (
        <Button
          kind="secondary"
          icon="back"
          label={`上一条，${itemName(before)}`}
          onPress={() => onOpen(before.key)}
        >
          {before.key}
        </Button>
      )}
      <Button kind="secondary" onPress={() => onOpen(null)}>
        {copy.all}
      </Button>
      {after && (
        <Button
          kind="secondary"
          iconAfter="next"
          label={`下一条，${itemName(after)}`}
          onPress={() => onOpen(after.key)}
        >
          {after.key}
        </Button>
      )}
    </>
  );
}
