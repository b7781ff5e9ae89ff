import { Text, View } from '@tarojs/components';
import { amountText, type BenefitView, distanceOfView, headline, workedText } from '@/client/benefit-view';
import { decisionStatus } from '@/client/decision-status';
import { dayNumber } from '@/domain/calendar/days';
import { Hero, Meter, monthDayText } from '@/ui';
import { copy } from './copy';

export interface AnswerProps {
  view: BenefitView;
  regionName: string;
  titleOf: (id: string) => string;
}

/** What it means for this person, with the notes that concern them, and how far it is. */
export function Answer({ view, regionName, titleOf }: AnswerProps) {
  const { benefit, decision } = view;
  const { title, line } = headline(view, regionName, titleOf);
  const yuan = decision.amount?.fen != null ? amountText(decision.amount).replace(/ 元$/, '') : null;
  const sum = (
    <>
      <Text>你可以领 </Text>
      <Text className="detail-amount">{yuan}</Text>
      <Text> 元</Text>
    </>
  );
  return (
    <Hero
      status={decisionStatus(benefit, decision)}
      word={decision.status === 'in_scope' && benefit.kind !== 'money' ? '在范围内' : undefined}
      what={copy.readAloud}
      name={benefit.title}
      readout={[benefit.title, title, line, ...decision.clauses.map(({ text }) => text)]}
      title={yuan ? sum : title}
      line={line}
    >
      {decision.notes.map((note) => (
        <View key={note} className="detail-note">
          {note}
        </View>
      ))}
      <Distance view={view} />
    </Hero>
  );
}

/** The bar of the months worked, when that alone is lacking and reaching it still helps. */
function Distance({ view }: { view: BenefitView }) {
  const distance = distanceOfView(view);
  const since = view.facts.stable_since;
  const worked = workedText(view.facts, view.asOf);
  if (
    distance?.fact !== 'stable_months' ||
    !distance.on ||
    distance.too_late ||
    typeof since !== 'string' ||
    !worked
  )
    return null;
  const total = dayNumber(distance.on) - dayNumber(since);
  const done = dayNumber(view.asOf) - dayNumber(since);
  const months = view.decision.clauses
    .flatMap(({ compared }) => compared)
    .find(({ fact }) => fact === 'stable_months')?.target;
  if (typeof months !== 'number') return null;
  return (
    <Meter
      value={total > 0 ? done / total : 0}
      marker={copy.meter.marker(monthDayText(view.asOf), worked)}
      start={copy.meter.start(monthDayText(since))}
      goal={copy.meter.goal(monthDayText(distance.on), months)}
    />
  );
}
