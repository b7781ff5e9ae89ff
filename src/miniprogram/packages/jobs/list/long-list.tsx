import { View } from '@tarojs/components';
import { type ReactNode, useId } from 'react';
import { Box, Card } from '@/ui';
import { CHUNK, useWindow } from './use-window';

interface LongListProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** 第21到40个: names each part for screen readers */
  nameOf: (from: number, to: number) => string;
  /** the last part is reached */
  onEnd?: (() => void) | undefined;
  render: (item: T) => ReactNode;
}

/** Any number of lines, at most sixty of them in the tree: the part one looks at and its neighbours; the others keep their room. */
export function LongList<T>({ items, keyOf, nameOf, onEnd, render }: LongListProps<T>) {
  // ids of WeChat's selectors are plain
  const id = `jobs${useId().replace(/\W/g, '')}`;
  const count = Math.ceil(items.length / CHUNK);
  const { isDrawn, roomOf } = useWindow(id, count, onEnd);
  return (
    <View className="jobs-chunks">
      {Array.from({ length: count }, (_, chunk) => {
        const some = items.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
        const first = chunk * CHUNK + 1;
        const drawn = isDrawn(chunk);
        return (
          <Box
            key={`${id}-${first}`}
            id={`${id}-${chunk}`}
            role={drawn ? 'group' : undefined}
            label={drawn ? nameOf(first, first + some.length - 1) : undefined}
            style={drawn ? undefined : { minHeight: `${roomOf(chunk)}px` }}
          >
            {drawn && (
              <Card>
                {some.map((item) => (
                  <View key={keyOf(item)} className="jobs-row">
                    {render(item)}
                  </View>
                ))}
              </Card>
            )}
          </Box>
        );
      })}
    </View>
  );
}
