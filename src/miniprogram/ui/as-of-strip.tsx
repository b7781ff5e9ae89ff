import { useAsOf } from '@/client/as-of';
import { dateTextWithWeekday } from './date-text';
import { Notice } from './notice';

/** Says that the page is looked at from another day, with the way back; nothing on today. */
export function AsOfStrip() {
  const { asOf, isToday, set } = useAsOf();
  if (isToday) return null;
  return (
    <Notice icon="calendar" action={{ text: '回到今天', onPress: () => set(null) }}>
      {`按${dateTextWithWeekday(asOf)}看`}
    </Notice>
  );
}
