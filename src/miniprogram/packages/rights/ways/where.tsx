import { View } from '@tarojs/components';
import { useCounty } from '@/client/county';
import { usePack } from '@/client/pack';
import { useRegions } from '@/client/regions';
import type { Answers } from '@/domain/cases';
import type { LawBook, TrackRow } from '@/domain/wages/law';
import { Card, PhoneLink, Row, Section } from '@/ui';
import { Cites } from '../parts/article';
import { copy } from './copy';

interface WhereProps {
  law: LawBook;
  answers: Answers;
  first: TrackRow['id'];
}

/** The body that answers for the place of work, whatever county the family is listed in. */
export function Where({ law, answers, first }: WhereProps) {
  const county = useCounty();
  const { units } = useRegions();
  const { pack } = usePack();
  const code = typeof answers.county === 'string' && answers.county !== '' ? answers.county : null;
  const bodies = law.bodies.filter(
    ({ track }) => track === 'complaint' || track === 'arbitration' || track === first,
  );
  const known =
    code !== null && (units ?? []).some((unit) => unit.code === code || unit.aliases?.includes(code));
  const offices = pack?.region.id.slice(0, 2) === code?.slice(0, 2) ? pack?.region.offices : undefined;
  const supplied = offices?.filter(({ id, phone }) => phone !== null && /inspect|arbitration/.test(id)) ?? [];
  return (
    <Section title={copy.where}>
      <Card>
        <Row icon="location" title={code === null ? copy.noPlace : copy.whereLine(county(code))} dense />
        {bodies.map((body) => (
          <View key={`${body.track} ${body.who}`} className="ways-track">
            <View className="ways-track__head">{body.who}</View>
            <View className="ways-track__line">{body.plain}</View>
            <Cites law={law} cites={body.cite} />
          </View>
        ))}
        {supplied.map(({ id, name, phone, address, hours }) => (
          <View key={id} className="ways-track">
            <View className="ways-track__head">{name}</View>
            <View className="ways-track__line">
              {[address, hours].filter(Boolean).join('，') || copy.office.unknown}
            </View>
            {phone && <PhoneLink number={phone} />}
          </View>
        ))}
        {code !== null && supplied.length === 0 && (
          <View className="ways-track">
            <View className="ways-track__line">{known || units === null ? copy.noOffice : copy.outside}</View>
            <PhoneLink number="12333" />
          </View>
        )}
      </Card>
    </Section>
  );
}
