import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useActing } from '@/client/acting';
import type { CallError } from '@/client/call';
import { useMe } from '@/client/me';
import { routes } from '@/client/routes';
import { hundredthsOf, typedOf } from '@/client/typed-number';
import { LONGEST_WORDS, type Card as Mine, REACHES, STARTS, type Wishes } from '@/domain/jobs/card';
import { POSTING_KINDS, SHIFTS, SKILLS } from '@/domain/jobs/kinds';
import {
  Box,
  Button,
  Card,
  Confirm,
  dateText,
  Field,
  Heading,
  Notice,
  Page,
  Problem,
  ReadAloud,
  Row,
  Section,
  TextField,
} from '@/ui';
import { useCard } from '../parts/card-store';
import { Chips, wordsOf } from '../parts/chips';
import { copy } from './copy';
import '../parts/work.scss';

/** What one can do and looks for. Kept with every tap, also without a signal and signed out. */
export default function WorkCard() {
  // whose it is, where somebody is signed in
  useMe();
  const { card, proofs, standing, write, choose, drop, kept } = useCard();
  const acting = useActing();
  const wish = (patch: Partial<Wishes>) => write({ ...card, wishes: { ...card.wishes, ...patch } });
  const long = card.words.length > LONGEST_WORDS ? copy.long(LONGEST_WORDS) : undefined;
  return (
    <Page title={copy.title}>
      <Card pad>
        <View className="work-head">
          <Heading>{copy.head}</Heading>
          <ReadAloud kind="round" what={copy.read} text={[copy.head, copy.line]} />
        </View>
        <View className="work-quiet">{copy.line}</View>
        <Box className="work-said" role="status" live="polite">
          {copy.standing[standing]}
        </Box>
      </Card>
      {standing === 'other' && (
        <Card pad>
          <Notice tone="ask" icon="status-ask" title={copy.standing.other} inset live>
            {copy.otherLine}
          </Notice>
          <View className="work-text__ways">
            <Button small onPress={() => choose('theirs')}>
              {copy.theirs}
            </Button>
            <Button small kind="secondary" onPress={() => choose('mine')}>
              {copy.mine}
            </Button>
          </View>
        </Card>
      )}
      <Section title={copy.skills}>
        <Card pad>
          <View className="work-stack">
            <Chips
              labelHidden
              label={copy.skills}
              words={wordsOf(SKILLS)}
              chosen={card.skills}
              onChange={(skills) => write({ ...card, skills })}
            />
            <TextField
              label={copy.words}
              hint={copy.wordsHint}
              value={card.words}
              maxLength={LONGEST_WORDS}
              error={long}
              onChange={(words) => write({ ...card, words })}
            />
            {/* sent along: so not below, under what is only looked for */}
            <Chips
              single
              label={copy.start}
              words={wordsOf(STARTS)}
              chosen={card.wishes.start ? [card.wishes.start] : []}
              onChange={([start = null]) => wish({ start })}
            />
          </View>
        </Card>
      </Section>
      {proofs.length > 0 && (
        <Section title={copy.proofs}>
          <Card>
            {proofs.map(({ title, source, on, number }) => (
              <Row
                key={`${title} ${number ?? source}`}
                icon="document"
                title={title}
                line={copy.proof(source, on && dateText(on))}
                dense
              />
            ))}
          </Card>
          <View className="work-quiet">{copy.proofsLine}</View>
        </Section>
      )}
      <Wished card={card} wish={wish} />
      <Card>
        <Row icon="message" title={copy.searches} line={copy.searchesLine} to={routes.workSearches()} />
        <Row icon="gangwei" title={copy.jobs} to={routes.jobs()} />
      </Card>
      {/* a helper writes it, and does not throw it away */}
      {!acting && <Drop kept={kept} drop={drop} />}
    </Page>
  );
}

function Drop({ kept, drop }: { kept: boolean; drop: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState<'dropping' | 'dropped' | CallError | null>(null);
  const go = () => {
    setAsking(false);
    setState('dropping');
    drop().then(
      () => setState('dropped'),
      (error: CallError) => setState(error),
    );
  };
  const said = state === 'dropping' || (state === 'dropped' && !kept) ? copy[state] : '';
  return (
    <>
      <Problem error={state instanceof Error ? state : null} />
      <Box className="work-said" role="status" live="polite">
        {said}
      </Box>
      {kept && state !== 'dropping' && (
        <Button kind="ghost" block onPress={() => setAsking(true)}>
          {copy.drop}
        </Button>
      )}
      <Confirm
        open={asking}
        title={copy.dropSure}
        line={copy.dropLine}
        yes={copy.yes}
        no={copy.no}
        onYes={go}
        onNo={() => setAsking(false)}
      />
    </>
  );
}

const keeps = (wishes: Wishes) => (['board', 'lodging'] as const).filter((one) => wishes[one]);

function Wished({ card: { wishes }, wish }: { card: Mine; wish: (patch: Partial<Wishes>) => void }) {
  return (
    <Section title={copy.wishes}>
      <Card pad>
        <View className="work-stack">
          <View className="work-quiet">{copy.wishesLine}</View>
          <Chips
            label={copy.kinds}
            words={wordsOf(POSTING_KINDS)}
            chosen={wishes.kinds}
            onChange={(kinds) => wish({ kinds })}
          />
          <PayFloor fen={wishes.pay_from} onChange={(pay_from) => wish({ pay_from })} />
          <Chips
            single
            label={copy.reach}
            words={wordsOf(REACHES)}
            chosen={wishes.reach ? [wishes.reach] : []}
            onChange={([reach = null]) => wish({ reach })}
          />
          <Chips
            label={copy.shifts}
            words={wordsOf(SHIFTS)}
            chosen={wishes.shifts}
            onChange={(shifts) => wish({ shifts })}
          />
          <Chips
            label={copy.keeps}
            words={[
              { value: 'board', label: copy.board },
              { value: 'lodging', label: copy.lodging },
            ]}
            chosen={keeps(wishes)}
            onChange={(on) => wish({ board: on.includes('board'), lodging: on.includes('lodging') })}
          />
        </View>
      </Card>
    </Section>
  );
}

const LEAST_FEN = 100;
const MOST_FEN = 100_000_000;
const saidOf = (typed: string) => (typed.trim() === '' ? null : hundredthsOf(typed));

/** What is being typed is not thrown away because it is no number yet. */
function PayFloor({ fen, onChange }: { fen: number | null; onChange: (fen: number | null) => void }) {
  const [typed, setTyped] = useState(fen === null ? '' : typedOf(fen));
  const said = saidOf(typed);
  useEffect(() => {
    // it came from the server, or from another phone
    setTyped((now) => (saidOf(now) === fen ? now : fen === null ? '' : typedOf(fen)));
  }, [fen]);
  const wrong = typed.trim() !== '' && (said === null || said < LEAST_FEN || said > MOST_FEN);
  return (
    <Field
      label={copy.pay}
      hint={copy.payHint}
      kind="decimal"
      value={typed}
      maxLength={9}
      error={wrong ? copy.payWrong : undefined}
      onChange={(next) => {
        setTyped(next);
        const now = saidOf(next);
        if (next.trim() === '' || (now !== null && now >= LEAST_FEN && now <= MOST_FEN)) onChange(now);
      }}
    />
  );
}
