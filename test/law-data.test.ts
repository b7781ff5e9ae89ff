/** The rows on unpaid wages themselves: what is there, what it rests on, how it is said. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HOLD_RULES } from '@/domain/jobs/hold-rules';
import { citeText, isOfArticle } from '@/domain/wages/cites';
import { TRACKS } from '@/domain/wages/law';
import { citesIn, HELD_BY } from './hold-cites';
import { law } from './law';
import { lawTables } from './law-tables';

const IDS = `w-insp-lookback w-insp-accept w-insp-invest w-insp-decide w-insp-penalty w-med w-med-review
  w-med-review-done w-lim w-arb-fix w-arb-accept w-arb-serve w-arb-tribunal w-arb-defence w-arb-defcopy
  w-arb-jurisdiction w-arb-notice w-arb-postpone w-arb-default w-arb-amend w-arb-medtrial w-arb-award w-arb-advance
  w-final w-sue-worker w-sue-employer w-annul w-enforce w-po-accept w-po-issue w-po-object w-po-failed w-court-file
  w-aid w-aid-assign w-pay-parttime w-pay-holiday w-ledger`.split(/\s+/);

const periodOf = (id: string) => law.deadlines.find((row) => row.id === id)?.period;

describe('期限', () => {
  test('一行不少，一行不多；每条路都有', () => {
    expect(law.deadlines.map(({ id }) => id)).toEqual(IDS);
    expect([...new Set(law.deadlines.map(({ track }) => track))].sort()).toEqual([...TRACKS].sort());
  });

  test('没有期限的，正好是这些', () => {
    expect(law.deadlines.filter(({ period }) => period === null).map(({ id }) => id)).toEqual([
      ...['w-insp-penalty', 'w-arb-jurisdiction', 'w-arb-default', 'w-arb-amend', 'w-arb-advance'],
      ...['w-final', 'w-po-failed', 'w-pay-holiday'],
    ]);
  });

  test.each([
    [
      '工作日',
      'WD',
      'w-insp-accept w-insp-invest w-insp-decide w-med-review-done w-arb-fix w-arb-accept w-arb-serve w-arb-tribunal w-arb-defence w-arb-defcopy w-arb-notice w-arb-postpone w-arb-medtrial',
    ],
    [
      '自然日',
      'CD',
      'w-med w-med-review w-arb-award w-sue-worker w-sue-employer w-annul w-po-accept w-po-issue w-po-object w-court-file w-aid w-aid-assign w-pay-parttime',
    ],
    ['年', 'Y', 'w-insp-lookback w-lim w-enforce w-ledger'],
  ])('按%s数的', (_title, unit, ids) => {
    const found = law.deadlines.filter(({ period }) => period?.unit === unit).map(({ id }) => id);
    expect(found).toEqual(ids.split(' '));
  });

  test('顺延的、往前数的、能延长的，正好是这些', () => {
    const having = (key: 'roll' | 'back' | 'extension') =>
      law.deadlines.filter(({ period }) => period?.[key] !== undefined).map(({ id }) => id);
    expect(having('roll')).toEqual(
      'w-lim w-arb-award w-sue-worker w-sue-employer w-annul w-po-accept w-po-issue w-po-object w-court-file'.split(
        ' ',
      ),
    );
    expect(having('back')).toEqual(['w-arb-notice', 'w-arb-postpone']);
    expect(having('extension')).toEqual(['w-insp-invest', 'w-med-review-done', 'w-arb-award']);
    expect([periodOf('w-insp-invest')?.extension, periodOf('w-arb-award')?.extension]).toEqual([30, 15]);
  });

  test('出处不牢的那一行，只作参考', () => {
    expect(law.deadlines.filter((row) => row.information_only).map(({ id }) => id)).toEqual([
      'w-insp-decide',
    ]);
  });
});

describe('条文', () => {
  test('要紧的条文是原文，一字不差', () => {
    const text = (statute: string, article: string) =>
      law.articles.find((one) => one.statute === statute && one.article === article)?.text;
    for (const article of ['2', '9', '27', '29', '43', '47', '48', '50', '53'])
      expect([article, text('mediation-arbitration', article)]).toEqual([article, expect.any(String)]);
    expect(text('mediation-arbitration', '53')).toBe(
      '劳动争议仲裁不收费。劳动争议仲裁委员会的经费由财政予以保障。',
    );
    expect(text('wage-payment', '30')?.split('\n')[2]).toBe(
      '分包单位拖欠农民工工资的，由施工总承包单位先行清偿，再依法进行追偿。',
    );
    expect(text('inspection', '17')).toContain('60个工作日内完成');
  });

  test('没有读到全文的，一条原文都没有', () => {
    for (const statute of ['arbitration-rules', 'inspection-provisions'])
      expect(law.articles.filter((one) => one.statute === statute && one.text !== null)).toEqual([]);
  });

  test('每一条都有人引；收的法律都用上了', () => {
    const rows = [law.deadlines, law.tracks, law.advice, law.notes, law.payers, law.bodies];
    const cited = [...rows, law.proofs, law.stages, law.pay.items, law.papers]
      .flat()
      .flatMap(({ cite }) => cite);
    const idle = law.articles.filter(
      ({ statute, article }) =>
        !cited.some((cite) => cite.statute === statute && isOfArticle(cite.article, article)) &&
        !HELD_BY.includes(citeText(law, { statute, article })),
    );
    expect(idle.map(({ statute, article }) => `${statute} ${article}`)).toEqual([]);
    expect(law.statutes.filter(({ id }) => !law.articles.some(({ statute }) => statute === id))).toEqual([]);
  });

  test('扣下岗位的依据，条条点得开', () => {
    expect(HELD_BY).toEqual(expect.arrayContaining(['就业促进法 31', '妇女权益保障法 43', '劳动法 36']));
    const known = law.articles.map((article) => citeText(law, article));
    expect(HELD_BY.filter((cite) => !known.includes(cite))).toEqual([]);
    for (const { law: said } of HOLD_RULES) expect([said, citesIn(said).length > 0]).toEqual([said, true]);
  });

  test.each([
    ['27(2)', '27', true],
    ['27', '27', true],
    ['27', '2', false],
    ['27(二)', '26–28', true],
    ['29', '26–28', false],
    ['26–28', '26–28', true],
    ['276之一', '276之一', true],
    ['（十二）', '（十二）', true],
  ])('%s 是不是 %s 的一部分', (cited, article, is) => {
    expect(isOfArticle(cited, article)).toBe(is);
  });
});

describe('写给人看的话', () => {
  const said = JSON.stringify([
    law.deadlines,
    law.tracks,
    law.advice,
    law.notes,
    law.payers,
    law.proofs,
    law.stages,
  ]);

  test('不说法律没有写的钱数、天数', () => {
    // the fines of 工资条例 54 are the only sums the law names here
    expect(said.match(/[\d.]+万?(?:到[\d.]+万?)?元/g)).toEqual(['2万到5万元', '1万到3万元']);
    expect(said).not.toMatch(/10个工作日(?!写答辩书)/);
    expect(law.notes.find(({ id }) => id === 'fast-track')?.text).toContain('各地可能提供');
  });

  test('从不说谁犯了罪，不要人承担举证的全部', () => {
    expect(said).not.toMatch(/犯了罪|构成犯罪/);
    expect(law.proofs.filter(({ employer_must }) => employer_must !== undefined).length).toBeGreaterThan(5);
  });

  test('每个阶段都说得出来', () => {
    expect(law.stages.map(({ id }) => id)).toEqual([
      ...['filed', 'accepted', 'investigation', 'ordered', 'tribunal', 'hearing', 'mediation_offer'],
      ...['award', 'enforcement', 'paid', 'refused', 'late', 'absent'],
    ]);
    const hearing = law.stages.find(({ id }) => id === 'hearing');
    expect(hearing?.bring?.join()).toMatch(/身份证.*原件/);
    expect(hearing?.bring?.join()).toContain('撤回');
  });
});

test('最低工资：哪天的数，都还没有核实', () => {
  for (const { verified, as_of } of law.pay.minimum_wages)
    expect([verified, as_of]).toEqual([false, '2025-07-01']);
  const caps = law.pay.minimum_wages.map(({ region, tier, month }) => [region, tier, (month * 12) / 100]);
  expect(caps).toEqual([
    ['500000', 1, 27960],
    ['500000', 2, 26400],
    ['360000', 1, 24000],
    ['360000', 2, 22440],
    ['360000', 3, 20880],
    ['360425', 3, 20880],
  ]);
  expect([law.pay.days_a_month, law.pay.hours_a_day]).toEqual([21.75, 8]);
});

test('docs/law.md 的表和文件一致', () => {
  const source = readFileSync(path.join(__dirname, '../docs/law.md'), 'utf8');
  const tableOf = (name: string) => {
    const [, after = ''] = source.split(`<!-- table: ${name} -->\n`);
    return (after.split('\n\n')[0] ?? '').split('\n').slice(2);
  };
  for (const [name, rows] of Object.entries(lawTables(law)))
    expect([name, tableOf(name)]).toEqual([name, rows]);
});
