import { View } from '@tarojs/components';
import { plainDays } from '@/client/case-words';
import { momentText } from '@/client/clock';
import { routes } from '@/client/routes';
import { standingTag } from '@/client/step-words';
import type { DeskCase } from '@/contract/desk';
import { Box, Card, Icon, monthDayText, Press, Row, StatusTag } from '@/ui';
import { stateTag } from '../state-tag';
import { copy } from './copy';
import { recordCopy } from './record-copy';

interface HistoryProps {
  view: DeskCase;
  /** a step that was written down wrong is put right by another */
  onCorrect?: (entry: DeskCase['case']['timeline'][number]) => void;
}

/** What happened, the newest first. */
export function History({ view: { case: at }, onCorrect }: HistoryProps) {
  const events = [...at.timeline].reverse();
  return (
    <Card title={copy.timeline}>
      <Box tag="ul" className="desk-events">
        {events.map((entry) => {
          const { seq, at: moment, who, text, said, cite, milestone, corrected } = entry;
          return (
            <Box tag="li" key={seq} className="desk-event">
              <View className="desk-event__when">{`${momentText(Date.parse(moment))} · ${whoText(who)}`}</View>
              <View className="desk-event__text">{plainDays(text)}</View>
              {said && <View className="desk-event__said">{`“${said}”`}</View>}
              {cite && <View className="desk-event__when">{copy.source(cite.document, cite.item)}</View>}
              {corrected && <View className="desk-event__when">{recordCopy.corrected}</View>}
              {milestone && !corrected && onCorrect && (
                <Press
                  className="desk-event__fix"
                  onPress={() => onCorrect(entry)}
                  label={`${recordCopy.fix}：${text}`}
                >
                  {recordCopy.fix}
                </Press>
              )}
            </Box>
          );
        })}
      </Box>
    </Card>
  );
}

/** The time line is written for the applicant. */
const whoText = (who: string) => (who === '您' ? copy.applicant : who);

/** Earlier and open cases of the same person. */
export function Others({ view: { others }, onOpen }: { view: DeskCase; onOpen?: (id: string) => void }) {
  return (
    <Card title={copy.others}>
      {others.length === 0 && <View className="desk-pad">{copy.noOthers}</View>}
      {others.map(({ id, title, filed_on, state, state_word }) => (
        <Row
          key={id}
          title={title}
          line={`${monthDayText(filed_on)} 提交`}
          trailing={<StatusTag {...stateTag(state, state_word)} />}
          {...(onOpen ? { onPress: () => onOpen(id) } : { to: routes.deskCase(id) })}
          dense
          stacked
        />
      ))}
    </Card>
  );
}

/** The steps that belong together, and which of them this is. Another office's step is only told of. */
export function BundleCard({ view: { case: at } }: { view: DeskCase }) {
  const { bundle } = at;
  if (!bundle) return null;
  return (
    <Card title={copy.bundle}>
      <View className="desk-pad">{copy.bundleOf(bundle.title, bundle.number)}</View>
      {bundle.steps.map(({ step, title, office, standing, waits_for, case: id }) => (
        <Row
          key={step}
          title={id === at.id ? `${title}（${copy.here}）` : title}
          line={waits_for.length > 0 ? `${office}，${copy.waits(waits_for)}` : office}
          trailing={<StatusTag {...standingTag(standing)} />}
          dense
          stacked
        />
      ))}
      {!bundle.list.verified && <View className="desk-pad">{copy.unverified}</View>}
    </Card>
  );
}

export function Logged() {
  return (
    <View className="desk-logged">
      <Icon name="shield" size={22} className="desk-logged__icon" />
      <View>{copy.logged}</View>
    </View>
  );
}
