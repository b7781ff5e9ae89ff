import { today } from '@/client/clock';
import { routes } from '@/client/routes';
import { useShare } from '@/client/share';
import { Card, Empty, PackGate, Page, Row, Section } from '@/ui';
import { copy } from './copy';
import { documentNotices } from './notices';

/** Nothing of one's own yet; what the documents say of their time stands here already. */
export default function Messages() {
  useShare();
  return (
    <Page tab="messages" title={copy.title}>
      <Empty icon="message" title={copy.none} line={copy.noneLine} />
      <PackGate>
        {(pack) => (
          <Section title={copy.documents}>
            <Card>
              {documentNotices(pack.documents, today()).map(({ document, kind, title, line }) => (
                <Row
                  key={document + kind}
                  icon={kind === 'expired' ? 'status-none' : 'calendar'}
                  iconClass={kind === 'expired' ? 'ui-ink--none' : undefined}
                  title={title}
                  line={line}
                  to={routes.document(document)}
                  dense
                />
              ))}
            </Card>
          </Section>
        )}
      </PackGate>
    </Page>
  );
}
