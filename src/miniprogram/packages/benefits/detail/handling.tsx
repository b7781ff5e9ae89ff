import { View } from '@tarojs/components';
import { amountText, type BenefitView, paidToText } from '@/client/benefit-view';
import { usePlace } from '@/client/place';
import type { Pack } from '@/domain/eligibility';
import { Card, dateText, Notice, PhoneLink, Row, Section } from '@/ui';
import { copy } from './copy';

/** Amount only as the text states it, to whom, how often. */
export function Money({ view }: { view: BenefitView }) {
  const { benefit, decision } = view;
  const paid = paidToText(benefit.paid_to);
  if (benefit.kind !== 'money' || decision.reason === 'jurisdiction') return null;
  const amount = decision.amount
    ? [
        amountText(decision.amount, benefit.amount?.basis),
        decision.amount.fen === null ? null : benefit.amount?.basis,
      ]
        .filter(Boolean)
        .join('，')
    : benefit.amount
      ? null
      : copy.noAmount;
  return (
    <Section title={copy.money}>
      <Card>
        {amount && <Pair name={copy.amount} value={amount} />}
        {paid && <Pair name={copy.paidTo} value={paid} />}
        {benefit.frequency && <Pair name={copy.often} value={benefit.frequency.text} />}
        {benefit.window?.to && <Pair name={copy.until} value={dateText(benefit.window.to)} />}
      </Card>
    </Section>
  );
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <View className="detail-pair">
      <View className="detail-pair__name">{name}</View>
      <View className="detail-pair__value">{value}</View>
    </View>
  );
}

/** Who handles it and what to bring; what the text does not say is said to be usual. */
export function Handling({ view, pack }: { view: BenefitView; pack: Pack }) {
  const { handler, evidence } = view.benefit;
  const office = pack.region.offices.find(({ id }) => id === handler.office);
  const papers = evidence.flatMap((id) => pack.evidence[id] ?? []);
  return (
    <>
      <Section title={copy.handler.title}>
        <Card>
          {office && (
            <Row
              icon="user"
              title={office.name}
              line={handler.quote ? copy.handler.stated : copy.handler.usual}
            />
          )}
          <View className="detail-call">
            <PhoneLink number={office?.phone ?? '12333'} block>
              {office?.phone ? office.phone : copy.handler.noPhone}
            </PhoneLink>
          </View>
        </Card>
      </Section>
      <Section title={copy.evidence.title}>
        <View className="detail-quiet">{copy.evidence.line}</View>
        <Card>
          {papers.map(({ title, detail }) => (
            <Row key={title} icon="document" title={title} line={detail} dense />
          ))}
        </Card>
      </Section>
    </>
  );
}

/** How an open passage is read, what else it touches, and what is said of this place. */
export function Readings({
  view,
  pack,
  titleOf,
}: {
  view: BenefitView;
  pack: Pack;
  titleOf: (id: string) => string;
}) {
  const { interactions = [], places = [] } = view.benefit;
  const readings = readingsOf(view);
  const { place } = usePlace();
  const unit = pack.region.units.find(({ id }) => id === place?.unit);
  const flags = (unit?.flags ?? []).filter(({ flag }) => places.includes(flag));
  return (
    <>
      {unit &&
        flags.map(({ flag, source, note, confirmed }) => (
          <Notice key={flag} inset tone="half" icon="location" title={copy.place(unit.name, source)}>
            {`${confirmed ? '' : copy.unconfirmed}${note}。`}
          </Notice>
        ))}
      {interactions.length > 0 && (
        <Section title={copy.together}>
          <Card>
            {interactions.map(({ rule, text, with: others = [] }) => (
              <Row
                key={rule}
                icon="link"
                title={text}
                line={others.map(titleOf).filter(Boolean).join('、') || undefined}
                dense
              />
            ))}
          </Card>
        </Section>
      )}
      {readings.length > 0 && (
        <Section title={copy.readings}>
          <View className="detail-quiet">{copy.readingsLine}</View>
          <Card pad>
            {readings.map(({ id, text }) => (
              <View key={id} className="detail-reading">
                {text}
              </View>
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}

/** The benefit's own readings, and for a document whose start is assumed (A12) that one too. */
function readingsOf({ benefit, document }: BenefitView): readonly { id: string; text: string }[] {
  const { assumed, note } = document.effective;
  const own = benefit.readings ?? [];
  return assumed && note ? [...own, { id: 'A12', text: note }] : own;
}
