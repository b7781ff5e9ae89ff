import { View } from '@tarojs/components';
import { semesterText } from '@/client/fact-text';
import { Box, Icon, type IconName, Press } from '@/ui';
import { CELL_WORDS, copy } from './copy';
import type { Cell, CellState, GridRow } from './grid';

const ICONS: Record<CellState, IconName> = {
  in: 'status-half',
  before: 'status-none',
  stopped: 'status-none',
  no: 'status-none',
  ask: 'status-ask',
};

export interface SemesterPictureProps {
  rows: readonly GridRow[];
  /** the document has ended: the cells speak of then */
  ended: boolean;
  selected: string | null;
  onSelect: (semester: string) => void;
  /** from which semester families are taken in */
  start: string | null;
  /** semester in which the risk was eliminated; `none` = not yet */
  eliminated: string | null;
}

/** Years down, spring and autumn across; where it starts and where it stops stand between the rows. */
export function SemesterPicture(props: SemesterPictureProps) {
  const { rows, start, eliminated } = props;
  const startYear = start === null ? null : Number(start.slice(0, 4));
  const stopYear = eliminated === null || eliminated === 'none' ? null : Number(eliminated.slice(0, 4));
  return (
    <Box className="yulu-grid" role="group" label={copy.grid}>
      <View className="yulu-grid__row yulu-grid__row--head" aria-hidden="true">
        <View className="yulu-grid__year" />
        <View className="yulu-grid__term">{copy.spring}</View>
        <View className="yulu-grid__term">{copy.autumn}</View>
      </View>
      {rows.map(({ year, cells }) => (
        <View key={year}>
          {start !== null && year === startYear && (
            <View className="yulu-grid__note">
              <Icon name="flag" size={18} duo />
              {copy.starts(semesterText(start))}
            </View>
          )}
          <View className="yulu-grid__row">
            <View className="yulu-grid__year">{year}</View>
            {cells.map((cell) => (
              <SemesterCell key={cell.semester} cell={cell} {...props} />
            ))}
          </View>
          {eliminated !== null && year === stopYear && (
            <View className="yulu-grid__note">
              <Icon name="shield" size={18} duo />
              {copy.stops(semesterText(eliminated))}
            </View>
          )}
        </View>
      ))}
      {eliminated === 'none' && <View className="yulu-grid__note">{copy.notYet}</View>}
    </Box>
  );
}

function SemesterCell({ cell, ended, selected, onSelect }: SemesterPictureProps & { cell: Cell }) {
  const { semester, state } = cell;
  const on = semester === selected;
  const word = CELL_WORDS[state][ended ? 'ended' : 'now'];
  return (
    <Press
      className={`yulu-cell yulu-cell--${state} ${on ? 'yulu-cell--on' : ''}`}
      pressed={on}
      label={`${semesterText(semester)}，${word}`}
      onPress={() => onSelect(semester)}
    >
      <View className="yulu-cell__term">{semester.endsWith('S') ? copy.spring : copy.autumn}</View>
      <Icon name={ICONS[state]} size={20} />
      <View className="yulu-cell__word">{word}</View>
      {on && (
        <View className="yulu-cell__tick" aria-hidden="true">
          <Icon name="tick" size={16} />
        </View>
      )}
    </Press>
  );
}
