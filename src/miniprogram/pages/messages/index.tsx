import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { today } from '@/client/clock';
import { refreshInbox } from '@/client/inbox';
import { routes } from '@/client/routes';
import { useShare } from '@/client/share';
import { Card, PackGate, Page, Row, Section } from '@/ui';
import { copy } from './copy';
import { Mine } from './mine';
import { documentNotices } from './notices';

/** What I was told, and what the documents say of their time. */
export default function Messages() {
  useShare();
  usePullDownRefresh(() => void refreshInbox().then(() => Taro.stopPullDownRefresh()));
  return (
    <Page tab="messages" title={copy.title}>
      <Mine />
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
