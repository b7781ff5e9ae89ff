import { routes } from '@/client/routes';
import { useSummary } from '@/client/summary';
import { Button, Empty, Page } from '@/ui';
import { copy } from './copy';
import { useTrail } from './trail';

/** Nothing left to ask: what came out, and where to go. */
export function Done() {
  const summary = useSummary();
  const trail = useTrail();
  if (!summary) return null;
  const { eligible, inScope, unclear } = summary;
  const closed = eligible + inScope + unclear === 0 && !summary.started;
  const line = copy.done.line(eligible, inScope) + (unclear > 0 ? copy.done.unclear(unclear) : '');
  return (
    <Page title={copy.title}>
      <Empty
        icon={closed ? 'status-none' : 'status-ok'}
        title={closed ? copy.closed.title : copy.done.title}
        line={closed ? copy.closed.line : line}
      >
        <Button to={routes.benefits()} block>
          {closed ? copy.closed.button : copy.done.button}
        </Button>
        {trail.at > 0 && (
          <Button kind="secondary" block onPress={trail.back}>
            {copy.back}
          </Button>
        )}
      </Empty>
    </Page>
  );
}
