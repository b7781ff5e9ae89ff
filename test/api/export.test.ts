/** Decided cases for the provincial system: what stands in the file, who signed it, what its answer does. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { compactVerify, importJWK } from 'jose';
import { verify } from '@/cloud/code/signer';
import { verifyAudit } from '@/cloud/store/audit';
import { newExportKey, publicKeys } from '@/cloud/store/export/key';
import { caseExport, codeKey, serviceCase } from '@/cloud/store/schema';
import type { PublicCodeKey } from '@/domain/code';
import { readAcks, unanswered } from '../../src/cli/cases/acks';
import { exportCases, signatureFile } from '../../src/cli/cases/export';
import { Refused } from '../../src/cli/register/refused';
import { book } from '../book';
import { type TestServices, testServices } from '../services';
import { commandLine } from './command-line';
import { type Entry, httpEntry } from './entries';
import { numberOf, type Resident, sampleResident } from './resident';

const todayInChina = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

let house: TestServices;
let entry: Entry;
let officer: Resident;
let folder: string;
let files = 0;
const newFile = () => path.join(folder, `${++files}.jsonl`);

beforeAll(async () => {
  house = await testServices();
  entry = await httpEntry(house);
  officer = await sampleResident(entry, 'admin-youyang');
  folder = mkdtempSync(path.join(tmpdir(), 'cases-'));
}, 60_000);
afterAll(async () => {
  await entry.close();
  await house.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function file(who: Resident, service: string, answers: Record<string, unknown>): Promise<string> {
  const version = book.services.find(({ id }) => id === service)?.version ?? 0;
  const common = { service, service_version: version, files: [], agreed: true as const };
  return (await who.do('cases.file', { id: randomUUID(), answers, ...common } as never)).id;
}

async function step(id: string, action: Record<string, unknown>): Promise<void> {
  const { case: seen } = await officer.do('desk.show', { id });
  await officer.do('desk.act', { id, version: seen.version, event: randomUUID(), ...action } as never);
}

const CLAIM = { work_county: '440300', since: '2026-05', account: '6217000010001234567' };
async function paidClaim(who: Resident): Promise<string> {
  const id = await file(who, 'cq-transport-claim', CLAIM);
  await step(id, { action: 'accept' });
  await step(id, { action: 'approve', text: '样例：同意', fen: 50_000 });
  await step(id, { action: 'pay', fen: 48_000, on: todayInChina() });
  return id;
}

interface Options {
  since?: string;
  again?: boolean;
  county?: string;
}
async function exported(options: Options = {}) {
  const out = newFile();
  const { county = '500242', since = null, again = false } = options;
  const result = await exportCases(
    house.services.store,
    book.services,
    { county, since, again },
    out,
    new Date(),
  );
  const text = existsSync(out) ? readFileSync(out, 'utf8') : '';
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { ...result, out, text, lines };
}
const numberOfCase = async (id: string): Promise<string> => {
  const { db } = house.services.store;
  const [row] = await db.select().from(serviceCase).where(eq(serviceCase.id, id));
  return row?.number ?? '';
};
async function acks(lines: readonly (object | string)[], apply = true) {
  const out = newFile();
  writeFileSync(
    out,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return readAcks(house.services.store, out, apply, new Date());
}

describe('报送', () => {
  let paid: string;
  let refused: string;
  let resident: Resident;
  let first: Awaited<ReturnType<typeof exported>>;

  beforeAll(async () => {
    resident = await sampleResident(entry, 'cross-region');
    paid = await paidClaim(resident);
    const other = await sampleResident(entry, 'continued');
    refused = await file(other, 'cq-transport-claim', CLAIM);
    await step(refused, { action: 'accept' });
    const { items } = await officer.do('desk.show', { id: refused });
    await step(refused, { action: 'refuse', text: '样例：没有跨区务工', item: items[0]?.key });
    // approved, not paid yet: not decided to the end
    const waiting = await file(await sampleResident(entry, 'exited'), 'cq-transport-claim', CLAIM);
    await step(waiting, { action: 'accept' });
    await step(waiting, { action: 'approve', text: '样例：同意', fen: 50_000 });
    // no business of the province
    const asked = await file(await sampleResident(entry, 'blank'), 'general-request', {
      county: '500242',
      topic: 'other',
      story: '样例：想问问',
    });
    await step(asked, { action: 'accept' });
    await step(asked, { action: 'approve', text: '样例：答复了' });
    // whom somebody complains about is told nobody
    const complaint = await file(await sampleResident(entry, 'pension'), 'wage-complaint', {
      danger: null,
      county: '500242',
      work_kind: 'unit',
      still_working: true,
      filed_before: null,
      iou: 'none',
      group_size: 'one',
      owed_from: null,
      owed_to: null,
      owed_total: null,
      pay_kind: null,
      pay_rate: null,
      started_on: null,
      employer_name: '样例饭店',
      employer_address: null,
      employer_phone: null,
      employer_rep: null,
      employer_state: null,
      name: '样例刘低保',
      address: null,
      phone: '13800000005',
    });
    await step(complaint, { action: 'accept' });
    await step(complaint, { action: 'approve', text: '样例：查处了' });
    first = await exported();
  }, 60_000);

  test('只有办结的补贴和岗位；只写省里要的几样', () => {
    expect(first.cases).toBe(2);
    const line = first.lines.find(({ decision }) => decision === 'approved');
    expect(line).toEqual({
      format: 'bangfu-cases/1',
      number: expect.stringMatching(/^\d{4}-\d{4}-\d{6}$/),
      revision: 1,
      county: '500242',
      service: 'cq-transport-claim',
      service_title: book.services.find(({ id }) => id === 'cq-transport-claim')?.title,
      applicant: 'person',
      name: '样例张跨区',
      id_number: numberOf('样例张跨区'),
      decision: 'approved',
      amount_fen: 48_000,
      filed_on: todayInChina(),
      decided_on: todayInChina(),
      paid_on: todayInChina(),
    });
    expect(first.lines.find(({ decision }) => decision === 'refused')).toMatchObject({
      name: '样例陈继续',
      amount_fen: null,
      paid_on: null,
    });
    expect(first.text).not.toContain(CLAIM.account);
  });

  test('只有自己读得到；签名对得上整个文件，改一个字就对不上', async () => {
    expect(statSync(first.out).mode & 0o777).toBe(0o600);
    expect(statSync(signatureFile(first.out)).mode & 0o777).toBe(0o600);
    const token = readFileSync(signatureFile(first.out), 'utf8').trim();
    const [jwk] = (await publicKeys(house.services.store)) as [PublicCodeKey];
    const { payload, protectedHeader } = await compactVerify(token, await importJWK({ ...jwk }, 'EdDSA'));
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: jwk.kid, typ: 'bangfu-export' });
    const said = JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(said).toMatchObject({ format: 'bangfu-cases/1', county: '500242', cases: 2 });
    expect(said.sha256).toBe(digest(first.text));
    expect(said.sha256).not.toBe(digest(first.text.replace('48000', '98000')));
    // neither key does the other's work
    const codeKeys = await house.services.store.db.select().from(codeKey);
    expect(codeKeys.map(({ kid }) => kid)).not.toContain(jwk.kid);
    expect((await verify(token, [jwk])).ok).toBe(false);
  });

  test('报送过的不再报；--again 再报没有接收的；本人看得到', async () => {
    const second = await exported();
    expect([second.cases, existsSync(second.out), existsSync(signatureFile(second.out))]).toEqual([
      0,
      false,
      false,
    ]);
    const again = await exported({ again: true });
    expect(again.cases).toBe(2);
    const looks = (await resident.do('privacy.looks')).filter(({ office }) => office === '办件报送');
    expect(looks).toHaveLength(2);
    expect(looks[0]?.purpose).toMatch(/^把“.+”的办理结果报送上级系统$/);
    expect((await verifyAudit(house.services.store)).broken).toBeNull();
  });

  test('别的县、以后的日子，没有就不写文件', async () => {
    expect((await exported({ county: '360425', again: true })).cases).toBe(0);
    expect((await exported({ since: '2999-01-01', again: true })).cases).toBe(0);
    expect((await exported({ since: '2020-01-01', again: true })).cases).toBe(2);
  });

  test('已有的文件不盖掉；写不成就什么都不留、什么都不记', async () => {
    const { store } = house.services;
    const chosen = { county: '500242', since: null, again: true };
    const before = readFileSync(first.out, 'utf8');
    const onto = exportCases(store, book.services, chosen, first.out, new Date());
    await expect(onto).rejects.toThrow(Refused);
    expect(readFileSync(first.out, 'utf8')).toBe(before);
    const count = async () => (await store.db.select().from(caseExport)).length;
    const rows = await count();
    const nowhere = path.join(folder, 'none', 'a.jsonl');
    await expect(exportCases(store, book.services, chosen, nowhere, new Date())).rejects.toThrow('ENOENT');
    expect(await count()).toBe(rows);
  });

  test('两个人同时报送，一件不会报两次', async () => {
    const person = await sampleResident(entry, 'pension');
    await paidClaim(person);
    const both = await Promise.all([exported(), exported()]);
    expect(both.map(({ cases }) => cases).sort()).toEqual([0, 1]);
  });

  test('回执：接收的记下，退回的连原因记下；试运行什么都不改', async () => {
    const [a, b] = [await numberOfCase(paid), await numberOfCase(refused)];
    const lines = [
      { number: a, status: 'accepted' },
      { number: b, status: 'rejected', reason: '样例：证件号对不上' },
    ];
    expect(await acks(lines, false)).toMatchObject({ accepted: 1, rejected: 1, refused: [] });
    const at = async () => {
      const { db } = house.services.store;
      return (await db.select().from(serviceCase).where(eq(serviceCase.id, paid)))[0]?.exportedAt;
    };
    expect(await at()).toBeNull();
    expect(await acks(lines)).toMatchObject({ accepted: 1, rejected: 1, known: 0, refused: [] });
    expect(await at()).toEqual(expect.any(Date));
    expect(await acks(lines)).toMatchObject({ accepted: 0, rejected: 0, known: 2 });
    const open = await unanswered(house.services.store, '500242');
    expect(open.filter(({ rejected }) => rejected)).toEqual([
      expect.objectContaining({ number: b, reason: '样例：证件号对不上' }),
    ]);
    // what was accepted is never sent again, what was rejected is, when asked for
    expect((await exported({ again: true })).lines.map(({ number }) => number)).not.toContain(a);
  });

  test('看不懂的、没有报送过的、重复的、前后矛盾的，一行一行说', async () => {
    const [a, b] = [await numberOfCase(paid), await numberOfCase(refused)];
    const {
      accepted,
      rejected,
      refused: lines,
    } = await acks([
      'not json',
      { number: '2026-0000-000000', status: 'accepted' },
      { number: a, status: 'rejected', reason: '样例' },
      { number: b, status: 'accepted' },
      '',
      { number: b, status: 'rejected' },
      { number: '2026-0000-000001', status: 'lost' },
    ]);
    expect([accepted, rejected]).toEqual([0, 0]);
    expect(
      lines.map(({ line, why }) => [line, /看不懂|没有报送过|早已登记|说法不一样/.exec(why)?.[0]]),
    ).toEqual([
      [1, '看不懂'],
      [2, '没有报送过'],
      [3, '早已登记'],
      [4, '说法不一样'],
      [6, '说法不一样'],
      [7, '看不懂'],
    ]);
    expect(
      await acks([
        { number: b, status: 'accepted' },
        { number: b, status: 'accepted' },
      ]),
    ).toMatchObject({
      accepted: 1,
      refused: [{ line: 2, why: expect.stringContaining('重复') }],
    });
  });

  test('更正了发放，是另一次报送；老回执不算到新的上', async () => {
    const number = await numberOfCase(paid);
    await step(paid, { action: 'correct_payment', fen: 50_000, on: todayInChina(), text: '样例：写错了' });
    const third = await exported();
    expect(third.lines).toEqual([expect.objectContaining({ number, revision: 2, amount_fen: 50_000 })]);
    expect(await acks([{ number, revision: 1, status: 'accepted' }])).toMatchObject({ known: 1 });
    expect(await acks([{ number, revision: 2, status: 'accepted' }])).toMatchObject({ accepted: 1 });
    expect(await acks([{ number, revision: 3, status: 'accepted' }])).toMatchObject({ accepted: 0 });
    // rating it is no decision
    const { version } = await resident.do('cases.show', { id: paid });
    const act = { id: paid, version, event: randomUUID(), action: 'rate', stars: 5 };
    await resident.do('cases.act', act as never);
    expect((await exported()).cases).toBe(0);
  });

  test('换密钥：新的签，老的还查得到', async () => {
    const { store } = house.services;
    const [old] = await publicKeys(store);
    const anew = await newExportKey(store, new Date());
    expect((await publicKeys(store)).map(({ kid }) => kid)).toEqual([anew.kid, old?.kid]);
  });
});

describe('命令行', () => {
  const run = commandLine('cases', () => house);

  test('数一数、报送、读回执、看还差什么', async () => {
    await paidClaim(await sampleResident(entry, 'parent'));
    expect((await run('export', '--county', '500242', '--dry-run')).said).toContain('要报送的有 1 件');
    const out = newFile();
    expect(await run('export', '--county', '500242', '--out', out)).toEqual({
      code: 0,
      said: expect.stringContaining(`1 件写进了 ${out}`),
    });
    const { number } = JSON.parse(readFileSync(out, 'utf8')) as { number: string };
    expect((await run('waiting', '--county', '500242')).said).toContain(
      `${number}  ${new Date().toISOString().slice(0, 10)} 报送  还没有回执`,
    );
    const answer = newFile();
    writeFileSync(
      answer,
      `\ufeff{"number":"${number}","status":"accepted"}\r\n{"number":"x","status":"accepted"}\r\n`,
    );
    expect(await run('ack', answer)).toEqual({ code: 2, said: expect.stringContaining('试运行') });
    expect(await run('ack', answer, '--apply')).toEqual({
      code: 2,
      said: expect.stringMatching(/第 2 行：编号 x 没有报送过\n接收 1 件/),
    });
    expect(await run('export', '--county', '50')).toMatchObject({ code: 1 });
    expect(await run('ack', path.join(folder, 'nowhere'))).toMatchObject({ code: 1 });
    expect(await run('key')).toMatchObject({ code: 0, said: expect.stringContaining('"crv":"Ed25519"') });
  }, 60_000);
});
