import { View } from '@tarojs/components';
import type { EmployerRecord, PostingView } from '@/contract/jobs';
import { checkCreditCode } from '@/domain/identity/credit-code';
import { RECORD_KINDS } from '@/domain/jobs/reports';
import { Card, dateText, Row, Section } from '@/ui';
import { FactList } from '../parts/fact-list';
import { Report } from '../parts/report';
import { byPersonLine } from '../parts/standing';
import { copy } from './copy';

/** Who stands behind it, and whose word that is. */
export function Standing({ posting }: { posting: PostingView }) {
  const { employer, credit_code, verified_by, verified_on, sources, records } = posting;
  const words = copy.employer;
  return (
    <>
      <FactList
        title={words.title}
        facts={[
          { name: words.name, value: employer },
          { name: words.code, value: credit_code && codeText(credit_code) },
          {
            name: words.verified,
            value: verified_on
              ? words.verifiedBy(verified_by ?? '', dateText(verified_on))
              : posting.by_person
                ? byPersonLine
                : words.unverified,
          },
          { name: words.sources, value: sources.map((one) => words.sourceNames[one] ?? one).join('、') },
        ]}
      />
      {records.length > 0 && <Records records={records} />}
      <View className="jobs-quiet">{copy.noFee}</View>
      <Report posting={posting.id} />
    </>
  );
}

const codeText = (code: string): string =>
  `${code}（${checkCreditCode(code).ok ? copy.employer.codeOk : copy.employer.codeWrong}）`;

/** What an office has published of the employer, with who and when. */
function Records({ records }: { records: readonly EmployerRecord[] }) {
  return (
    <Section title={copy.records.title}>
      <Card>
        {records.map(({ kind, office, about, published_on, until, number, link }) => (
          <Row
            key={`${kind} ${published_on} ${number ?? link}`}
            icon="flag"
            iconClass="ui-ink--no"
            title={RECORD_KINDS[kind].plain}
            line={[
              copy.records.by(office, dateText(published_on)),
              number,
              until ? copy.records.until(dateText(until)) : copy.records.noUntil,
              about,
              link,
            ]
              .filter(Boolean)
              .join('。')}
            dense
          />
        ))}
      </Card>
      <View className="jobs-quiet">{copy.records.line}</View>
    </Section>
  );
}
