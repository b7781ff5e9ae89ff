import { View } from '@tarojs/components';
import type { Staff, Village } from '@/client/village';
import { Tabs } from '@/ui';
import { Select } from '@/ui/select';
import { copy } from './copy';
import type { Place } from './use-village';

interface PlaceChoiceProps {
  view: Village;
  staff: Staff;
  place: Place;
  onChange: (place: Place) => void;
}

const optionsOf = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));

/** Which month; which township and village, for whoever has several. */
export function PlaceChoice({ view, staff, place, onChange }: PlaceChoiceProps) {
  const { town, village, month } = place;
  const present = month === '' ? view.month : null;
  const months = [
    { key: 'this', label: copy.thisMonth },
    { key: 'last', label: copy.lastMonth },
  ] as const;
  return (
    <View className="desk-place">
      <View className="desk-tabs">
        <Tabs
          label={copy.months}
          items={months}
          value={month === '' ? 'this' : 'last'}
          onChange={(key) => {
            if (key === 'this') onChange({ ...place, month: '' });
            else if (present) onChange({ ...place, month: monthBefore(present) });
          }}
        />
      </View>
      {staff.role !== 'village' && (
        <View className="desk-place__choice">
          {!staff.town && (
            <Select
              label={copy.town}
              value={town}
              options={optionsOf(view.towns)}
              onChange={(next) => onChange({ ...place, town: next, village: '' })}
            />
          )}
          {(staff.town || town) && (
            <Select
              label={copy.village}
              value={village}
              options={optionsOf(view.villages)}
              onChange={(next) => onChange({ ...place, village: next })}
            />
          )}
        </View>
      )}
    </View>
  );
}

/** 2026-01 → 2025-12 */
function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${`${number - 1}`.padStart(2, '0')}`;
}
