import { View } from '@tarojs/components';
import { useHomeCounty } from '@/client/look-from';
import { routes } from '@/client/routes';
import { useShare } from '@/client/share';
import { useCall } from '@/client/use-call';
import type { OutputOf } from '@/contract/api';
import {
  Button,
  Card,
  Empty,
  ErrorState,
  Heading,
  Page,
  PhoneLink,
  Quote,
  ReadAloud,
  Row,
  Section,
  Skeleton,
} from '@/ui';
import { FactList } from '../parts/fact-list';
import { copy } from './copy';

type Library = OutputOf<'brands.list'>;
type Brand = Library['brands'][number];

/** Labour brands of the region: what each is, where it trains, where it hires; and what the document wants. */
export default function Brands() {
  const home = useHomeCounty();
  useShare(copy.title, routes.brands());
  return (
    <Page title={copy.title}>
      <View className="jobs-quiet">{copy.about}</View>
      {home ? (
        <Listed county={home.code} />
      ) : (
        <Empty icon="location" title={copy.noPlace} line={copy.noPlaceLine}>
          <Button to={routes.choosePlace()} block>
            {copy.choose}
          </Button>
        </Empty>
      )}
    </Page>
  );
}

function Listed({ county }: { county: string }) {
  const { data, error, reload } = useCall('brands.list', { county });
  if (data) return <Found library={data} />;
  if (!error) return <Skeleton lines={6} />;
  if (error.name !== 'RegionWithoutPack') return <ErrorState error={error} onRetry={() => void reload()} />;
  return (
    <Empty icon="location" title={copy.notServed}>
      <PhoneLink number="12333" block />
    </Empty>
  );
}

const spoken = ({ name, what, trains, hires }: Brand): string =>
  [name, what, `${copy.trains}：${trains ?? copy.unsaid}`, `${copy.hires}：${hires ?? copy.unsaid}`].join(
    '，',
  );

function Found({ library: { brands, focus } }: { library: Library }) {
  return (
    <>
      {brands.length === 0 ? (
        <Empty icon="flag" title={copy.none} line={copy.noneLine}>
          <PhoneLink number="12333" block />
        </Empty>
      ) : (
        <Section
          title={copy.here(brands.length)}
          aside={<ReadAloud what={copy.read} text={brands.map(spoken)} />}
        >
          {brands.map((one) => (
            <OneBrand key={one.id} brand={one} />
          ))}
        </Section>
      )}
      <Card>
        <Row icon="gangwei" title={copy.jobs} to={routes.jobs({ scope: 'away', kinds: 'brand' })} dense />
        <Row icon="peixun" title={copy.courses} to={routes.training()} dense />
      </Card>
      {focus.length > 0 && (
        <Section title={copy.named}>
          {focus.map(({ area, trades, document, number, item, quote, expired }) => (
            <View key={area}>
              <Heading level={3}>{area}</Heading>
              <View className="jobs-quiet jobs-quiet--over">
                {[trades.join('、'), expired && copy.expired].filter(Boolean).join('，')}
              </View>
              <Quote
                text={quote}
                source={copy.source(number, item)}
                to={routes.document(document, item, quote)}
              />
            </View>
          ))}
        </Section>
      )}
    </>
  );
}

function OneBrand({ brand: { name, county_name, what, trains, hires, phone } }: { brand: Brand }) {
  return (
    <>
      <FactList
        title={`${name} · ${county_name}`}
        facts={[
          { name: copy.what, value: what },
          { name: copy.trains, value: trains },
          { name: copy.hires, value: hires },
        ]}
      />
      {phone && <PhoneLink number={phone}>{copy.call}</PhoneLink>}
    </>
  );
}
