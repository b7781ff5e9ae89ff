import type { LoanFigures } from '@/domain/cases/service';
import { rateText } from '@/domain/startup/loan';
import { Card, Row, Section } from '@/ui';
import { copy } from './copy';

/** The figures of a rule of its own name and year. */
export function Rule({ figures }: { figures: LoanFigures }) {
  const { person_fen, partner_fen, partners_fen, firm_fen, over_lpr_bp, state_percent, net_bp } = figures;
  return (
    <Section title={copy.rule(figures.as)}>
      <Card>
        <Row title={copy.limits(person_fen, partner_fen, partners_fen, firm_fen)} dense />
        <Row title={copy.rateRule(`${over_lpr_bp / 100}`)} dense />
        <Row title={copy.share(state_percent, rateText(net_bp))} dense />
        <Row icon="document" title={copy.source(figures.source)} dense />
      </Card>
    </Section>
  );
}
