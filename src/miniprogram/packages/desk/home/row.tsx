import { Text, View } from '@tarojs/components';
import { today } from '@/client/clock';
import { routes } from '@/client/routes';
import { Box, Icon, Press, StatusTag } from '@/ui';
import { dueLine, isDueToday, lateText } from '../parts/due-text';
import { stateTag } from '../parts/state-tag';
import { copy } from './copy';
import type { QueueLine } from './use-queue';

export interface QueueRowProps {
  line: QueueLine;
  /** it stands open beside the list */
  open: boolean;
  /** null: not choosing several */
  picked: boolean | null;
  me: string;
  /** beside the list; else a page of its own */
  onOpen: (() => void) | null;
  onPick: () => void;
}

/** Whose, what, where; how urgent at the right. One target: it opens, or is picked. */
export function QueueRow({ line, open, picked, me, onOpen, onPick }: QueueRowProps) {
  const day = today();
  const name = line.name ?? copy.nobody;
  const due = dueLine(line, day);
  const late = lateText(line, day);
  const state = stateTag(line.state, line.state_word);
  const who = line.assignee && (line.assignee.id === me ? copy.mine : copy.assigned(line.assignee.name));
  const place = [line.town, line.village].filter(Boolean).join(' ');
  const under = [place, who].filter(Boolean).join(' · ');
  const isToday = isDueToday(line, day) && !late;
  const spoken = [
    copy.row(name, line.title),
    late,
    isToday && copy.today,
    line.escalated && copy.late,
    line.green && copy.green,
    line.together && copy.together,
    state.word,
    due.text,
    under,
    line.number,
  ];
  const press =
    picked !== null
      ? { onPress: onPick, pressed: picked }
      : onOpen
        ? { onPress: onOpen, current: open || undefined }
        : { to: routes.deskCase(line.id) };
  const classes = ['desk-row', open ? 'desk-row--on' : '', picked ? 'desk-row--picked' : ''];
  return (
    <Box tag="li">
      <Press {...press} className={classes.join(' ')} spoken={spoken.filter(Boolean).join('，')}>
        {picked !== null && (
          <View className="desk-row__box" aria-hidden="true">
            {picked && <Icon name="tick" size={20} />}
          </View>
        )}
        <View className="desk-row__words">
          <View className="desk-row__title">{copy.row(name, line.title)}</View>
          <View className="desk-row__line">
            {under && `${under} · `}
            <Text className="desk-row__number">{line.number}</Text>
          </View>
        </View>
        <View className="desk-row__side">
          <View className="desk-row__tags">
            {late && <StatusTag status="not_eligible" word={late} />}
            {isToday && <StatusTag status="warning" word={copy.today} />}
            {line.escalated && <StatusTag status="warning" word={copy.late} />}
            {line.green && <StatusTag status="eligible" word={copy.green} />}
            {line.together && <StatusTag status="none" word={copy.together} />}
            <StatusTag {...state} />
          </View>
          {due.text && <View className={`desk-row__due ui-ink--${due.tone}`}>{due.text}</View>}
        </View>
      </Press>
    </Box>
  );
}
