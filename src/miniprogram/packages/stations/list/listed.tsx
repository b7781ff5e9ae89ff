import { View } from '@tarojs/components';
import { routes } from '@/client/routes';
import type { OutputOf } from '@/contract/api';
import { Card, Empty, PhoneLink, Quote, ReadAloud, Section } from '@/ui';
import { copy } from './copy';
import { Station, spokenStation } from './station';

export type Found = OutputOf<'stations.near'>;

interface ListedProps {
  found: Found;
  /** the township one looks from; null: the phone */
  from: string | null;
}

/** Near by, telephones, other provinces, and what the document says there is to be. */
export function Listed({ found: { near, more, elsewhere, hotlines, named }, from }: ListedProps) {
  return (
    <>
      {near.length === 0 ? (
        <Empty icon="village" title={copy.none} line={copy.noneLine} />
      ) : (
        <Section
          title={near.some(({ metres }) => metres !== null) ? copy.near : copy.unmeasured}
          aside={
            <ReadAloud
              what={copy.read}
              text={near.slice(0, READ_OUT).map((one) => spokenStation(one, from))}
            />
          }
        >
          {near.map((one) => (
            <Station key={one.id} station={one} from={from} />
          ))}
          {more && <View className="stations-quiet">{copy.more}</View>}
        </Section>
      )}
      <Section title={copy.hotlines}>
        <Card>
          {hotlines.map(({ number, name, about }) => (
            <View key={number} className="stations-line">
              <View className="stations-line__words">
                <View className="stations-line__name">{name}</View>
                <View className="stations-quiet">{about}</View>
              </View>
              <PhoneLink number={number} />
            </View>
          ))}
        </Card>
      </Section>
      {elsewhere.map(({ province, stations }) => (
        <Section key={province} title={`${copy.elsewhere}：${province}`}>
          {stations.map((one) => (
            <Station key={one.id} station={one} from={from} />
          ))}
        </Section>
      ))}
      {named.length > 0 && (
        <Section title={copy.named}>
          {[...new Set(named.map(({ quote }) => quote))].map((quote) => (
            <Named key={quote} named={named.filter((one) => one.quote === quote)} />
          ))}
        </Section>
      )}
    </>
  );
}

const READ_OUT = 10;

/** What the document says there is to be, in its own words; one sentence names several. */
function Named({ named }: { named: Found['named'] }) {
  const [first] = named;
  if (!first) return null;
  const { document, number, item, quote, office, expired } = first;
  const kinds = named.map(({ kind, supplied }) => `${copy.kind(kind)}${supplied ? '' : copy.namedNone}`);
  return (
    <View>
      <View className="stations-named">{kinds.join('、')}</View>
      {(office || expired) && (
        <View className="stations-quiet">
          {[office && copy.office(office.name), expired && copy.expired].filter(Boolean).join('，')}
        </View>
      )}
      <Quote text={quote} source={copy.source(number, item)} to={routes.document(document, item, quote)} />
      {office && <PhoneLink number={office.phone ?? '12333'} block />}
    </View>
  );
}
