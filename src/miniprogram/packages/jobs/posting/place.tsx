import { View } from '@tarojs/components';
import { useState } from 'react';
import { useBenefitViews } from '@/client/benefit-views';
import { decisionStatus } from '@/client/decision-status';
import type { Where } from '@/client/look-from';
import { usePack } from '@/client/pack';
import { routes } from '@/client/routes';
import { copyText } from '@/client/save-file';
import type { PostingView } from '@/contract/jobs';
import { COOPERATIONS, EXACTNESS } from '@/domain/jobs';
import { Box, Button, Card, Row, Section } from '@/ui';
import { RouteLink } from '@/ui/route-link';
import { copy as common } from '../parts/copy';
import { FactList } from '../parts/fact-list';
import { JobsMap } from '../parts/map';
import { farText, placeText } from '../parts/words';
import { copy } from './copy';

interface PlaceProps {
  posting: PostingView;
  where: Where | null;
}

const h5 = process.env.TARO_ENV === 'h5';

/** Where it is, how exactly that is known, and how to get there. */
export function Place({ posting, where }: PlaceProps) {
  const [said, setSaid] = useState('');
  const [map, setMap] = useState(false);
  const { lat, lng, employer: name, exact, route, offered_to } = posting;
  const address = addressOf(posting);
  const take = () => {
    copyText(`${address} ${name}`).then(
      () => setSaid(copy.place.copied),
      () => setSaid(copy.place.copyFailed),
    );
  };
  // far away, and nobody said where exactly: the words are all there is, a dot on a map would be wrong
  const placed = offered_to === null || exact === 'exact';
  const far = farText(posting, where);
  return (
    <>
      <FactList
        known
        title={copy.place.title}
        facts={[
          { name: copy.place.where, value: address },
          ...(far ? [{ name: copy.place.far, value: far }] : []),
          ...(placed ? [{ name: copy.place.exact, value: EXACTNESS[exact] }] : []),
          { name: copy.place.route, value: route },
        ]}
      />
      <View className="jobs-ways">
        {placed && (!h5 || exact === 'exact') && (
          <RouteLink lat={lat} lng={lng} name={name} address={address} />
        )}
        {h5 && placed && (
          <Button kind="secondary" icon="location" expanded={map} onPress={() => setMap(!map)}>
            {map ? copy.place.noMap : copy.place.map}
          </Button>
        )}
        <Button kind="secondary" icon="copy" onPress={take}>
          {copy.place.copyAddress}
        </Button>
      </View>
      <Box role="status" live="polite" className="jobs-quiet">
        {said}
      </Box>
      {map && <JobsMap postings={[posting]} where={where} />}
      {far && <View className="jobs-quiet">{common.rideHow}</View>}
      {offered_to !== null && <Away posting={posting} />}
    </>
  );
}

const addressOf = (posting: PostingView): string =>
  [placeText(posting), posting.village, posting.address].filter(Boolean).join(' ');

function Away({ posting: { kind, destination, cooperation, bus, brand } }: Pick<PlaceProps, 'posting'>) {
  const { views } = useBenefitViews();
  const { pack } = usePack();
  // what the region's document gives to those who go away; whose it is, the rules say
  const { reasons = [], transport = [] } = pack?.region.jobs ?? {};
  const ids = [...transport, ...reasons.filter(({ kinds }) => kinds.includes(kind))].map(
    ({ benefit }) => benefit,
  );
  const given = views.filter(({ benefit }) => ids.includes(benefit.id));
  return (
    <>
      <FactList
        known
        title={copy.away.title}
        facts={[
          { name: copy.away.destination, value: destination },
          { name: copy.away.cooperation, value: cooperation && COOPERATIONS[cooperation] },
          { name: copy.away.bus, value: bus },
          ...(brand ? [{ name: copy.away.brand, value: brand }] : []),
        ]}
      />
      {given.length > 0 && (
        <Section title={copy.away.subsidy}>
          <Card>
            {given.map(({ benefit, decision }) => (
              <Row
                key={benefit.id}
                title={benefit.title}
                status={decisionStatus(benefit, decision)}
                to={routes.benefit(benefit.id)}
                stacked
              />
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}
