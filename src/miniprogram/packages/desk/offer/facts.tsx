import { View } from '@tarojs/components';
import { today } from '@/client/clock';
import type { OwnPosting } from '@/contract/postings';
import { CONTRACTS, INSURANCES, POSTING_KINDS } from '@/domain/jobs';
import { RECORD_KINDS } from '@/domain/jobs/reports';
import { Card, dateText, PhoneLink, Row, StatusTag } from '@/ui';
import { payText } from '../../jobs/parts/words';
import { placeOf, recordLine, sourceOf, stateOf } from '../parts/posting/words';
import { copy } from './copy';

/** What it says, and who stands behind it. */
export function Facts({ posting }: { posting: OwnPosting }) {
  const { title, employer, kind, pay, paid, people, starts_on, open_until, hours, about, phone } = posting;
  const { credit_code, source, verified_by, verified_on, reason, records, address } = posting;
  const { status, word } = stateOf(posting, today());
  const lines: readonly (readonly [string, string | null])[] = [
    [copy.kind, POSTING_KINDS[kind].title],
    [copy.pay, pay ? payText(pay) : copy.noPay],
    [copy.paid, paid],
    [copy.people, people === null ? null : copy.peopleOf(people)],
    [copy.place, [placeOf(posting), address].filter(Boolean).join('，')],
    [copy.hours, hours],
    [copy.starts, starts_on && dateText(starts_on)],
    [copy.until, dateText(open_until)],
    [copy.about, about],
    // everything that people read: whoever verifies it vouches for it
    [copy.route, posting.route],
    [copy.gather, posting.gather],
    [copy.bus, posting.bus],
    [copy.insurance, posting.insurance.map((one) => INSURANCES[one]).join('、')],
    [copy.contract, posting.contract && CONTRACTS[posting.contract]],
    [copy.employer, employer],
    [copy.code, credit_code],
    [copy.source, sourceOf(source)],
    [
      copy.verified,
      verified_on ? copy.verifiedBy(verified_by ?? '', dateText(verified_on)) : copy.unverified,
    ],
  ];
  return (
    <>
      <Card>
        <Row title={title} line={employer} trailing={<StatusTag status={status} word={word} />} stacked />
        {reason && <Row icon="flag" iconClass="ui-ink--no" title={copy.reason} line={reason} dense />}
        {lines.map(([name, value]) => value && <Row key={name} title={name} line={value} dense />)}
        {phone && (
          <View className="desk-pad">
            <PhoneLink number={phone} block />
          </View>
        )}
      </Card>
      {records.length > 0 && (
        <Card title={copy.records}>
          {records.map((record) => (
            <Row
              key={`${record.kind} ${record.published_on} ${record.number ?? record.link}`}
              icon="flag"
              iconClass="ui-ink--no"
              title={RECORD_KINDS[record.kind].plain}
              line={recordLine(record)}
              dense
            />
          ))}
        </Card>
      )}
    </>
  );
}
