import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CallError } from '@/client/call';
import { today } from '@/client/clock';
import type { CaseView } from '@/contract/cases';
import { checkCreditCode } from '@/domain/identity/credit-code';
import { Button, Choice, ChoiceGroup, DateField, Field, Notice, Problem, Sheet, TextField } from '@/ui';
import { copy, type Deed } from './copy';
import { seen, useDeed } from './use-deed';
import './index.scss';

interface DeedSheetProps {
  view: CaseView;
  deed: Deed | null;
  onClose: () => void;
  reload: () => Promise<void>;
}

/** What is asked before an action is taken: a yes, some words, or how it was. What was written stays when closed. */
export function DeedSheet({ view, deed, onClose, reload }: DeedSheetProps) {
  const use = useDeed(view, reload, onClose);
  const [words, setWords] = useState('');
  const [stars, setStars] = useState<number | null>(null);
  const [wanted, setWanted] = useState(false);
  const [on, setOn] = useState(today);
  const [code, setCode] = useState('');
  const text = words.trim();
  const optional = text === '' ? {} : { text };
  if (deed === 'withdraw') {
    const { title, line, yes, no } = view.words?.withdraw ?? copy.withdraw;
    const withdraw = () => use.send({ ...seen(view), action: 'withdraw' }, deed);
    return (
      <Sheet open title={title} onClose={onClose}>
        <View className="deed">
          <View>{line}</View>
          <Refusal error={use.error} />
          <Ways busy={use.busy} yes={yes} no={no} onYes={withdraw} onNo={onClose} />
        </View>
      </Sheet>
    );
  }
  if (deed === 'did') {
    const early = view.state === 'waiting';
    const wrong = view.tells_licence && wanted ? codeProblem(code) : undefined;
    const told = () => {
      setWanted(true);
      if (view.tells_licence && codeProblem(code) !== undefined) return;
      const licence = view.tells_licence ? { credit_code: code.trim() } : {};
      use.send({ ...seen(view), action: 'did', on, ...licence }, deed);
    };
    return (
      <Sheet open title={copy.did.title} onClose={onClose}>
        <View className="deed">
          {early && <View>{copy.did.early}</View>}
          <DateField label={copy.did.on} value={on} max={today()} onChange={setOn} />
          {view.tells_licence && (
            <Field
              label={copy.did.code}
              hint={copy.did.codeHint}
              kind="id"
              value={code}
              maxLength={30}
              error={wrong}
              onChange={setCode}
            />
          )}
          <Refusal error={use.error} />
          <Ways busy={use.busy} yes={copy.did.send} onYes={told} onNo={onClose} />
        </View>
      </Sheet>
    );
  }
  if (deed === 'rate') {
    const rate = () => {
      setWanted(true);
      if (stars !== null) use.send({ ...seen(view), action: 'rate', stars, ...optional }, deed);
    };
    return (
      <Sheet open title={copy.rate.title} onClose={onClose}>
        <View className="deed">
          <ChoiceGroup label={copy.rate.title}>
            {copy.rate.stars.map((word, index) => (
              <Choice
                key={word}
                title={word}
                selected={stars === index + 1}
                onSelect={() => setStars(index + 1)}
              />
            ))}
          </ChoiceGroup>
          <View className="deed__remind" aria-live="polite">
            {wanted && stars === null ? copy.rate.pick : ''}
          </View>
          <TextField label={copy.rate.label} value={words} maxLength={500} onChange={setWords} />
          <Refusal error={use.error} />
          <Ways busy={use.busy} yes={copy.rate.send} onYes={rate} onNo={onClose} />
        </View>
      </Sheet>
    );
  }
  if (deed !== 'ask_review' && deed !== 'reopen') return null;
  const { title, label, hint, send } = copy.words[deed];
  const go = () => {
    setWanted(true);
    if (text !== '') use.send({ ...seen(view), action: deed, text }, deed);
  };
  return (
    <Sheet open title={title} onClose={onClose}>
      <View className="deed">
        <TextField
          label={label}
          hint={hint}
          value={words}
          maxLength={500}
          error={wanted && text === '' ? copy.words.empty : undefined}
          onChange={setWords}
        />
        <Refusal error={use.error} />
        <Ways busy={use.busy} yes={send} onYes={go} onNo={onClose} />
      </View>
    </Sheet>
  );
}

function codeProblem(code: string): string | undefined {
  const found = checkCreditCode(code);
  return found.ok ? undefined : found.problem.message;
}

/** Changed meanwhile: the case behind is the new one already. */
function Refusal({ error }: { error: CallError | null }) {
  if (error?.name === 'CaseChanged') {
    return (
      <Notice tone="ask" icon="flag" inset live>
        {copy.changed}
      </Notice>
    );
  }
  return <Problem error={error} line={error?.fields[0]?.message} />;
}

interface WaysProps {
  busy: boolean;
  yes: string;
  no?: string;
  onYes: () => void;
  onNo: () => void;
}

function Ways({ busy, yes, no = copy.words.no, onYes, onNo }: WaysProps) {
  return (
    <View className="ui-sheet__actions">
      <Button kind="secondary" block onPress={onNo}>
        {no}
      </Button>
      <Button block onPress={onYes}>
        {busy ? copy.sending : yes}
      </Button>
    </View>
  );
}
