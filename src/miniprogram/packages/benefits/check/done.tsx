import { View } from '@tarojs/components';
import { useAnswers } from '@/client/answers';
import { useAsOf } from '@/client/as-of';
import { usePack } from '@/client/pack';
import { usePlace } from '@/client/place';
import { routes } from '@/client/routes';
import { useSummary } from '@/client/summary';
import { useTrail } from '@/client/trail';
import { homeCodeOf, questionFor } from '@/domain/eligibility';
import { Button, dateText, Empty, Page, PhoneLink } from '@/ui';
import { copy } from './copy';

/** Nothing left to ask: what came out, and where to go. */
export function Done() {
  const summary = useSummary();
  const trail = useTrail();
  const { skipped } = useAnswers();
  const { pack } = usePack();
  const { set } = useAsOf();
  if (!summary) return null;
  if (skipped.includes('home_county')) return <WhichLedger />;
  const { eligible, inScope, unclear } = summary;
  const closed = eligible + inScope + unclear === 0 && !summary.started;
  // a document that has ended can still be asked as of its last day
  const lastDay = pack?.documents[0]?.effective.to ?? null;
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
        {closed && lastDay && (
          <Button kind="secondary" block onPress={() => set(lastDay)}>
            {copy.closed.lookBack(dateText(lastDay))}
          </Button>
        )}
        {trail.at > 0 && (
          <Button kind="secondary" block onPress={trail.back}>
            {copy.back}
          </Button>
        )}
      </Empty>
    </Page>
  );
}

/** Without the ledger county nothing can be said: who knows it, and a way to look all the same. */
function WhichLedger() {
  const { pack } = usePack();
  const { place } = usePlace();
  const answers = useAnswers();
  const question = questionFor('home_county');
  const unit = pack?.region.units.find(({ id }) => id === place?.unit) ?? pack?.region.units[0];
  if (!pack || !unit || !question) return null;
  const here = homeCodeOf(unit, pack.region.id);
  return (
    <Page title={copy.title}>
      <Empty icon="status-ask" title={copy.homeless.title} line={copy.homeless.line}>
        <PhoneLink number="12333" kind="primary" block />
        <Button
          kind="secondary"
          block
          onPress={() => answers.choose(question, { id: here, label: '', sets: { home_county: here } })}
        >
          {copy.homeless.assume(unit.name)}
        </Button>
        <View>{copy.homeless.note}</View>
      </Empty>
    </Page>
  );
}
