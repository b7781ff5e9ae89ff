import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Form } from '@/client/forms';
import { useLaw } from '@/client/law';
import { routes, useParams } from '@/client/routes';
import type { LawBook } from '@/domain/wages/law';
import type { PaperTemplate } from '@/domain/wages/paper-template';
import { Button, Card, Empty, Page, ReadAloud, Section } from '@/ui';
import { Cites } from '../parts/article';
import { useWageForm } from '../parts/form-gate';
import { LawGate } from '../parts/law-gate';
import { copy } from './copy';
import { EditSheet } from './edit-sheet';
import { Missing } from './missing';
import { Preview } from './preview';
import { SaveIt } from './save-it';
import { SignIt } from './sign-it';
import { readout } from './text';
import { useFilled } from './use-filled';
import './index.scss';

/** One paper, filled in: what is missing, its words to change, read aloud, signed, and kept as a file. */
export default function PaperPage() {
  const { id = '', form } = useParams<'id' | 'form'>();
  const found = useWageForm(form);
  const { law } = useLaw();
  const title = law?.papers.find((one) => one.id === id)?.title ?? copy.title;
  return (
    <Page title={title}>
      <LawGate>
        {(book) => {
          const template = book.papers.find((one) => one.id === id);
          return template ? (
            <Filled key={`${id} ${found?.id}`} law={book} template={template} form={found} />
          ) : (
            <Empty icon="document" title={copy.unknown.title}>
              <Button to={routes.papers()} block>
                {copy.unknown.button}
              </Button>
            </Empty>
          );
        }}
      </LawGate>
    </Page>
  );
}

interface FilledProps {
  law: LawBook;
  template: PaperTemplate;
  form: Form | null;
}

function Filled({ law, template, form }: FilledProps) {
  const filled = useFilled(law, template, form);
  const [open, setOpen] = useState<string | null>(null);
  const { paper, missing } = filled;
  return (
    <>
      <Card pad>
        <View className="paper-use">{`${template.use}。`}</View>
        {template.hand_in.map((line) => (
          <View key={line} className="paper-use__line">
            {line}
          </View>
        ))}
        <Cites law={law} cites={template.cite} />
      </Card>
      <Missing missing={missing} form={form} onWrite={setOpen} />
      <Section title={copy.body} aside={<ReadAloud what={copy.read} text={readout(paper)} />}>
        <Preview paper={paper} edited={Object.keys(filled.original)} onChange={setOpen} />
      </Section>
      <SignIt filled={filled} form={form} />
      <SaveIt paper={paper} />
      <EditSheet key={open} block={open} filled={filled} onClose={() => setOpen(null)} />
    </>
  );
}
