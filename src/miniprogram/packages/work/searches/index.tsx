import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CallError, call } from '@/client/call';
import { newId } from '@/client/new-id';
import { routes } from '@/client/routes';
import { useCall } from '@/client/use-call';
import type { SearchesView } from '@/contract/work';
import type { Card as Mine } from '@/domain/jobs/card';
import { MOST_SEARCHES } from '@/domain/jobs/wishes';
import {
  Box,
  Button,
  Card,
  Check,
  dateText,
  Empty,
  ErrorState,
  Page,
  PersonGate,
  Problem,
  Row,
  Section,
  Skeleton,
} from '@/ui';
import { useCard } from '../parts/card-store';
import { useHomeCounty } from '../parts/home-county';
import { copy } from './copy';
import '../parts/work.scss';

/** What one looks for again and again, and the one tap that ends the messages. */
export default function WorkSearches() {
  return (
    <Page title={copy.title}>
      <PersonGate need="signed" why={copy.why}>
        {() => <Asked />}
      </PersonGate>
    </Page>
  );
}

function Asked() {
  const { data, error, reload } = useCall('work.searches', {});
  const [changed, setChanged] = useState<SearchesView | null>(null);
  const shown = changed ?? data;
  if (!shown)
    return error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={5} />;
  return <Searches of={shown} onChange={setChanged} />;
}

interface SearchesProps {
  of: SearchesView;
  onChange: (of: SearchesView) => void;
}

function Searches({ of, onChange }: SearchesProps) {
  const [said, setSaid] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const doing = (work: Promise<SearchesView>, words: string) => {
    setError(null);
    work.then(
      (next) => {
        onChange(next);
        setSaid(words);
      },
      (thrown: CallError) => setError(thrown),
    );
  };
  const { searches, told, last_told } = of;
  return (
    <>
      <Card>
        <Check
          kind="switch"
          title={copy.tell}
          line={copy.tellLine}
          checked={told}
          onChange={(on) => doing(call('work.notify', { on }, { once: true }), '')}
        />
        {last_told && <View className="work-text work-quiet">{copy.last(dateText(last_told))}</View>}
      </Card>
      {searches.length === 0 ? (
        <Empty icon="search" title={copy.none} line={copy.noneLine} />
      ) : (
        <Section title={copy.saved(searches.length, MOST_SEARCHES)}>
          <Card>
            {searches.map(({ id, name }) => (
              <View key={id} className="work-text">
                <View>{name}</View>
                <View className="work-text__ways">
                  <Button
                    small
                    kind="secondary"
                    label={copy.dropOne(name)}
                    onPress={() => doing(call('work.drop_search', { id }, { once: true }), copy.gone)}
                  >
                    {copy.drop}
                  </Button>
                </View>
              </View>
            ))}
          </Card>
        </Section>
      )}
      <FromCard full={searches.length >= MOST_SEARCHES} onSave={(work) => doing(work, copy.kept)} />
      <Box className="work-said" role="status" live="polite">
        {said}
      </Box>
      <Problem error={error} />
      <Card>
        <Row icon="gangwei" title={copy.jobs} to={routes.jobs()} />
      </Card>
    </>
  );
}

/** What the card says one looks for, around the place one looks from. */
function FromCard({ full, onSave }: { full: boolean; onSave: (work: Promise<SearchesView>) => void }) {
  const { card } = useCard();
  const county = useHomeCounty();
  const filter = filterOf(card);
  if (full) return null;
  if (county === '') {
    return (
      <Button kind="secondary" block to={routes.choosePlace()}>
        {copy.noPlace}
      </Button>
    );
  }
  if (Object.keys(filter).length === 0) {
    return (
      <Card>
        <Row icon="user" title={copy.card} line={copy.noWishes} to={routes.workCard()} />
      </Card>
    );
  }
  const scope = card.wishes.reach === 'away' ? ('away' as const) : ('near' as const);
  const save = () =>
    onSave(call('work.save_search', { id: newId(), wanted: { scope, county, filter } }, { once: true }));
  return (
    <Button block onPress={save}>
      {copy.fromCard}
    </Button>
  );
}

const filterOf = ({ skills, wishes: { kinds, pay_from, shifts, board, lodging } }: Mine) => ({
  ...(skills.length > 0 && { skills: [...skills] }),
  ...(kinds.length > 0 && { kinds: [...kinds] }),
  ...(pay_from !== null && { pay_from }),
  ...(shifts.length > 0 && { shifts: [...shifts] }),
  ...(board && { board }),
  ...(lodging && { lodging }),
});
