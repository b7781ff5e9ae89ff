import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWide } from '@/client/wide';
import type { DeskCase } from '@/contract/desk';
import { Button, Card, Row, Sheet } from '@/ui';
import { DESK_ACTIONS, type DeskAction } from './act';
import { ActSheet } from './act-sheet';
import { copy } from './copy';
import { stepWords } from './step-words';

interface ActionsProps {
  view: DeskCase;
  me: string;
  /** null: it has to be read again */
  onDone: (view: DeskCase | null, action: DeskAction) => void;
  /** somebody else was faster: as it stands now */
  onChanged: (view: DeskCase) => void;
}

/** The next step of the way is the first button; the others beside it, and the rest, with why not, under 更多. */
const FORWARD: readonly DeskAction[] = ['accept', 'approve', 'countersign', 'pay', 'see_done'];
const BESIDE: readonly DeskAction[] = ['send_back', 'refuse', 'ask_supplement', 'correct_payment'];

export function Actions({ view, me, onDone, onChanged }: ActionsProps) {
  const wide = useWide();
  const [open, setOpen] = useState<DeskAction | 'more' | null>(null);
  const can = (action: DeskAction) => view.case.can[action];
  const possible = DESK_ACTIONS.filter((action) => can(action)?.ok);
  const forward = FORWARD.find((action) => possible.includes(action));
  // whoever keeps off hands it on
  const primary = forward ?? (view.conflict && possible.includes('assign') ? 'assign' : undefined);
  const beside = wide ? BESIDE.filter((action) => possible.includes(action)) : [];
  const button = (action: DeskAction, kind: 'primary' | 'secondary') => (
    <Button key={action} kind={kind} onPress={() => setOpen(action)}>
      {wordOf(view, action)}
    </Button>
  );
  return (
    <>
      <View className="ui-bar desk-bar">
        <View className="ui-bar__buttons desk-bar__buttons">
          {wide && possible.includes('transfer') && button('transfer', 'secondary')}
          {wide && <View className="desk-bar__gap" />}
          <Button kind="secondary" onPress={() => setOpen('more')}>
            {copy.more}
          </Button>
          {beside.map((action) => button(action, 'secondary'))}
          {primary && button(primary, 'primary')}
        </View>
      </View>
      {/* beside the bar: inside it a panel would lie under the page's head */}
      <Sheet open={open === 'more'} title={copy.moreTitle} onClose={() => setOpen(null)}>
        <View className="desk-sheet">
          {possible.length > 0 && (
            <Card>
              {possible.map((action) => (
                <Row
                  key={action}
                  title={wordOf(view, action)}
                  line={copy.actions[action].line}
                  onPress={() => setOpen(action)}
                  dense
                />
              ))}
            </Card>
          )}
          <Refused view={view} />
          <Button kind="secondary" block onPress={() => setOpen(null)}>
            {copy.close}
          </Button>
        </View>
      </Sheet>
      {open !== null && open !== 'more' && (
        <ActSheet
          key={`${view.case.id} ${open}`}
          view={view}
          action={open}
          me={me}
          onClose={() => setOpen(null)}
          onChanged={onChanged}
          onDone={(next, action) => {
            setOpen(null);
            onDone(next, action);
          }}
        />
      )}
    </>
  );
}

/** As the service calls it, or as everywhere. */
export const wordOf = (view: DeskCase, action: DeskAction): string => stepWords(view, action).word;

/** What can be done instead stands above the list, and need not be said with every line. */
const shortly = (why: string): string => why.replace(/。现在(可以|没有).*$/, '');

/** What cannot be done now, each with why. */
function Refused({ view }: { view: DeskCase }) {
  const { can } = view.case;
  const refused = DESK_ACTIONS.flatMap((action) => {
    const may = can[action];
    return may && !may.ok ? [{ action, why: may.why }] : [];
  });
  if (refused.length === 0) return null;
  return (
    <Card title={copy.cannot}>
      {refused.map(({ action, why }) => (
        <Row key={action} title={wordOf(view, action)} line={shortly(why)} dense />
      ))}
    </Card>
  );
}
