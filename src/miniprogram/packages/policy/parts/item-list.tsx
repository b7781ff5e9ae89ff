import { View } from '@tarojs/components';
import { routes } from '@/client/routes';
import type { Pack } from '@/domain/eligibility/pack';
import type { PolicyDocument, PolicyItem } from '@/domain/eligibility/types';
import { Card, Heading, Row } from '@/ui';
import { copy } from './copy';
import { itemName } from './search';
import './item-list.scss';

export interface ItemListProps {
  document: PolicyDocument;
  pack: Pack | null;
  /** opens an item in place; else its page is opened */
  onOpen?: (key: string) => void;
}

/** The items of a document under their chapters, each with how many benefits rest on it. */
export function ItemList({ document, pack, onOpen }: ItemListProps) {
  return (
    <>
      {chapters(document).map(({ chapter, items }, i) => (
        <View key={chapter ?? `part-${i}`} className="policy-chapter">
          {chapter && (
            <Heading level={3} className="policy-chapter__title">
              {chapter}
            </Heading>
          )}
          <Card>
            {items.map((item) => {
              const count = citing(pack, document.id, item.key).length;
              return (
                <Row
                  key={item.key}
                  title={itemName(item)}
                  note={count > 0 ? copy.citing(count) : undefined}
                  dense
                  {...(onOpen
                    ? { onPress: () => onOpen(item.key) }
                    : { to: routes.document(document.id, item.key) })}
                />
              );
            })}
          </Card>
        </View>
      ))}
    </>
  );
}

/** Benefits of the pack that rest on an item, in display order. */
export const citing = (pack: Pack | null, document: string, key: string) =>
  (pack?.benefits ?? []).filter((benefit) => benefit.document === document && benefit.items.includes(key));

function chapters({
  items,
}: PolicyDocument): readonly { chapter: string | null; items: readonly PolicyItem[] }[] {
  const groups: { chapter: string | null; items: PolicyItem[] }[] = [];
  for (const item of items) {
    const open = groups[groups.length - 1];
    if (open && open.chapter === item.chapter) open.items.push(item);
    else groups.push({ chapter: item.chapter, items: [item] });
  }
  return groups;
}
