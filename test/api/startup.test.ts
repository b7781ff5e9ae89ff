/** A bundle on both entries: one form, a case for each step, and each going on when what it waits for is there. */
import { randomUUID } from 'node:crypto';
import { columnsOf, recordOf } from '@/cloud/cases/record';
import { SAMPLES } from '@/cloud/demo/samples';
import { createWorld } from '@/cloud/world';
import type { OutputOf } from '@/contract/api';
import { creditCheckDigit } from '@/domain/identity';
import { book } from '../book';
import { photo } from '../sample-files';
import { type TestServices, testServices } from '../services';
import { type Entry, functionEntry, httpEntry } from './entries';
import { type Resident, sampleResident } from './resident';
import { upload } from './sending';

const BODY = '92500242MA5U0000X';
const LICENCE = BODY + creditCheckDigit(BODY);
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const ANSWERS = {
  county: '500242',
  trade: '样例小面馆',
  line: 'food',
  licensed: 'none',
  kind: 'individual',
  hires: false,
  premises: 'rent',
  address: '样例镇样例街1号',
  wants: ['certificate', 'subsidy', 'loan', 'relief', 'training'],
  returning: true,
  loan_fen: 10_000_000,
  loan_use: '装修',
  name: '样例甲',
  phone: '13800000001',
};

describe.each(['HTTP', '云函数'] as const)('%s', (kind) => {
  let house: TestServices;
  let entry: Entry;
  let owner: Resident;
  let officer: Resident;
  let stranger: Resident;

  beforeAll(async () => {
    house = await testServices({ limits: { take: async () => undefined, clear: async () => undefined } });
    entry = kind === 'HTTP' ? await httpEntry(house) : await functionEntry(house);
    owner = await sampleResident(entry, 'cross-region');
    officer = await sampleResident(entry, 'staff-youyang');
    stranger = await sampleResident(entry, 'continued');
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  const filing = (answers: object = {}, more: object = {}) => ({
    ...{ id: randomUUID(), service: 'startup', service_version: 1, files: [], agreed: true as const },
    answers: { ...ANSWERS, ...answers },
    ...more,
  });
  type View = OutputOf<'cases.show'>;
  const show = (id: string, who = owner) => who.do('cases.show', { id });
  const stepsOf = (view: View) => view.bundle?.steps ?? [];
  const step = (view: View, name: string) => {
    const found = stepsOf(view).find((one) => one.step === name);
    if (!found) throw new Error(`no step ${name}`);
    return found;
  };
  const standings = (view: View) =>
    Object.fromEntries(stepsOf(view).map(({ step: name, standing }) => [name, standing]));
  const caseOf = (view: View, name: string) => step(view, name).case as string;
  async function act(id: string, action: Record<string, unknown>, who = owner) {
    const { version } = await show(id, who);
    return who.do('cases.act', { id, version, event: randomUUID(), ...action } as never);
  }
  async function desk(id: string, action: Record<string, unknown>) {
    const { case: seen } = await officer.do('desk.show', { id });
    return officer.do('desk.act', { id, version: seen.version, event: randomUUID(), ...action } as never);
  }
  const did = (id: string, more: object = {}) => act(id, { action: 'did', on: today(), ...more });

  test('一张表分成几件，各有各的单位；送两次只有一份', async () => {
    const one = filing();
    const filed = await owner.do('cases.file', one);
    expect(await owner.do('cases.file', one)).toEqual({ ...filed, again: true });
    const view = await show(filed.id);
    expect(view.state).toBe('bundle');
    expect(view.bundle).toMatchObject({ done: 0, total: 8, list: { verified: false } });
    expect(standings(view)).toEqual({
      licence: 'self',
      tax: 'waiting',
      insurance: 'waiting',
      certificate: 'filed',
      training: 'filed',
      subsidy: 'waiting',
      loan: 'waiting',
      relief: 'waiting',
    });
    expect(step(view, 'certificate').due?.of).toBe('accept');
    expect(step(view, 'loan')).toMatchObject({ due: null, late: false, waits_for: ['办营业执照'] });
    expect(step(view, 'tax').office).toBe('税务部门');
    const loan = await show(caseOf(view, 'loan'));
    expect(loan.bundle?.id).toBe(filed.id);
    // it gets what it needs, and not the address
    expect(loan.answers.map(({ id }) => id).sort()).toEqual(
      ['county', 'kind', 'loan_fen', 'loan_use', 'name', 'phone', 'trade'].sort(),
    );
    const mine = await owner.do('cases.mine', {});
    expect(mine.tasks.some(({ task }) => task?.includes('办营业执照'))).toBe(true);
    // one line, with all its steps under it in their order
    const [line, ...others] = mine.cases.filter(({ service }) => service.startsWith('startup'));
    expect(others).toEqual([]);
    expect(line?.bundle).toMatchObject({ done: 0, total: 8 });
    expect(line?.bundle?.steps.map(({ step: id, case: own }) => [id, own])).toEqual(
      view.bundle?.steps.map(({ step: id, case: own }) => [id, own]),
    );
  });

  test('前一步好了，后面的自己接上，带着执照的代码；都办完了，整件就完了', async () => {
    const { id } = await owner.do('cases.file', filing({ wants: ['loan', 'relief'] }));
    const begun = await show(id);
    await did(caseOf(begun, 'licence'), { credit_code: LICENCE.toLowerCase() });
    const next = await show(id);
    expect(standings(next)).toMatchObject({ licence: 'done', tax: 'self', insurance: 'self', loan: 'filed' });
    expect(standings(next).relief).toBe('waiting');
    const loan = await show(caseOf(next, 'loan'));
    expect(loan.answers.find(({ id: at }) => at === 'credit_code')?.text).toBe(LICENCE);
    expect(loan.due?.of).toBe('accept');
    expect(loan.timeline.at(-1)?.text).toContain('办营业执照');
    await did(caseOf(next, 'tax'));
    const relief = await show(caseOf(next, 'relief'));
    expect(relief.state).toBe('filed');
    expect(relief.answers.find(({ id: at }) => at === 'credit_code')?.text).toBe(LICENCE);
    // one that is refused holds up nobody
    await desk(caseOf(next, 'loan'), { action: 'refuse', text: '样例理由', item: '（八）' });
    await did(caseOf(next, 'insurance'));
    expect((await show(id)).state).toBe('bundle');
    await desk(caseOf(next, 'relief'), { action: 'accept' });
    await desk(caseOf(next, 'relief'), { action: 'approve', text: '同意' });
    const over = await show(id);
    expect(over.state).toBe('done');
    expect(over.bundle).toMatchObject({ done: 4, total: 5 });
    // looked at again: the whole is going on again
    await act(caseOf(next, 'loan'), { action: 'ask_review', text: '样例不服' });
    expect((await show(id)).state).toBe('bundle');
  });

  test('执照已经有了的，从中间接着办', async () => {
    const wrong = await owner.refused(
      'cases.file',
      filing({ licensed: 'have', credit_code: `${LICENCE.slice(0, 17)}${LICENCE[17] === '0' ? '1' : '0'}` }),
    );
    expect(wrong.name).toBe('InvalidInput');
    expect(wrong.fields?.[0]).toMatchObject({ path: 'credit_code' });
    expect(wrong.fields?.[0]?.message).toContain('有一位不对');
    const { id } = await owner.do('cases.file', filing({ licensed: 'have', credit_code: LICENCE }));
    const view = await show(id);
    expect(standings(view)).toMatchObject({
      licence: 'elsewhere',
      tax: 'self',
      loan: 'filed',
      subsidy: 'filed',
    });
    expect(step(view, 'licence').case).toBeNull();
    expect(view.bundle?.done).toBe(1);
  });

  test('办好了的代码错一位、日子没到、没填，都说清楚；次序不对的照样记下', async () => {
    const { id } = await owner.do('cases.file', filing());
    const view = await show(id);
    const licence = caseOf(view, 'licence');
    const refusedWith = async (more: object) => {
      const { version } = await show(licence);
      const on = { id: licence, version, event: randomUUID(), action: 'did', on: today() };
      return (await owner.refused('cases.act', { ...on, ...more })).fields?.[0];
    };
    expect(await refusedWith({})).toMatchObject({ path: 'credit_code' });
    expect((await refusedWith({ credit_code: '1'.repeat(18) }))?.message).toContain('不对');
    expect((await refusedWith({ credit_code: LICENCE, on: '2999-01-01' }))?.path).toBe('on');
    // tax before the licence: noted, and the licence still stands open
    await did(caseOf(view, 'tax'));
    const after = await show(id);
    expect(standings(after)).toMatchObject({ tax: 'done', licence: 'self', relief: 'filed' });
    const waiting = await owner.refused('cases.act', {
      ...{ id: caseOf(view, 'loan'), version: 1, event: randomUUID(), action: 'did', on: today() },
    });
    expect(waiting.name).toBe('ActionNotAllowed');
    const early = await officer.refused('desk.act', {
      ...{ id: caseOf(view, 'loan'), version: 1, event: randomUUID(), action: 'accept' },
    });
    expect(early.fields?.[0]?.message).toContain('等前一步');
  });

  test('整件撤回，没定的几件一起撤回；已经办完的留着', async () => {
    const { id } = await owner.do('cases.file', filing());
    const view = await show(id);
    await desk(caseOf(view, 'certificate'), { action: 'accept' });
    await desk(caseOf(view, 'certificate'), { action: 'approve', text: '同意' });
    await act(id, { action: 'withdraw' });
    const over = await show(id);
    expect(over.state).toBe('withdrawn');
    const { certificate, ...others } = standings(over);
    expect(certificate).toBe('done');
    expect(new Set(Object.values(others))).toEqual(new Set(['withdrawn']));
  });

  test('工作台：看得到是哪一件事的哪一步，代人登记办好；没轮到的不排队', async () => {
    const { id } = await owner.do('cases.file', filing());
    const view = await show(id);
    const opened = await officer.do('desk.show', { id: caseOf(view, 'certificate') });
    expect(opened.case.bundle).toMatchObject({ id, title: '开店办厂，一张表办' });
    const { case: noted } = await desk(caseOf(view, 'licence'), {
      ...{ action: 'see_done', on: today(), credit_code: LICENCE },
    });
    expect(noted.state).toBe('done');
    const { by_service } = await officer.do('desk.numbers', { from: today(), to: today() });
    const counted = by_service.map(({ service }) => service);
    expect(counted).toContain('startup-loan');
    expect(counted).not.toContain('startup');
    expect(standings(await show(id)).loan).toBe('filed');
    const later = await owner.do('cases.file', filing());
    const ids = new Set(stepsOf(await show(later.id)).flatMap((one) => one.case ?? []));
    const queued: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await officer.do('desk.queue', { show: 'open', ...(cursor !== undefined && { cursor }) });
      queued.push(...page.cases.map((one) => one.id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(queued).not.toContain(later.id);
    const states = await Promise.all(queued.filter((one) => ids.has(one)).map((one) => show(one)));
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['filed']));
  });

  test('只管其中几项的经办人，只看见自己那几步；等的是哪一步，只有名字', async () => {
    const { id } = await owner.do('cases.file', filing());
    const view = await show(id);
    const { pool } = house.services.store;
    const only = (services: string[] | null) =>
      pool.query('update staff set services = $1 where id = $2', [
        services,
        SAMPLES.find((one) => one.id === 'staff-youyang')?.account,
      ]);
    await only(['startup-loan', 'startup-certificate']);
    try {
      const { case: seen } = await officer.do('desk.show', { id: caseOf(view, 'loan') });
      expect(seen.bundle?.steps.map(({ step: name }) => name)).toEqual(['certificate', 'loan']);
      expect(step(seen, 'loan').waits_for).toEqual(['办营业执照']);
      expect(seen.bundle).toMatchObject({ done: 0, total: 8 });
    } finally {
      await only(null);
    }
    const { case: whole } = await officer.do('desk.show', { id: caseOf(view, 'loan') });
    expect(whole.bundle?.steps).toHaveLength(8);
  });

  test('一份材料交一次，要用的几件都有', async () => {
    const file = await upload(owner, photo({}));
    const { id } = await owner.do(
      'cases.file',
      filing(
        {},
        {
          files: [
            { evidence: 'category', file },
            { evidence: 'premises_proof', file },
          ],
        },
      ),
    );
    const view = await show(id);
    const papers = async (name: string) => (await show(caseOf(view, name))).papers.map((one) => one.evidence);
    expect(await papers('loan')).toEqual(['category']);
    expect(await papers('subsidy')).toEqual(['category']);
    expect(await papers('licence')).toEqual(['premises_proof']);
    expect(await papers('training')).toEqual([]);
  });

  test('别人的、单独的一步、硬塞上家的，都不行', async () => {
    const { id } = await owner.do('cases.file', filing());
    const view = await show(id);
    for (const one of [id, caseOf(view, 'loan')]) {
      expect((await stranger.refused('cases.show', { id: one })).name).toBe('NotFound');
      const acted = { id: one, version: 1, event: randomUUID(), action: 'withdraw' };
      expect((await stranger.refused('cases.act', acted)).name).toBe('NotFound');
    }
    // a step is no form of its own, and nobody names the bundle it goes to
    const alone = filing({}, { service: 'startup-loan' });
    expect((await owner.refused('cases.file', alone)).name).toBe('NotFound');
    expect((await owner.refused('cases.prefill', { service: 'startup-loan' })).name).toBe('NotFound');
    for (const extra of [{ parent: id }, { steps: { loan: id } }, { children: [] }])
      expect((await stranger.refused('cases.file', filing({}, extra))).name).toBe('InvalidInput');
    const elsewhere = await sampleResident(entry, 'staff-yongxiu');
    expect((await elsewhere.refused('desk.show', { id: caseOf(view, 'loan') })).name).toBe('NotFound');
    // the child of a bundle that is filed anew with the same id is the same one
    expect((await stranger.refused('cases.file', filing({}, { id }))).name).toBe('AlreadyFiled');
  });

  test('永修的文件到期了，说清楚，不收', async () => {
    const returner = await sampleResident(entry, 'yongxiu-migrant');
    const closed = await returner.refused('cases.file', filing({ county: '360425' }));
    expect(closed.name).toBe('ServiceClosed');
    expect(closed.fields?.[0]?.message).toContain('2025-12-31');
  });

  test('几步同时办好：不锁死，不丢，也不重', async () => {
    const { id } = await owner.do('cases.file', filing({ licensed: 'have', credit_code: LICENCE }));
    const view = await show(id);
    const names = ['tax', 'insurance'];
    const events: Record<string, string> = { tax: randomUUID(), insurance: randomUUID() };
    const twice = [...names, ...names].map((name) => {
      const one = caseOf(view, name);
      return entry.call(
        'cases.act',
        { id: one, version: 1, event: events[name], action: 'did', on: today() },
        owner.as,
      );
    });
    const give = ['subsidy', 'loan', 'certificate', 'training'].map((name) =>
      desk(caseOf(view, name), { action: 'refuse', text: '样例', item: '（八）' }),
    );
    const answers = await Promise.all(twice);
    await Promise.all(give);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(2);
    for (const answer of answers) if (!answer.ok) expect(answer.error.name).toBe('CaseChanged');
    const after = await show(id);
    expect(standings(after)).toMatchObject({ tax: 'done', insurance: 'done', relief: 'filed' });
    await desk(caseOf(view, 'relief'), { action: 'refuse', text: '样例', item: '（八）' });
    expect((await show(id)).state).toBe('done');
    // what is stored is what the events say
    const context = createWorld(book, house.services)({ caller: 'test' });
    for (const one of [id, ...stepsOf(after).flatMap((found) => found.case ?? [])]) {
      const record = await recordOf(context, one);
      expect(record.row).toMatchObject(columnsOf(record.at));
    }
  });
});
