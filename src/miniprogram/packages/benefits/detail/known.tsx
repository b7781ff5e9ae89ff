import { useState } from 'react';
import type { BenefitView } from '@/client/benefit-view';
import { knownBehind } from '@/client/known-text';
import { useKnown, useRegister } from '@/client/register';
import type { Region } from '@/domain/eligibility';
import { consentForFact } from '@/domain/privacy/consents';
import { Card, KnownFacts, Row, Withheld } from '@/ui';
import { copy } from './copy';

interface KnownProps {
  view: BenefitView;
  region: Region;
  member: string | undefined;
}

/** What was known for this one benefit: each fact with its office and day; what was held back, and why. */
export function Known({ view: { decision }, region, member }: KnownProps) {
  const { view } = useRegister(member);
  const { known } = useKnown(member);
  const [open, setOpen] = useState(false);
  if (!view) return null;
  const facts = [
    'home_county' as const,
    ...decision.clauses.flatMap(({ compared }) => compared.map(({ fact }) => fact)),
  ];
  const shown = knownBehind(facts, known);
  const registered = shown.filter(({ register }) => register !== null);
  const missing = decision.missing.map(consentForFact);
  const withheld = view.withheld.filter((kind) => missing.includes(kind));
  return (
    <>
      <Withheld kinds={withheld} />
      {registered.length > 0 && (
        <Card>
          <Row
            icon="document"
            title={copy.known}
            line={copy.knownLine(registered.length)}
            expanded={open}
            onPress={() => setOpen(!open)}
            dense
          />
        </Card>
      )}
      {open && <KnownFacts known={shown} region={region} readOnly={member !== undefined} />}
    </>
  );
}
