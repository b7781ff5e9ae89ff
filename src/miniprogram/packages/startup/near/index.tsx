import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { usePlace } from '@/client/place';
import { routes } from '@/client/routes';
import { copyText } from '@/client/save-file';
import { useService } from '@/client/services';
import type { Pack, StartupPlace } from '@/domain/eligibility/pack';
import { Box, Button, Card, Empty, PackGate, Page, PhoneLink, Quote, Row, Section } from '@/ui';
import { copy } from './copy';
import './index.scss';

/** Mentors and parks, as the county has supplied them; where it has not, that is said. */
export default function NearPage() {
  return <Page title={copy.title}>{<PackGate>{(pack) => <Near pack={pack} />}</PackGate>}</Page>;
}

const KINDS = ['mentor', 'park', 'site'] as const;

function Near({ pack }: { pack: Pack }) {
  const { place } = usePlace();
  const { service } = useService('startup');
  const park = service?.bundle?.steps.find(({ id }) => id === 'incubator')?.regions[pack.region.id];
  const office = pack.region.offices.find(({ id }) => id === park?.office)?.name;
  const places = pack.region.startup_places ?? [];
  const here = (one: StartupPlace) => (one.unit === place?.unit ? 0 : 1);
  const sorted = [...places].sort((a, b) => here(a) - here(b));
  return (
    <>
      {places.length === 0 ? (
        <Empty icon="location" title={copy.none} line={copy.noneLine(office)}>
          <PhoneLink number="12333" block>
            {copy.ask}
          </PhoneLink>
        </Empty>
      ) : (
        <View className="near-quiet">{copy.first}</View>
      )}
      {KINDS.map((kind) => {
        const some = sorted.filter((one) => one.kind === kind);
        return (
          some.length > 0 && (
            <Section key={kind} title={copy.kind[kind]}>
              {some.map((one) => (
                <OnePlace key={`${one.unit} ${one.name}`} place={one} pack={pack} />
              ))}
            </Section>
          )
        );
      })}
      {park?.item !== undefined && park.quote !== undefined && (
        <Says pack={pack} document={service?.regions[pack.region.id]?.document} {...park} />
      )}
      <Card>
        <Row icon="chuangye" title={copy.join} to={routes.startup()} />
      </Card>
    </>
  );
}

interface SaysProps {
  pack: Pack;
  document: string | undefined;
  item?: string;
  quote?: string;
}

/** That there are to be parks is the document's word; which there are, the county's. */
function Says({ pack, document, item = '', quote = '' }: SaysProps) {
  const number = pack.documents.find(({ id }) => id === document)?.number;
  if (document === undefined || number === undefined) return null;
  return (
    <Section title={copy.says}>
      <Quote text={quote} source={`${number}${item}`} to={routes.document(document, item, quote)} />
    </Section>
  );
}

function OnePlace({ place, pack }: { place: StartupPlace; pack: Pack }) {
  const [said, setSaid] = useState('');
  const unit = pack.region.units.find(({ id }) => id === place.unit)?.short_name;
  const where = [unit, place.address].filter(Boolean).join('，');
  const go = () => {
    const { lat: latitude, lng: longitude, name, address = '' } = place;
    if (process.env.TARO_ENV !== 'h5' && latitude !== undefined && longitude !== undefined) {
      Taro.openLocation({ latitude, longitude, name, address }).catch(() => undefined);
      return;
    }
    copyText(`${address} ${name}`.trim()).then(
      () => setSaid(copy.copied),
      () => setSaid(copy.copyFailed),
    );
  };
  return (
    <Card>
      <Row icon={place.kind === 'mentor' ? 'user' : 'location'} title={place.name} line={where} dense />
      {place.about && <Row title={place.about} dense />}
      <View className="near-ways">
        <PhoneLink number={place.phone ?? '12333'} block />
        {(place.address || place.lat !== undefined) && (
          <Button kind="secondary" block icon="location" onPress={go} label={`${copy.route}：${place.name}`}>
            {copy.route}
          </Button>
        )}
        <Box role="status" live="polite">
          {said}
        </Box>
      </View>
    </Card>
  );
}
