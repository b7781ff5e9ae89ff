import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayWords } from '@/client/case-words';
import { today } from '@/client/clock';
import { dropMoment } from '@/client/moments';
import type { ClockEntry } from '@/domain/wages/clock';
import { type LawBook, MOMENTS, type Moment } from '@/domain/wages/law';
import { Box, Button, Confirm, Icon, type IconName } from '@/ui';
import { Cites } from '../parts/article';
import { copy } from './copy';
import type { UseClock } from './use-clock';

interface RoadProps {
  law: LawBook;
  clock: UseClock;
}

/** One line from what happened, over today, to everything that is still to be done. */
export function Road({ law, clock: { entries, moments, own } }: RoadProps) {
  const [dropping, setDropping] = useState<string | null>(null);
  const now = today();
  const done = entries.filter(({ state }) => state !== 'running');
  const ahead = entries.filter(({ state }) => state === 'running');
  const noted = new Set(own.map(({ id }) => id));
  return (
    <>
      <Box tag="ul" className="road" role="list">
        {moments.map((moment, at) => (
          <Happened
            key={`${moment.kind} ${moment.on} ${moment.from ?? at}`}
            moment={moment}
            met={done.filter(({ from }) => from === moment)}
            onDrop={moment.from && noted.has(moment.from) ? () => setDropping(moment.from ?? null) : null}
          />
        ))}
        <Box tag="li" className="road__today" role="listitem">
          <View className="road__now">{copy.today(dayWords(now))}</View>
        </Box>
        {ahead.map((entry) => (
          <Ahead key={`${entry.row.id} ${entry.from.on}`} law={law} entry={entry} />
        ))}
      </Box>
      <View className="road-legend">
        <View className="road-legend__one ui-ink--doing">
          <Icon name="shield" size={22} />
          <View>{copy.legend.they}</View>
        </View>
        <View className="road-legend__one ui-ink--ask">
          <Icon name="flag" size={22} />
          <View>{copy.legend.you}</View>
        </View>
      </View>
      <View className="road-quiet">{copy.calendarYears}</View>
      <Confirm
        open={dropping !== null}
        title={copy.dropTitle}
        yes={copy.dropYes}
        onNo={() => setDropping(null)}
        onYes={() => {
          if (dropping) dropMoment(dropping);
          setDropping(null);
        }}
      />
    </>
  );
}

function Stop({ tone, icon, children }: { tone: string; icon: IconName; children: React.ReactNode }) {
  return (
    <Box tag="li" className="road__stop" role="listitem">
      <View className={`road__mark ui-tint--${tone}`}>
        <Icon name={icon} size={24} />
      </View>
      <View className="road__words">{children}</View>
    </Box>
  );
}

interface HappenedProps {
  moment: Moment;
  /** what had to be done after it, and was, or was not in time */
  met: readonly ClockEntry[];
  onDrop: (() => void) | null;
}

function Happened({ moment, met, onDrop }: HappenedProps) {
  return (
    <Stop tone="ok" icon="status-ok">
      <View className="road__day">{dayWords(moment.on)}</View>
      <View className="road__what">{MOMENTS[moment.kind]}</View>
      {met.map((entry) => (
        <View key={entry.row.id} className={`road__line ${entry.state === 'passed' ? 'ui-ink--no' : ''}`}>
          {pastLine(entry)}
        </View>
      ))}
      {onDrop && (
        <Button kind="ghost" small onPress={onDrop} label={`${copy.drop}：${MOMENTS[moment.kind]}`}>
          {copy.drop}
        </Button>
      )}
    </Stop>
  );
}

function pastLine({ row, state, late, opens, ran_out }: ClockEntry): string {
  if (state === 'met') return `${row.title}：${late ? copy.metLate : copy.met}`;
  const then = ran_out ? copy.ranOut(dayWords(ran_out)) : ((opens && copy.opens[opens]) ?? row.effect);
  return `${row.title}：${copy.passed}。${then}`;
}

function Ahead({ law, entry }: { law: LawBook; entry: ClockEntry }) {
  const { row, by, advised, statutory, calendar_missing: missing, from } = entry;
  const mine = by === 'worker';
  const tone = mine ? 'ask' : 'doing';
  const said = advised === null ? null : (mine ? copy.must : copy.should)(dayWords(advised));
  return (
    <Stop tone={tone} icon={mine ? 'user' : 'status-doing'}>
      <View className="road__day">{copy.who[by]}</View>
      <View className="road__what">{row.title}</View>
      {said && (
        <View className={`road__due ui-tint--${tone}`}>
          <Icon name={mine ? 'flag' : 'shield'} size={24} />
          <View className="road__date">{said}</View>
        </View>
      )}
      {entry.stopped && <View className="road__line">{copy.stopped}</View>}
      {advised === null && missing !== undefined && (
        <View className="road__line">{copy.noDate(missing)}</View>
      )}
      {advised !== null && statutory === null && missing !== undefined && (
        <View className="road__line">{copy.missing(missing)}</View>
      )}
      {advised !== null && statutory !== null && statutory !== advised && (
        <View className="road__line">{copy.both(dayWords(statutory))}</View>
      )}
      <View className="road__line">{copy.because(dayWords(from.on), MOMENTS[from.kind])}</View>
      {entry.end_unknown && <View className="road__line">{copy.endUnknown}</View>}
      {entry.interruptions?.map(({ moment, counts }) => (
        <View key={`${moment.kind} ${moment.on}`} className="road__line">
          {(counts ? copy.restarted : copy.inVain)(dayWords(moment.on), MOMENTS[moment.kind])}
        </View>
      ))}
      <View className="road__line">{row.effect}</View>
      {row.information_only && <View className="road__line">{copy.info}</View>}
      <Cites law={law} cites={row.cite} />
    </Stop>
  );
}
