import { View } from '@tarojs/components';
import { useState } from 'react';
import { today } from '@/client/clock';
import { type Amounts, itemsOf } from '@/domain/wages/amounts';
import type { LawBook } from '@/domain/wages/law';
import { payLooksOdd } from '@/domain/wages/odd';
import { Choice, ChoiceGroup, Field, Hero, Notice, Section } from '@/ui';
import { copy } from './copy';
import { Items } from './items';
import { Months } from './months';
import type { Source } from './source';

type Ask = boolean | null;

/** 1,200.5 → 120050 fen; null when it is no amount */
function fenOf(text: string): number | null {
  const plain = text.replace(/[,，\s元]/g, '');
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}

export function Reckoning({ law, source }: { law: LawBook; source: Source }) {
  const [left, setLeft] = useState<Ask>(null);
  const [order, setOrder] = useState<Ask>(null);
  const [overtime, setOvertime] = useState('');
  const claimed = overtime === '' ? null : fenOf(overtime);
  const amounts: Amounts = itemsOf(law.pay, {
    ...source.known,
    today: today(),
    overtime: claimed !== null || source.overtime > 0 ? { fen: claimed, minutes: source.overtime } : null,
    left_for_arrears: left,
    order_unmet: order,
  });
  const { fen, how } = amounts.total;
  const odd = payLooksOdd(source.known);
  return (
    <>
      <Hero
        status="in_scope"
        word={copy.reference}
        what={copy.title}
        title={fen === null ? copy.unknown : copy.sum(fen)}
        line={how}
        readout={[copy.total, fen === null ? copy.unknown : copy.sum(fen), how, copy.note]}
      />
      {odd && (
        <Notice tone="ask" icon="status-ask" title={copy.odd} inset>
          {odd}
        </Notice>
      )}
      <Items law={law} items={amounts.items} />
      {source.owed && <Months owed={source.owed} />}
      <Section title={copy.asks}>
        <Asked title={copy.ask.left} value={left} onChange={setLeft} />
        <Asked title={copy.ask.order} value={order} onChange={setOrder} />
        <Field
          label={copy.ask.overtime}
          hint={copy.ask.overtimeHint}
          value={overtime}
          onChange={setOvertime}
          error={overtime !== '' && claimed === null ? copy.notMoney : undefined}
        />
      </Section>
      <View className="amount-quiet">{copy.note}</View>
    </>
  );
}

function Asked({ title, value, onChange }: { title: string; value: Ask; onChange: (value: Ask) => void }) {
  return (
    <View className="amount-ask">
      <View className="amount-ask__title">{title}</View>
      <ChoiceGroup label={title}>
        <Choice title={copy.ask.yes} selected={value === true} onSelect={() => onChange(true)} />
        <Choice title={copy.ask.no} selected={value === false} onSelect={() => onChange(false)} />
        <Choice title={copy.ask.unsure} selected={value === null} onSelect={() => onChange(null)} />
      </ChoiceGroup>
    </View>
  );
}
