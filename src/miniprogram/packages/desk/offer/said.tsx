import { View } from '@tarojs/components';
import type { OwnPostingView } from '@/contract/postings';
import { REPORT_REASONS } from '@/domain/jobs/reports';
import { Card, Row } from '@/ui';
import { chinaTime } from '../parts/posting/words';
import { copy } from './copy';

/** What people said of it, and what was done. */
export function Said({ view: { reports, history } }: { view: OwnPostingView }) {
  return (
    <View className="desk-sheet">
      {reports.length > 0 && (
        <Card title={copy.reports}>
          <View className="desk-pad desk-quiet">{copy.reportsLine}</View>
          {reports.map(({ reasons, text, said_at, outcome, counts }) => (
            <Row
              key={said_at}
              icon="flag"
              title={reasons.map((reason) => REPORT_REASONS[reason]).join('、')}
              line={[
                text ?? copy.nothingSaid,
                chinaTime(said_at),
                !counts && copy.unproven,
                outcome ? copy.answered[outcome] : copy.waiting,
              ]
                .filter(Boolean)
                .join(' · ')}
              dense
            />
          ))}
        </Card>
      )}
      {history.length > 0 && (
        <Card title={copy.history}>
          {history.map(({ at, who, what, reason, changes }) => (
            <View key={`${at} ${what}`}>
              <Row title={what} line={[chinaTime(at), who, reason].filter(Boolean).join(' · ')} dense />
              {changes.map((change) => (
                <View key={change.what} className="desk-pad desk-quiet">
                  {copy.changed(change.what, change.before, change.after)}
                </View>
              ))}
            </View>
          ))}
        </Card>
      )}
    </View>
  );
}
