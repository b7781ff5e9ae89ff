import { View } from '@tarojs/components';
import type { PostingView } from '@/contract/jobs';
import { CONTRACTS, INSURANCES, KEEPS, POSTING_KINDS, SHIFTS, SKILLS } from '@/domain/jobs';
import { Card, Section } from '@/ui';
import { copy as common } from '../parts/copy';
import { type Fact, FactList } from '../parts/fact-list';
import { dayText, payText, sameAsText } from '../parts/words';
import { copy } from './copy';

/** Pay, hours, keep, contract, who can do it. */
export function Facts({ posting }: { posting: PostingView }) {
  const { pay, monthly, paid, hours, shift, starts_on, open_until, people, gather, about, kind } = posting;
  const sameAs = sameAsText(monthly);
  return (
    <>
      <FactList
        title={copy.pay.title}
        facts={[
          { name: copy.pay.how, value: pay ? payText(pay) : copy.pay.ask },
          ...(sameAs && monthly?.way
            ? [{ name: copy.pay.compared, value: `${sameAs}（${monthly.way}）` }]
            : []),
          { name: copy.pay.paid, value: paid },
        ]}
      />
      <FactList
        title={copy.time.title}
        facts={[
          { name: copy.time.starts, value: starts_on ? common.starts(dayText(starts_on)) : null },
          { name: copy.time.hours, value: hours },
          { name: copy.time.shift, value: shift && SHIFTS[shift] },
          ...(kind === 'day_labour' || gather ? [{ name: copy.time.gather, value: gather }] : []),
          { name: copy.time.people, value: people === null ? null : copy.time.peopleOf(people) },
          { name: copy.time.until, value: dayText(open_until) },
        ]}
      />
      <FactList
        title={copy.keep.title}
        facts={[
          { name: copy.keep.board, value: posting.board && KEEPS[posting.board] },
          { name: copy.keep.lodging, value: posting.lodging && KEEPS[posting.lodging] },
        ]}
      />
      <FactList
        title={copy.safe.title}
        facts={[
          { name: copy.safe.contract, value: posting.contract && CONTRACTS[posting.contract] },
          {
            name: copy.safe.insurance,
            value: posting.insurance.map((one) => INSURANCES[one]).join('、') || null,
          },
        ]}
      />
      <FactList title={copy.who.title} facts={whoFacts(posting)} />
      {about && (
        <Section title={copy.about}>
          <Card pad>
            <View className="jobs-words">{about}</View>
          </Card>
        </Section>
      )}
    </>
  );
}

function whoFacts({ skills, childcare_hours, elders, light, kind }: PostingView): readonly Fact[] {
  const { who } = copy;
  const said = (value: boolean | null, yes: string, no: string) => (value === null ? null : value ? yes : no);
  return [
    { name: who.kind, value: POSTING_KINDS[kind].title },
    { name: who.skills, value: skills.map((skill) => SKILLS[skill]).join('、') || null },
    { name: who.childcare, value: said(childcare_hours, who.yes, who.no.childcare) },
    { name: who.elders, value: said(elders, who.yesElders, who.no.elders) },
    { name: who.light, value: said(light, who.yesLight, who.no.light) },
  ];
}
