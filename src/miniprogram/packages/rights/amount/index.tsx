import { useState } from 'react';
import { useJobs } from '@/client/diary';
import { useLaw } from '@/client/law';
import { routes, useParams } from '@/client/routes';
import type { LawBook } from '@/domain/wages/law';
import { Button, Choice, ChoiceGroup, Empty, Page, Section } from '@/ui';
import { useWageForm } from '../parts/form-gate';
import { LawGate } from '../parts/law-gate';
import { copy } from './copy';
import { Reckoning } from './reckoning';
import { fromForm, fromJob, type Source } from './source';
import './index.scss';

/** What can be claimed, item by item, each with its arithmetic, its condition and its own limit. */
export default function AmountPage() {
  const { form: id } = useParams<'form'>();
  const { law } = useLaw();
  return (
    <Page title={copy.title}>{law ? <Sources law={law} form={id} /> : <LawGate>{() => null}</LawGate>}</Page>
  );
}

function Sources({ law, form: id }: { law: LawBook; form: string | undefined }) {
  const form = useWageForm(id);
  const jobs = useJobs();
  const sources: Source[] = [
    ...(form ? [fromForm(form, copy.fromForm)] : []),
    ...jobs.map((job) => fromJob(job, law)),
  ];
  const [chosen, setChosen] = useState<string | null>(null);
  const source = sources.find((one) => one.id === chosen) ?? sources[0];
  if (!source) {
    return (
      <Empty icon="butie" title={copy.empty.title} line={copy.empty.line}>
        <Button to={routes.diary()} block>
          {copy.empty.diary}
        </Button>
        <Button kind="secondary" to={routes.rights()} block>
          {copy.empty.help}
        </Button>
      </Empty>
    );
  }
  return (
    <>
      {sources.length > 1 && (
        <Section title={copy.from}>
          <ChoiceGroup label={copy.from}>
            {sources.map(({ id: one, title }) => (
              <Choice key={one} title={title} selected={one === source.id} onSelect={() => setChosen(one)} />
            ))}
          </ChoiceGroup>
        </Section>
      )}
      <Reckoning key={source.id} law={law} source={source} />
    </>
  );
}
