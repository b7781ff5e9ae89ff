import { routes } from '@/client/routes';
import type { LoanFigures, Service } from '@/domain/cases/service';
import type { Pack } from '@/domain/eligibility/pack';
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

/** Where the document of the place names such loans; it states no figure. */
export function Passage({ service, pack }: { service: Service; pack: Pack }) {
  const id = service.regions[pack.region.id]?.document;
  const here = service.bundle?.steps.find((step) => step.id === 'loan')?.regions[pack.region.id];
  const number = pack.documents.find((one) => one.id === id)?.number;
  if (id === undefined || number === undefined || here?.item === undefined) return null;
  return (
    <Card>
      <Row
        icon="document"
        title={copy.cite(number, here.item)}
        line={copy.citeLine}
        to={routes.document(id, here.item, here.quote)}
        dense
      />
    </Card>
  );
}
