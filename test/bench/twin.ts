/**
 * The 75 rows once more, written by hand from the decided readings and sharing no code with the engine: the
 * yardstick of the benchmark, and a second opinion for the tests.
 * Three values: 0 no · 1 unknown · 2 yes. A missing fact is null.
 */
type Tri = 0 | 1 | 2;
type B = boolean | null;

export interface Person {
  home_county: number | null;
  fpzp: B;
  continued: B;
  exit_completed: B;
  poverty_alleviated: B;
  rural_low_income: B;
  monitored_active: B;
  household_monitored_ever: B;
  /** year × 2 + half; Infinity = none */
  elimination_semester: number | null;
  benefit_semester: number | null;
  labour_capacity: B;
  employment_will: B;
  labour_grade: string | null;
  employed: B;
  employment_form: string | null;
  work_region: string | null;
  stable_months: number | null;
  transport_paid_this_year: B;
  wants_out_work: B;
  employed_in_local_park: B;
  in_train_by_work: B;
  train_by_work_used_before: B;
  train_by_work_month_no: number | null;
  post_contract_months: number | null;
  household_able_willing: B;
  yulu_graduate: B;
  returning: B;
  starting_business: B;
  startup_failed: B;
  farming_at_home: B;
  hard_to_employ: B;
  lost_job: B;
  ui_insured_and_unemployed: B;
  new_form_worker: B;
  in_training: B;
  vocational_student: B;
  lianghousheng_in_tech_school: B;
  college_graduate: B;
  household_has_worker: B;
  returned_from_work: B;
  ill_or_carer_at_home: B;
  craftsman_leading_targets: B;
  idle_at_home: B;
  labour_broker_for_targets: B;
  arrears: B;
  tekun: B;
  dibao: B;
  severe_disabled: B;
  resident_pension_payer: B;
}

const t = (value: B): Tri => (value === null ? 1 : value ? 2 : 0);
const not = (value: Tri): Tri => (2 - value) as Tri;
const and = (a: Tri, b: Tri): Tri => (a < b ? a : b);
const or = (a: Tri, b: Tri): Tri => (a > b ? a : b);
const and3 = (a: Tri, b: Tri, c: Tri): Tri => and(a, and(b, c));
const or3 = (a: Tri, b: Tri, c: Tri): Tri => or(a, or(b, c));
const oneOf = (value: string | null, a: string, b?: string): Tri =>
  value === null ? 1 : value === a || value === b ? 2 : 0;
const atMost = (value: number | null, limit: number | null): Tri =>
  value === null || limit === null ? 1 : value <= limit ? 2 : 0;
const atLeast = (value: number | null, limit: number): Tri => (value === null ? 1 : value >= limit ? 2 : 0);

const CQT = (p: Person): Tri => and(or(t(p.fpzp), t(p.continued)), not(t(p.exit_completed)));
const CQTA = (p: Person): Tri => and3(CQT(p), t(p.labour_capacity), t(p.employment_will));
const YXT = (p: Person): Tri => or3(t(p.poverty_alleviated), t(p.rural_low_income), t(p.monitored_active));
const YXTA = (p: Person): Tri => and3(YXT(p), t(p.labour_capacity), t(p.employment_will));
const ABLE = (p: Person): Tri =>
  or(and(t(p.labour_capacity), t(p.employment_will)), t(p.household_able_willing));
const CROSS = (p: Person): Tri => oneOf(p.work_region, 'other_county_same_province', 'other_province');
const POST = (p: Person): Tri => oneOf(p.employment_form, 'public_post');
const SPRING_2021 = 2021 * 2;

export const TWIN: Readonly<Record<string, (p: Person) => Tri>> = {
  'cq-target-register': CQT,
  'cq-household-one-job': (p) => and3(CQT(p), ABLE(p), not(t(p.household_has_worker))),
  'cq-exit-followup': (p) => and(or(t(p.fpzp), t(p.continued)), t(p.exit_completed)),
  'cq-jobs-outside-city': CQTA,
  'cq-jobs-other-district': CQTA,
  'cq-labour-brand': CQTA,
  'cq-cross-region-transport': (p) => and(CQT(p), CROSS(p)),
  'cq-point-to-point': CQTA,
  'cq-migrant-family-help': CROSS,
  'cq-outstation-service': CROSS,
  'cq-second-training': (p) => and(not(t(p.employed)), t(p.lost_job)),
  'cq-workshop-job': CQTA,
  'cq-workshop-subsidy': (p) => and(CQT(p), oneOf(p.employment_form, 'workshop')),
  'cq-work-relief-priority': CQTA,
  'cq-startup-loan': (p) => t(p.starting_business),
  'cq-startup-subsidy': (p) => t(p.starting_business),
  'cq-startup-tax-site': (p) => t(p.starting_business),
  'cq-startup-one-thing': (p) => t(p.starting_business),
  'cq-returning-incubation': (p) => and(t(p.starting_business), t(p.returning)),
  'cq-village-service-point': () => 2,
  'cq-labour-broker-subsidy': (p) => t(p.labour_broker_for_targets),
  'cq-training-priority': CQT,
  'cq-craftsman-subsidy': (p) => t(p.craftsman_leading_targets),
  'cq-yulu-plus': (p) => and(CQT(p), t(p.vocational_student)),
  'cq-yulu-graduate-jobs': (p) => t(p.yulu_graduate),
  'cq-graduate-services': (p) => and(CQT(p), t(p.college_graduate)),
  'cq-graduate-jobseek-subsidy': (p) => and(CQT(p), t(p.college_graduate)),
  'cq-employment-assistance': (p) => and(CQT(p), t(p.hard_to_employ)),
  'cq-si-subsidy-unit': (p) =>
    and3(CQT(p), t(p.hard_to_employ), oneOf(p.employment_form, 'unit', 'workshop')),
  'cq-si-subsidy-flexible': (p) =>
    and3(CQT(p), t(p.hard_to_employ), oneOf(p.employment_form, 'flexible', 'self')),
  'cq-transfer-service': (p) => and(CQT(p), t(p.hard_to_employ)),
  'cq-arrears-priority': (p) => and(CQT(p), t(p.arrears)),
  'cq-public-post': (p) => and(CQTA(p), or(not(t(p.employed)), POST(p))),
  'cq-post-fair-pay': POST,
  'cq-public-post-exit-support': POST,
  'cq-pension-full': (p) => and(or(t(p.tekun), t(p.severe_disabled)), t(p.resident_pension_payer)),
  'cq-pension-dibao': (p) =>
    and(and3(t(p.dibao), not(t(p.tekun)), not(t(p.severe_disabled))), t(p.resident_pension_payer)),
  'cq-pension-other-target': (p) =>
    and(
      and3(CQT(p), not(t(p.tekun)), not(t(p.severe_disabled))),
      and(not(t(p.dibao)), t(p.resident_pension_payer)),
    ),
  'cq-unemployment-benefit': (p) => t(p.ui_insured_and_unemployed),
  'cq-occupational-injury-pilot': (p) => t(p.new_form_worker),

  'yx-service-guarantee': (p) => and(YXT(p), t(p.employment_will)),
  'yx-labour-export': (p) => and(YXT(p), t(p.wants_out_work)),
  'yx-transport-500': (p) =>
    and(
      and(or(t(p.poverty_alleviated), t(p.monitored_active)), oneOf(p.work_region, 'other_province')),
      and(atLeast(p.stable_months, 3), not(t(p.transport_paid_this_year))),
    ),
  'yx-park-employer-support': (p) => and(YXT(p), t(p.employed_in_local_park)),
  'yx-contract-and-pay-duty': (p) =>
    and(YXT(p), or(t(p.employed_in_local_park), oneOf(p.employment_form, 'unit', 'workshop'))),
  'yx-transfer-service': (p) => and(YXTA(p), not(t(p.employed))),
  'yx-rural-env-jobs': YXTA,
  'yx-work-relief': YXTA,
  'yx-workshop-job': YXTA,
  'yx-train-by-work': (p) =>
    and(
      and3(YXT(p), t(p.in_train_by_work), not(t(p.train_by_work_used_before))),
      atMost(p.train_by_work_month_no, 6),
    ),
  'yx-public-post-priority': (p) => and(YXT(p), oneOf(p.labour_grade, 'half', 'weak')),
  'yx-post-contract-cap': (p) => and(POST(p), atMost(p.post_contract_months, 12)),
  'yx-post-contract-duty': POST,
  'yx-post-conduct': POST,
  'yx-post-insurance': POST,
  'yx-startup-service': (p) => and(YXT(p), t(p.starting_business)),
  'yx-returning-startup': (p) => and(t(p.returning), t(p.starting_business)),
  'yx-startup-failed-help': (p) => and(YXT(p), t(p.startup_failed)),
  'yx-self-employed-support': (p) =>
    and(YXT(p), or(oneOf(p.employment_form, 'self'), t(p.starting_business))),
  'yx-flexible-support': (p) => and(YXT(p), oneOf(p.employment_form, 'flexible', 'none')),
  'yx-job-push': YXTA,
  'yx-employment-assistance': (p) => and(YXT(p), t(p.hard_to_employ)),
  'yx-lianghousheng-tech': (p) => and(YXT(p), t(p.lianghousheng_in_tech_school)),
  'yx-lianghousheng-priority': (p) => and(YXT(p), t(p.lianghousheng_in_tech_school)),
  'yx-training-allowance': (p) => and(YXT(p), t(p.in_training)),
  'yx-yulu-monitored': (p) =>
    and(
      and(t(p.household_monitored_ever), atLeast(p.benefit_semester, SPRING_2021)),
      and(
        or(
          p.elimination_semester === null ? 1 : p.elimination_semester === Number.POSITIVE_INFINITY ? 2 : 0,
          atMost(p.benefit_semester, p.elimination_semester),
        ),
        t(p.vocational_student),
      ),
    ),
  'yx-yulu-continued': (p) => and(t(p.poverty_alleviated), t(p.vocational_student)),
  'yx-zero-employment-family': (p) => and3(YXT(p), ABLE(p), not(t(p.household_has_worker))),
  'yx-return-migrant-rehire': (p) => and(YXT(p), t(p.returned_from_work)),
  'yx-ill-or-carer-support': (p) => and(YXT(p), t(p.ill_or_carer_at_home)),
  'yx-idle-guidance': (p) => and(YXT(p), t(p.idle_at_home)),
  'yx-farm-support': (p) => and(YXT(p), or(t(p.farming_at_home), t(p.starting_business))),
  'yx-startup-loan': (p) => and(YXT(p), or(t(p.starting_business), t(p.farming_at_home))),
  'yx-monthly-visit': YXT,
  'yx-online-code': YXT,
};

/** Gates by hand: ledger county, then the days of the document, then the one benefit with days of its own. */
export function twinStatus(id: string, p: Person, asOf: string): Tri {
  if (p.home_county === null) return 1;
  const chongqing = id.startsWith('cq-');
  if (chongqing ? Math.floor(p.home_county / 10_000) !== 50 : p.home_county !== 360_425) return 0;
  if (chongqing ? asOf < '2026-04-27' : asOf < '2021-07-27' || asOf > '2025-12-31') return 0;
  if (id === 'yx-train-by-work' && asOf > '2021-12-31') return 0;
  return (TWIN[id] as (p: Person) => Tri)(p);
}

/** The same person for the twin: facts already derived. */
export function personOf(facts: Readonly<Record<string, unknown>>): Person {
  const person: Record<string, unknown> = {};
  for (const key of FIELDS) person[key] = facts[key] ?? null;
  person.home_county = facts.home_county == null ? null : Number(facts.home_county);
  for (const key of ['elimination_semester', 'benefit_semester']) person[key] = semester(facts[key]);
  return person as unknown as Person;
}

function semester(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  return value === 'none'
    ? Number.POSITIVE_INFINITY
    : Number(value.slice(0, 4)) * 2 + (value[4] === 'A' ? 1 : 0);
}

const FIELDS = [
  'fpzp',
  'continued',
  'exit_completed',
  'poverty_alleviated',
  'rural_low_income',
  'monitored_active',
  'household_monitored_ever',
  'labour_capacity',
  'employment_will',
  'labour_grade',
  'employed',
  'employment_form',
  'work_region',
  'stable_months',
  'transport_paid_this_year',
  'wants_out_work',
  'employed_in_local_park',
  'in_train_by_work',
  'train_by_work_used_before',
  'train_by_work_month_no',
  'post_contract_months',
  'household_able_willing',
  'yulu_graduate',
  'returning',
  'starting_business',
  'startup_failed',
  'farming_at_home',
  'hard_to_employ',
  'lost_job',
  'ui_insured_and_unemployed',
  'new_form_worker',
  'in_training',
  'vocational_student',
  'lianghousheng_in_tech_school',
  'college_graduate',
  'household_has_worker',
  'returned_from_work',
  'ill_or_carer_at_home',
  'craftsman_leading_targets',
  'idle_at_home',
  'labour_broker_for_targets',
  'arrears',
  'tekun',
  'dibao',
  'severe_disabled',
  'resident_pension_payer',
] as const;
