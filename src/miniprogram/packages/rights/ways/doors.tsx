import { View } from '@tarojs/components';
import type { LawBook, TrackRow } from '@/domain/wages/law';
import { doorsAfter } from '@/domain/wages/ways';
import { Box, Icon } from '@/ui';
import { aria } from '@/ui/aria';
import { copy } from './copy';
import './doors.scss';

type Id = TrackRow['id'];
const ROWS: readonly Id[] = ['complaint', 'arbitration', 'court'];

interface DoorsProps {
  law: LawBook;
  /** what is advised first; the column beside it is the other way people ask for */
  first: Id;
}

/** Three doors, side by side: which stay open when this way, or that one, is taken first. */
export function Doors({ law, first }: DoorsProps) {
  const advised = ROWS.includes(first) ? first : 'complaint';
  const columns = [advised, advised === 'complaint' ? 'arbitration' : 'complaint'] as const;
  return (
    <Box className="doors" role="group" label={columns.map((one) => wordsOf(law, one)).join('。')}>
      <View className="doors__grid" {...aria({ hidden: true })}>
        <View className="doors__corner">{copy.doors.title}</View>
        {columns.map((one, at) => (
          <ColumnHead key={one} law={law} first={one} advised={at === 0} />
        ))}
        {ROWS.flatMap((row) => [
          <View key={row} className="doors__row">
            {copy.short[row]}
          </View>,
          ...columns.map((one, at) => (
            <Cell key={`${row} ${one}`} law={law} row={row} first={one} advised={at === 0} />
          )),
        ])}
      </View>
    </Box>
  );
}

/** The doors of the three that are open when `first` is taken first, in the order they are gone through. */
function openAfter(law: LawBook, first: Id): readonly Id[] {
  const open = doorsAfter(law, first);
  const rest = ROWS.filter((id) => id !== first && open.includes(id));
  return [first, ...rest];
}

function wordsOf(law: LawBook, first: Id): string {
  const open = openAfter(law, first);
  const shut = ROWS.filter((id) => !open.includes(id));
  const ways = open.map((id) => copy.short[id]).join('、');
  const end = shut.length > 0 ? `，${shut.map((id) => copy.short[id]).join('、')}${copy.doors.shut}` : '';
  return `${copy.doors.first(first)}：${ways}${copy.doors.open}${end}`;
}

interface CellProps {
  law: LawBook;
  first: Id;
  advised: boolean;
}

function ColumnHead({ law, first, advised }: CellProps) {
  const shut = ROWS.length - openAfter(law, first).length;
  const tone = shut === 0 ? 'ok' : 'no';
  return (
    <View className={`doors__head ${advised ? 'doors__col--advised' : ''}`}>
      <View className={`doors__first ${advised ? 'ui-ink--ok' : ''}`}>{copy.doors.first(first)}</View>
      <View className={`doors__sum ui-ink--${tone}`}>
        <Icon name={shut === 0 ? 'status-ok' : 'status-no'} size={18} />
        <View>{shut === 0 ? copy.doors.allOpen : copy.doors.shuts(shut)}</View>
      </View>
    </View>
  );
}

function Cell({ law, row, first, advised }: CellProps & { row: Id }) {
  const nth = openAfter(law, first).indexOf(row);
  const open = nth >= 0;
  const look = !open ? 'doors__cell--shut' : advised ? 'doors__col--advised ui-ink--ok' : '';
  return (
    <View className={`doors__cell ${look}`}>
      <Icon name={open ? 'door-open' : 'door-closed'} size={28} />
      <View className="doors__word">{open ? copy.doors.open : copy.doors.shut}</View>
      {open && <View className={`doors__nth ${advised ? 'doors__nth--advised' : ''}`}>{nth + 1}</View>}
    </View>
  );
}
