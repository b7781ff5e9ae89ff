import { View } from '@tarojs/components';
import type { Region } from '@/domain/eligibility/pack';
import { Card, PhoneLink, Row, Section } from '@/ui';
import { copy } from './copy';
import './who-helps.scss';

/** The offices that do it, then the lines that answer. */
export function WhoHelps({ region, offices }: { region: Region; offices: readonly string[] }) {
  const named = region.offices.filter(({ id }) => offices.includes(id));
  return (
    <>
      {named.length > 0 && (
        <Section title={copy.who}>
          <Card>
            {named.map(({ id, name, phone, address, hours }) => (
              <View key={id}>
                <Row
                  icon="user"
                  title={name}
                  line={[address, hours].filter(Boolean).join('，') || (phone ? undefined : copy.noPhone)}
                  dense
                />
                {phone && (
                  <View className="area-call">
                    <PhoneLink number={phone} block />
                  </View>
                )}
              </View>
            ))}
          </Card>
        </Section>
      )}
      <Section title={copy.call}>
        <Card>
          {region.hotlines.map(({ number, name, about }) => (
            <View key={number} className="area-line">
              <View className="area-line__words">
                <View className="area-line__name">{name}</View>
                <View className="area-line__about">{about}</View>
              </View>
              <PhoneLink number={number} />
            </View>
          ))}
        </Card>
      </Section>
    </>
  );
}
