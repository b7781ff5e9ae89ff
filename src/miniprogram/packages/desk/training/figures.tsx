import { today } from '@/client/clock';
import { useCall } from '@/client/use-call';
import { Card, Row } from '@/ui';
import { copy } from './copy';

const NAMES = [
  'sessions',
  'cancelled',
  'seats',
  'enrolled',
  'waiting',
  'came',
  'certified',
  'first',
] as const;

/** Training of the county this year, in figures. */
export function Figures() {
  const year = today().slice(0, 4);
  const { data } = useCall('training.numbers', { from: `${year}-01-01`, to: `${year}-12-31` });
  if (!data) return null;
  return (
    <Card title={copy.numbers}>
      {NAMES.map((name) => (
        <Row key={name} title={copy.figures[name]} note={`${data[name]}`} dense />
      ))}
    </Card>
  );
}
