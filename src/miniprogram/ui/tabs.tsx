import { Text } from '@tarojs/components';
import { Box } from './box';
import { Press } from './press';
import './tabs.scss';

export interface TabItem<K extends string> {
  key: K;
  label: string;
  count?: number;
}

export interface TabsProps<K extends string> {
  /** what is being filtered, for screen readers */
  label: string;
  items: readonly TabItem<K>[];
  value: K;
  onChange: (key: K) => void;
}

/** A row of filters, one of them on. */
export function Tabs<K extends string>({ label, items, value, onChange }: TabsProps<K>) {
  return (
    <Box className="ui-tabs" role="group" label={label}>
      {items.map((item) => {
        const on = item.key === value;
        const words = item.count === undefined ? item.label : `${item.label} ${item.count}`;
        return (
          <Press
            key={item.key}
            className={`ui-tabs__item ${on ? 'ui-tabs__item--on' : ''}`}
            pressed={on}
            spoken={words}
            onPress={() => onChange(item.key)}
          >
            <Text>{words}</Text>
          </Press>
        );
      })}
    </Box>
  );
}
