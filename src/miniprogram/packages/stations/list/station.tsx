import { View } from '@tarojs/components';
import { useState } from 'react';
import { copyText } from '@/client/save-file';
import type { StationView } from '@/contract/stations';
import { Box, Button, Card, Heading, PhoneLink } from '@/ui';
import { RouteLink } from '@/ui/route-link';
import { copy } from './copy';

const h5 = process.env.TARO_ENV === 'h5';

const KM = 1000;
const farText = (from: string | null, metres: number) =>
  copy.far(
    from,

    metres < KM ? `${Math.max(50, Math.round(metres / 50) * 50)}米` : `${(metres / KM).toFixed(1)}公里`,
  );

const placeOf = ({ province, city, county_name, town, village, address }: StationView): string =>
  [province, city, county_name, town, village, address].filter(Boolean).join(' ');

const linesOf = (station: StationView, from: string | null): readonly string[] => {
  const { kind, metres, hours, services } = station;
  return [
    [copy.kind(kind), metres !== null && farText(from, metres)].filter(Boolean).join(' · '),
    placeOf(station),
    hours === null ? copy.noHours : copy.hours(hours),
    ...(services.length > 0 ? [copy.services(services)] : []),
  ];
};

export const spokenStation = (station: StationView, from: string | null): string =>
  [station.name, ...linesOf(station, from)].join('，');

interface StationProps {
  station: StationView;
  /** the township one looks from; null: the phone */
  from: string | null;
}

/** One place: what it is, where, when, what is done there, how to get there. */
export function Station({ station, from }: StationProps) {
  const [said, setSaid] = useState('');
  const { name, phone, point, address, sample } = station;
  const place = placeOf(station);
  const take = () => {
    copyText(`${place} ${name}`).then(
      () => setSaid(copy.copied),
      () => setSaid(copy.copyFailed),
    );
  };
  return (
    <Card pad>
      <Heading level={3} className="stations-name">
        {sample && !name.startsWith(copy.sample) ? `${copy.sample}：${name}` : name}
      </Heading>
      {linesOf(station, from).map((line) => (
        <View key={line} className="stations-text">
          {line}
        </View>
      ))}
      <View className="stations-ways">
        {phone && <PhoneLink number={phone}>{copy.call}</PhoneLink>}
        {point && <RouteLink lat={point.lat} lng={point.lng} name={name} address={place} />}
        {(h5 || !point) && address && (
          <Button kind="secondary" icon="copy" onPress={take} label={`${copy.copyAddress}：${name}`}>
            {copy.copyAddress}
          </Button>
        )}
      </View>
      <Box role="status" live="polite" className="stations-quiet">
        {said}
      </Box>
    </Card>
  );
}
