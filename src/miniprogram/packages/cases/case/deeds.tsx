import { useState } from 'react';
import { useActing } from '@/client/acting';
import { dayWords, plainDays } from '@/client/case-words';
import { go, routes } from '@/client/routes';
import type { CaseView } from '@/contract/cases';
import { Card, Row, Section } from '@/ui';
import { copy, DEEDS, type Deed } from './copy';

interface DeedsProps {
  view: CaseView;
  onDeed: (deed: Deed) => void;
}

/** Everything one can do with it now; what one cannot do, with the reason, on a press. */
export function Deeds({ view: { id, can, rated, asked, words }, onDeed }: DeedsProps) {
  const acting = useActing();
  const [open, setOpen] = useState(false);
  // a rating is the person's own word
  const known = DEEDS.filter((deed) => can[deed] && !(acting && deed === 'rate'));
  // what is asked for has its own card above
  const now = known.filter((deed) => can[deed]?.ok && !(asked && deed === 'supplement'));
  const not = known.flatMap((deed) => {
    const may = can[deed];
    return may && !may.ok ? [{ deed, why: may.why }] : [];
  });
  if (known.length === 0) return null;
  return (
    <Section title={words?.deeds?.title ?? copy.deeds}>
      <Card>
        {rated !== null && <Row icon="status-ok" iconClass="ui-ink--ok" title={copy.rated(rated)} dense />}
        {now.map((deed) => {
          const may = can[deed];
          const own = deed === 'withdraw' ? words?.withdraw?.hint : undefined;
          const until = may?.ok && may.until ? copy.until(dayWords(may.until)) : null;
          return (
            <Row
              key={deed}
              title={copy.deed[deed]}
              line={[own ?? copy.deedLine[deed], until].filter(Boolean).join('。')}
              onPress={() => (deed === 'supplement' ? go(routes.supplement(id)) : onDeed(deed))}
              dense
            />
          );
        })}
        {not.length > 0 && (
          <Row
            icon="status-none"
            iconClass="ui-ink--none"
            title={copy.items(words?.deeds?.not_now ?? copy.notNow, not.length)}
            expanded={open}
            onPress={() => setOpen(!open)}
            dense
          />
        )}
        {open &&
          not.map(({ deed, why }) => <Row key={deed} title={copy.deed[deed]} line={plainDays(why)} dense />)}
      </Card>
    </Section>
  );
}
