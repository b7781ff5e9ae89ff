import { View } from '@tarojs/components';
import { useState } from 'react';
import type { LoanFigures } from '@/domain/cases/service';
import { type LoanAsked, loanCost, netRate, rateText, subsidyOf } from '@/domain/startup/loan';
import { Box, Card, Notice, Row, Section } from '@/ui';
import { copy } from './copy';

/** The sums, and under each how it comes about. */
export function Cost({ asked, figures }: { asked: LoanAsked; figures: LoanFigures | null }) {
  const cost = loanCost(asked);
  const first = cost.months[0];
  const last = cost.months[cost.months.length - 1];
  const [open, setOpen] = useState(false);
  if (!first || !last) return null;
  const why =
    asked.repayment === 'equal'
      ? copy.equalWhy(cost.monthly, first.interest, first.principal)
      : copy.laterWhy(asked.fen);
  return (
    <>
      <Box role="status" live="polite">
        <Card pad>
          <View>{copy.monthly}</View>
          <View className="loan-sum">{copy.sum(cost.monthly)}</View>
          {last.pay !== cost.monthly && <View className="loan-quiet">{copy.last(last.pay)}</View>}
          <View className="loan-quiet">{copy.interest(cost.interest)}</View>
          <View className="loan-quiet">{copy.total(cost.total)}</View>
        </Card>
      </Box>
      <Section title={copy.arithmetic}>
        <Card>
          <Row title={copy.first(asked.fen, rateText(asked.rate_bp), first.interest)} dense />
          <Row title={why} dense />
          <Row title={copy.roundWhy} dense />
          <Row title={copy.table} expanded={open} onPress={() => setOpen(!open)} dense />
          {open &&
            cost.months.map(({ number, pay, interest, principal, left }) => (
              <Row key={number} title={copy.row(number, pay, interest, principal, left)} dense />
            ))}
        </Card>
      </Section>
      <Subsidy asked={asked} interest={cost.interest} figures={figures} />
    </>
  );
}

interface SubsidyProps {
  asked: LoanAsked;
  interest: number;
  figures: LoanFigures | null;
}

function Subsidy({ asked, interest, figures }: SubsidyProps) {
  if (!figures) {
    return (
      <Section title={copy.subsidy}>
        <Card pad>{copy.none}</Card>
      </Section>
    );
  }
  const { state_percent: percent, net_bp: most } = figures;
  const part = subsidyOf(interest, percent);
  const net = netRate(asked.rate_bp, percent);
  return (
    <Section title={copy.subsidy}>
      <Card pad>
        <View className="loan-sum">{copy.sum(part)}</View>
        <View className="loan-quiet">{copy.subsidyLine(percent, interest, part)}</View>
        <View className="loan-quiet">{copy.net(interest - part)}</View>
        <View className="loan-quiet">{copy.source(figures.source)}</View>
      </Card>
      {net > most && (
        <Notice tone="ask" icon="flag" inset live>
          {copy.aboveNet(rateText(net), rateText(most))}
        </Notice>
      )}
      {asked.fen > figures.person_fen && (
        <Notice tone="ask" icon="flag" inset live>
          {asked.fen > Math.max(figures.firm_fen, figures.partners_fen) ? copy.aboveAll : copy.abovePerson}
        </Notice>
      )}
    </Section>
  );
}
