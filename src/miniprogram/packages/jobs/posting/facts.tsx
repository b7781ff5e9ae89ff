import { View } from '@tarojs/components';
import type { PostingView } from '@/contract/jobs';
import { CONTRACTS, INSURANCES, KEEPS, POSTING_KINDS, SHIFTS, SKILLS } from '@/domain/jobs';
import { Card, Section } from '@/ui';
import { copy as common } from '../parts/copy';
import { type Fact, FactList, unsaidOf } from '../parts/fact-list';
import { dayText, payText, sameAsText } from '../parts/words';
import { copy } from './copy';

interface Group {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** Pay, hours, keep, contract, who can do it. */
function groupsOf(posting: PostingView): readonly Group[] {
  const { pay, monthly, paid, hours, shift, starts_on, open_until, people, gather, kind } = posting;
  const sameAs = sameAsText(monthly, kind);
  return [
    {
      title: copy.pay.title,
      facts: [
        { name: copy.pay.how, value: pay ? payText(pay) : copy.pay.ask },
        ...(sameAs && monthly?.way
          ? [{ name: copy.pay.compared, value: copy.pay.daily(monthly.way, sameAs) }]
          : []),
        { name: copy.pay.paid, value: paid, ask: copy.unsaid.paid },
      ],
    },
    {
      title: copy.time.title,
      facts: [
        { name: copy.time.starts, value: starts_on ? common.starts(dayText(starts_on)) : null },
        { name: copy.time.hours, value: hours },
        { name: copy.time.shift, value: shift && SHIFTS[shift] },
        ...(kind === 'day_labour' || gather ? [{ name: copy.time.gather, value: gather }] : []),
        { name: copy.time.people, value: people === null ? null : copy.time.peopleOf(people) },
        { name: copy.time.until, value: dayText(open_until) },
      ],
    },
    {
      title: copy.keep.title,
      facts: [
        { name: copy.keep.board, value: posting.board && KEEPS[posting.board], ask: copy.unsaid.board },
        { name: copy.keep.lodging, value: posting.lodging && KEEPS[posting.lodging] },
      ],
    },
    {
      title: copy.safe.title,
      facts: [
        {
          ...{ name: copy.safe.contract, ask: copy.unsaid.contract },
          value: posting.contract && CONTRACTS[posting.contract],
        },
        {
          name: copy.safe.insurance,
          value: posting.insurance.map((one) => INSURANCES[one]).join('、') || null,
        },
      ],
    },
    { title: copy.who.title, facts: whoFacts(posting) },
  ];
}

export function Facts({ posting }: { posting: PostingView }) {
  const { about } = posting;
  return (
    <>
      {groupsOf(posting).map((group) => (
        <FactList key={group.title} {...group} known />
      ))}
      {about && (
        <Section title={copy.about}>
          <Card pad>
            <View className="jobs-words">{about}</View>
          </Card>
        </Section>
      )}
      <Unsaid posting={posting} />
    </>
  );
}

/** All that nobody has said, once: eight rows of it would hide what is known. Not said is never no. */
function Unsaid({ posting }: { posting: PostingView }) {
  const { route, offered_to, destination, cooperation, bus, phone } = posting;
  const unsaid = unsaidOf([
    ...groupsOf(posting).flatMap(({ facts }) => facts),
    { name: copy.place.route, value: route },
    ...(offered_to === null
      ? []
      : [
          { name: copy.away.destination, value: destination },
          { name: copy.away.cooperation, value: cooperation },
          { name: copy.away.bus, value: bus, ask: copy.unsaid.bus },
        ]),
  ]);
  if (unsaid.length === 0) return null;
  return <View className="jobs-quiet">{copy.unsaid.line(unsaid.join('、'), phone !== null)}</View>;
}

function whoFacts({ skills, childcare_hours, elders, light, kind }: PostingView): readonly Fact[] {
  const { who } = copy;
  const said = (value: boolean | null, yes: string, no: string) => (value === null ? null : value ? yes : no);
  return [
    { name: who.kind, value: POSTING_KINDS[kind].title },
    { name: who.skills, value: skills.map((skill) => SKILLS[skill]).join('、') || null },
    {
      ...{ name: who.childcare, ask: copy.unsaid.childcare },
      value: said(childcare_hours, who.yes, who.no.childcare),
    },
    {
      ...{ name: who.elders, ask: copy.unsaid.elders },
      value: said(elders, who.yesElders, who.no.elders),
    },
    { name: who.light, value: said(light, who.yesLight, who.no.light), ask: copy.unsaid.light },
  ];
}
