/** The papers of a filed wage case, on both entries: what was filed stands in them, and only who may see the case gets them. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { PaperFile } from '@/contract/papers';
import { openZip } from '../../src/cli/register/xlsx/zip';
import { plainPhoto } from '../sample-files';
import { type TestServices, testServices } from '../services';
import { helping } from './attacks';
import { type Entry, functionEntry, httpEntry } from './entries';
import { type Resident, sampleResident } from './resident';

const ANSWERS = {
  danger: ['none'],
  county: '500242',
  work_kind: 'site',
  still_working: false,
  left_on: '2026-10-01',
  filed_before: ['none'],
  iou: 'none',
  group_size: 'one',
  owed_from: '2026-06',
  owed_to: '2026-08',
  owed_total: 1_260_000,
  pay_kind: 'day',
  pay_rate: 28_000,
  started_on: '2026-06-01',
  employer_name: '样例劳务有限公司',
  employer_address: null,
  employer_phone: null,
  employer_rep: null,
  employer_state: ['normal'],
  site_name: '样例小区二期',
  contractor_name: '样例建工集团有限公司',
  developer_name: null,
  chain: ['subcontract'],
  story: '<w:p>样例经过</w:p>',
  name: '样例张跨区',
  id_number: '500242198804129993',
  address: '样例村1组',
  phone: '13800000001',
};

const folder = mkdtempSync(path.join(tmpdir(), 'case-papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function wordsOf({ base64 }: PaperFile): Promise<{ text: string; pictures: boolean }> {
  const file = path.join(folder, 'one.docx');
  writeFileSync(file, Buffer.from(base64, 'base64'));
  const xml = await text(await (await openZip(file)).read('word/document.xml'));
  const plain = xml
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');
  return { text: plain, pictures: xml.includes('<pic:pic') };
}

describe.each(['HTTP', '云函数'] as const)('%s', (kind) => {
  let house: TestServices;
  let entry: Entry;
  let resident: Resident;
  let other: Resident;
  let officer: Resident;
  let elsewhere: Resident;
  let filed: { id: string; number: string };

  async function photo(): Promise<string> {
    const bytes = plainPhoto();
    const id = randomUUID();
    await resident.do('files.begin', { id, name: '签名.jpg', bytes: bytes.length });
    await resident.do('files.put', { id, offset: 0, base64: bytes.toString('base64') });
    await resident.do('files.finish', { id, sha256: createHash('sha256').update(bytes).digest('hex') });
    return id;
  }

  beforeAll(async () => {
    house = await testServices();
    entry = kind === 'HTTP' ? await httpEntry(house) : await functionEntry(house);
    [resident, other, officer, elsewhere] = (await Promise.all(
      ['cross-region', 'continued', 'staff-youyang', 'staff-yongxiu'].map((id) => sampleResident(entry, id)),
    )) as [Resident, Resident, Resident, Resident];
    filed = await resident.do('cases.file', {
      id: randomUUID(),
      service: 'wage-complaint',
      service_version: 1,
      answers: ANSWERS,
      files: [{ file: await photo(), evidence: 'signature' }],
      agreed: true,
    });
  }, 60_000);
  afterAll(async () => {
    await entry.close();
    await house.drop();
  });

  const ask = (paper: string, format: 'pdf' | 'docx' = 'docx', id = filed.id) => ({ id, paper, format });

  test('本人拿到的投诉书：编号、填的内容、签名的照片都在，尖括号还是字', async () => {
    const made = await resident.do('cases.paper', ask('complaint'));
    expect(made.name).toBe('投诉书-样例张跨区.docx');
    const { text: words, pictures } = await wordsOf(made);
    for (const said of ['样例劳务有限公司', '12,600元', '2026年6月至2026年8月', '<w:p>样例经过</w:p>'])
      expect(words).toContain(said);
    expect(words).toContain('由施工总承包单位先行清偿');
    expect(pictures).toBe(true);
    const pdf = await resident.do('cases.paper', ask('evidence-list', 'pdf'));
    expect(Buffer.from(pdf.base64, 'base64').toString('latin1').startsWith('%PDF-')).toBe(true);
  });

  test('六份都能拿', async () => {
    for (const paper of ['complaint', 'arbitration', 'evidence-list', 'proxy', 'advance', 'payment-order'])
      expect((await resident.do('cases.paper', ask(paper))).base64.length).toBeGreaterThan(5000);
  });

  test('代办的人拿得到，没有经手的证件号码空着，由本人自己写', async () => {
    const helper = await helping(resident, other, 'apply');
    const number = ANSWERS.id_number;
    expect((await wordsOf(await resident.do('cases.paper', ask('complaint')))).text).toContain(number);
    const { text: words } = await wordsOf(await helper.do('cases.paper', ask('complaint')));
    expect(words).toContain('样例劳务有限公司');
    expect(words).not.toContain(number);
  });

  test('别人拿不到，和没有一样', async () => {
    for (const [who, name] of [
      [other, 'cases.paper'],
      [officer, 'cases.paper'],
      [elsewhere, 'desk.paper'],
    ] as const)
      expect((await who.refused(name, ask('complaint'))).name).toBe('NotFound');
    expect((await resident.refused('desk.paper', ask('complaint'))).name).toBe('NotAllowed');
    expect((await resident.refused('cases.paper', ask('will'))).name).toBe('NotFound');
    expect((await resident.refused('cases.paper', ask('complaint', 'docx', randomUUID()))).name).toBe(
      'NotFound',
    );
    expect((await resident.refused('cases.paper', ask('../secrets'))).name).toBe('InvalidInput');
  });

  test('经办的拿到同一份，本人看得到谁拿过', async () => {
    const { text: words } = await wordsOf(await officer.do('desk.paper', ask('complaint')));
    expect(words).toContain('样例张跨区');
    const looks = JSON.stringify(await resident.do('privacy.looks', {}));
    expect(looks).toContain('取了您的投诉书');
  });
});
