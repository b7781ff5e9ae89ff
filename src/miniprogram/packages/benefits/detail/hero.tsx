import { Text, View } from '@tarojs/components';
import { amountText, type BenefitView, distanceOfView, headline, workedText } from '@/client/benefit-view';
import { decisionStatus } from '@/client/decision-status';
import { dayNumber } from '@/domain/calendar/days';
import { Box, Meter, monthDayText, ReadAloud, StatusTag } from '@/ui';
import { copy } from './copy';

export interface HeroProps {
  view: BenefitView;
  regionName: string;
  titleOf: (id: string) => string;
}

/** The answer first: status, what it means in large type, one line, and how far it is. */
export function Hero({ view, regionName, titleOf }: HeroProps) {
  const { benefit, decision } = view;
  const { title, line } = headline(view, regionName, titleOf);
  const yuan = decision.amount?.fen != null ? amountText(decision.amount).replace(/ 元$/, '') : null;
  const word = decision.status === 'in_scope' && benefit.kind !== 'money' ? '在范围内' : undefined;
  return (
    <View className="detail-hero">
      <View className="detail-hero__head">
        <StatusTag status={decisionStatus(decision)} word={word} />
        <ReadAloud
          what={copy.readAloud}
          text={[benefit.title, title, line, ...decision.clauses.map(({ text }) => text)]}
        />
      </View>
      {process.env.TARO_ENV === 'h5' ? null : <View className="detail-hero__name">{benefit.title}</View>}
      {yuan ? (
        <Box tag="h2" className="detail-hero__title">
          <Text>你可以领 </Text>
          <Text className="detail-hero__amount">{yuan}</Text>
          <Text> 元</Text>
        </Box>
      ) : (
        <Box tag="h2" className="detail-hero__title">
          {title}
        </Box>
      )}
      <View className="detail-hero__line">{line}</View>
      {decision.notes.map((note) => (
        <View key={note} className="detail-hero__note">
          {note}
        </View>
      ))}
      <Distance view={view} />
    </View>
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
