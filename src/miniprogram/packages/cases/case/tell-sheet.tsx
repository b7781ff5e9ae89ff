import { View } from '@tarojs/components';
import { useState } from 'react';
import { today } from '@/client/clock';
import type { CaseView } from '@/contract/cases';
import { MOMENTS } from '@/domain/wages/law';
import { TELLABLE, type Tellable } from '@/domain/wages/moments';
import { Button, Choice, ChoiceGroup, DateField, Field, Problem, Sheet, TextField } from '@/ui';
import { copy } from './copy';
import { seen, useDeed } from './use-deed';
import './index.scss';

const words = copy.tell;

/** The amount as it is typed; null when it is none. */
export function fenTyped(typed: string): number | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .replace(/元$/, '');
  if (!/^\d{1,8}(\.\d{1,2})?$/.test(text)) return null;
  const [whole = '0', part = ''] = text.split('.');
  const fen = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return fen > 0 ? fen : null;
}

interface TellSheetProps {
  view: CaseView;
  onClose: () => void;
  reload: () => Promise<void>;
}

/** Money came, the award came, it was asked for again: time limits begin or end with it. */
export function TellSheet({ view, onClose, reload }: TellSheetProps) {
  const use = useDeed(view, reload, onClose);
  const [what, setWhat] = useState<Tellable | null>(null);
  const [on, setOn] = useState<string | null>(null);
  const [yuan, setYuan] = useState('');
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(false);
  const fen = fenTyped(yuan);
  const paid = what === 'paid';
  const send = () => {
    setWanted(true);
    if (what === null || on === null || (paid && fen === null)) return;
    const said = text.trim() === '' ? {} : { text: text.trim() };
    use.send(
      { ...seen(view), action: 'tell', what, on, ...(paid && fen !== null && { fen }), ...said },
      'tell',
    );
  };
  return (
    <Sheet open title={words.title} onClose={onClose}>
      <View className="deed">
        <ChoiceGroup label={words.what}>
          {TELLABLE.map((kind) => (
            <Choice
              key={kind}
              title={words.kinds[kind] ?? MOMENTS[kind]}
              selected={what === kind}
              onSelect={() => setWhat(kind)}
            />
          ))}
        </ChoiceGroup>
        <View className="deed__remind" aria-live="polite">
          {wanted && what === null ? words.pick : ''}
        </View>
        <DateField
          label={words.on}
          value={on}
          {...(what !== 'performance_due' && { max: today() })}
          onChange={setOn}
        />
        <View className="deed__remind" aria-live="polite">
          {wanted && on === null ? words.noDay : ''}
        </View>
        {paid && (
          <Field
            label={words.yuan}
            kind="decimal"
            value={yuan}
            error={wanted && fen === null ? words.noYuan : undefined}
            maxLength={14}
            onChange={setYuan}
          />
        )}
        <TextField label={words.text} value={text} maxLength={500} onChange={setText} />
        <Problem error={use.error} line={use.error?.fields[0]?.message} />
        <View className="ui-sheet__actions">
          <Button kind="secondary" block onPress={onClose}>
            {copy.words.no}
          </Button>
          <Button block onPress={send}>
            {use.busy ? copy.sending : words.send}
          </Button>
        </View>
      </View>
    </Sheet>
  );
}
