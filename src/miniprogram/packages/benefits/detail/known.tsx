import { View } from '@tarojs/components';
import type { BenefitView } from '@/client/benefit-view';
import { knownBehind } from '@/client/known-text';
import { useKnown, useRegister } from '@/client/register';
import type { Region } from '@/domain/eligibility';
import { consentForFact } from '@/domain/privacy/consents';
import { KnownFacts, Section, Withheld } from '@/ui';
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
  if (!view) return null;
  const facts = [
    'home_county' as const,
    ...decision.clauses.flatMap(({ compared }) => compared.map(({ fact }) => fact)),
  ];
  const shown = knownBehind(facts, known);
  const missing = decision.missing.map(consentForFact);
  const withheld = view.withheld.filter((kind) => missing.includes(kind));
  return (
    <>
      <Withheld kinds={withheld} />
      {shown.length > 0 && (
        <Section title={copy.known}>
          <View className="detail-quiet">{copy.knownLine}</View>
          <KnownFacts known={shown} region={region} readOnly={member !== undefined} />
        </Section>
      )}
    </>
  );
}
