import { AREAS, isCounted } from '@/client/areas';
import { areaRoute, routes } from '@/client/routes';
import { useShare } from '@/client/share';
import { useSummary } from '@/client/summary';
import { Card, PackGate, Page, Row, Section } from '@/ui';
import { copy, countLine } from './copy';
import { Hall } from './hall';

/** What one can apply for, then every door with what stands behind it. */
export default function Services() {
  const summary = useSummary();
  useShare();
  return (
    <Page tab="services" title={copy.title}>
      <PackGate>
        {(pack) => (
          <Hall pack={pack}>
            <Section title={copy.areas}>
              <Card>
                {AREAS.map(({ area, icon, word, line }) => (
                  <Row
                    key={area}
                    icon={icon}
                    title={word}
                    line={summary && isCounted(area) ? countLine(summary.areas[area]) : line}
                    to={areaRoute(area)}
                  />
                ))}
              </Card>
            </Section>
            <Section title={copy.more}>
              <Card>
                <Row icon="tasks" title={copy.check} line={copy.checkLine} to={routes.check()} />
                <Row
                  icon="document"
                  title={copy.library}
                  line={copy.libraryLine(pack.documents.length)}
                  to={routes.library()}
                />
              </Card>
            </Section>
          </Hall>
        )}
      </PackGate>
    </Page>
  );
}
