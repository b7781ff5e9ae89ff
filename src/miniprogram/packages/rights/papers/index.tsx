import { View } from '@tarojs/components';
import { routes, useParams } from '@/client/routes';
import { useShare } from '@/client/share';
import { Card, Notice, Page, Row, Section } from '@/ui';
import { citeText } from '../parts/article';
import { useWageForm } from '../parts/form-gate';
import { LawGate } from '../parts/law-gate';
import { copy } from './copy';
import './index.scss';

/** The six papers: when each is used, and its article. */
export default function Papers() {
  useShare(copy.title, routes.papers());
  const { form: id } = useParams<'form'>();
  const form = useWageForm(id);
  return (
    <Page title={copy.title}>
      <View className="papers-head">{copy.head}</View>
      <View className="papers-line">{copy.line}</View>
      {!form && (
        <Notice
          tone="ask"
          icon="document"
          inset
          action={{ text: copy.begin, to: routes.rights() }}
          title={copy.noForm}
        />
      )}
      <LawGate>
        {(law) => (
          <Section title={copy.which}>
            <Card>
              {law.papers.map(({ id: paper, title, use, cite }) => (
                <Row
                  key={paper}
                  icon="document"
                  title={title}
                  line={`${use}。${cite[0] ? citeText(law, cite[0]) : ''}`}
                  to={routes.paper(paper, form?.id)}
                />
              ))}
            </Card>
          </Section>
        )}
      </LawGate>
    </Page>
  );
}
