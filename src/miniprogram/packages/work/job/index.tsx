import { useMe } from '@/client/me';
import { routes, useParams } from '@/client/routes';
import { personGeneration } from '@/client/session';
import { Button, Empty, ErrorState, Page, PersonGate, Skeleton } from '@/ui';
import { useApplications, useSpells } from '../parts/use-work';
import { copy } from './copy';
import { Leave } from './leave';
import { Start } from './start';
import '../parts/work.scss';

/** 我上班了, of an application or of anything else; with a job in the address: 我不干了. */
export default function Job() {
  const { spell, case: of } = useParams<'spell' | 'case'>();
  useMe();
  // what was written for one person is not there for the next
  const person = personGeneration();
  return (
    <Page title={spell ? copy.leave : copy.start}>
      <PersonGate need="signed" why={copy.why}>
        {() => (spell ? <Leaving key={person} id={spell} /> : <Starting key={person} of={of} />)}
      </PersonGate>
    </Page>
  );
}

function Starting({ of }: { of: string | undefined }) {
  const { data, error } = useApplications();
  // its employer and kind fill the form: not under the finger
  if (of !== undefined && data === null && error === null) return <Skeleton lines={6} />;
  return <Start application={data?.find(({ id }) => id === of) ?? null} />;
}

function Leaving({ id }: { id: string }) {
  const { data, error, reload } = useSpells(true);
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={5} />;
  const spell = data.find((one) => one.id === id);
  if (!spell) {
    return (
      <Empty icon="gangwei" title={copy.notFound} line={copy.notFoundLine}>
        <Button to={routes.work()} block>
          {copy.back}
        </Button>
      </Empty>
    );
  }
  return <Leave spell={spell} />;
}
