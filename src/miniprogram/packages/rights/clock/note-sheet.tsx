import { View } from '@tarojs/components';
import { useState } from 'react';
import { today } from '@/client/clock';
import { noteMoment } from '@/client/moments';
import { MOMENTS, type MomentKind } from '@/domain/wages/law';
import { Button, Choice, ChoiceGroup, DateField, Sheet, TextField } from '@/ui';
import { copy } from './copy';

/** What people can note for themselves; what the office did comes from the case. */
const KINDS: readonly MomentKind[] = [
  'demanded',
  'promised',
  'employment_ended',
  'complaint_filed',
  'complaint_accepted',
  'mediation_applied',
  'mediation_agreed',
  'arbitration_filed',
  'arbitration_accepted',
  'hearing',
  'award_received',
  'performance_due',
  'enforcement_filed',
  'suit_filed',
  'payment_order_filed',
  'payment_order_accepted',
  'aid_applied',
  'paid',
];
/** Days that may lie ahead. */
const AHEAD: readonly MomentKind[] = ['hearing', 'performance_due'];

interface NoteSheetProps {
  open: boolean;
  about: string;
  onClose: () => void;
  onSaid: (words: string) => void;
}

/** Something that happened outside of here: it may start a time limit, or start one anew. */
export function NoteSheet({ open, about, onClose, onSaid }: NoteSheetProps) {
  const [kind, setKind] = useState<MomentKind | null>(null);
  const [on, setOn] = useState<string>(today());
  const [text, setText] = useState('');
  const early = kind !== null && on > today() && !AHEAD.includes(kind);
  const keep = () => {
    if (kind === null || early) return;
    onSaid(noteMoment(about, { kind, on }, text) ? copy.kept : copy.notKept);
    setKind(null);
    setText('');
    onClose();
  };
  return (
    <Sheet open={open} title={copy.noteTitle} onClose={onClose}>
      <View className="note-kinds">
        <ChoiceGroup label={copy.noteTitle}>
          {KINDS.map((one) => (
            <Choice key={one} title={MOMENTS[one]} selected={kind === one} onSelect={() => setKind(one)} />
          ))}
        </ChoiceGroup>
        {kind !== null && (
          <>
            <DateField label={copy.noteDay} value={on} onChange={setOn} />
            <TextField label={copy.noteText} value={text} onChange={setText} />
          </>
        )}
        <Button
          block
          onPress={keep}
          disabledReason={kind === null ? copy.noteTitle : early ? copy.future : undefined}
        >
          {copy.keep}
        </Button>
      </View>
    </Sheet>
  );
}
