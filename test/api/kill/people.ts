/** Residents and officers who do what they do at the same time, each step until it is answered. */
import { randomUUID } from 'node:crypto';
import type { InputOf, OutputOf } from '@/contract/api';
import { png } from '../../sample-files';
import { sleep } from './house';
import { type Ledger, type Sure, sha256 } from './ledger';

type Random = () => number;

const pick = <T>(random: Random, from: readonly T[]): T | undefined =>
  from[Math.floor(random() * from.length)];

/** At most so long between two things somebody does: the one that starts anew needs the machine too. */
const REST_MS = 50;

let accounts = 0;
const newAccount = () => `6217${String(++accounts).padStart(12, '0')}`;

/** Files, supplements and withdraws until the ledger says stop. */
export async function resident(ledger: Ledger, session: string, random: Random): Promise<void> {
  const own: string[] = [];
  while (!ledger.stopping) {
    await sleep(random() * REST_MS);
    const before = pick(random, own);
    if (before === undefined || random() < 0.5) own.push(await file(ledger, session, random));
    else await goOn(ledger, session, random, before);
  }
}

async function file(ledger: Ledger, session: string, random: Random): Promise<string> {
  const id = randomUUID();
  const account = newAccount();
  const files = random() < 0.4 ? [await upload(ledger, session)] : [];
  const input: InputOf<'cases.file'> = {
    id,
    service: 'cq-transport-claim',
    service_version: 1,
    answers: { work_county: '440300', since: '2026-05', account },
    files: files.map((one) => ({ file: one, evidence: 'work_proof' })),
    agreed: true,
  };
  const { answer, sentAgain } = await ledger.sure('cases.file', input, session);
  if (!answer.ok) throw new Error(`a filing was refused: ${JSON.stringify(answer.error)}`);
  ledger.acknowledge(id, id, 'file', sentAgain);
  ledger.filings.set(id, { account, files });
  ledger.cases.push(id);
  return id;
}

let pictures = 0;
/** One of a size that no other has. */
const newPicture = () => png(1 + (++pictures % 100), 1 + Math.floor(pictures / 100));

async function upload(ledger: Ledger, session: string): Promise<string> {
  const id = randomUUID();
  const bytes = newPicture();
  for (;;) {
    await ledger.sure('files.begin', { id, name: '样例证明.png', bytes: bytes.length }, session);
    await ledger.sure('files.put', { id, offset: 0, base64: bytes.toString('base64') }, session);
    const { answer } = await ledger.sure('files.finish', { id, sha256: sha256(bytes) }, session);
    if (answer.ok) break;
    // as a phone does: what did not arrive whole is begun again
    if (answer.error.name !== 'FileBroken')
      throw new Error(`an upload was refused: ${JSON.stringify(answer.error)}`);
  }
  ledger.files.set(id, { bytes, session });
  return id;
}

async function goOn(ledger: Ledger, session: string, random: Random, id: string): Promise<void> {
  const { answer: shown } = await ledger.sure('cases.show', { id }, session);
  if (!shown.ok) throw new Error(`${id} is gone for its resident: ${JSON.stringify(shown.error)}`);
  const { can, version } = shown.data;
  const action = can.supplement?.ok ? (random() < 0.8 ? 'supplement' : 'withdraw') : null;
  if (action === null) return;
  const event = randomUUID();
  const files = action === 'supplement' && random() < 0.3 ? [await upload(ledger, session)] : [];
  const supplement = {
    files: files.map((file) => ({ file, evidence: 'work_proof' })),
    text: '样例：补一份',
  };
  const input = { id, version, event, action, ...(action === 'supplement' && supplement) };
  const sure = await ledger.sure('cases.act', input, session);
  note(ledger, { event, id, action, ...sure });
  const filing = ledger.filings.get(id);
  if (sure.answer.ok && filing) ledger.filings.set(id, { ...filing, files: [...filing.files, ...files] });
}

interface Step extends Sure<'cases.act' | 'desk.act'> {
  readonly event: string;
  readonly id: string;
  readonly action: string;
}

function note(ledger: Ledger, { event, id, action, answer, sentAgain }: Step): void {
  if (answer.ok) {
    ledger.acknowledge(event, id, action, sentAgain);
    return;
  }
  const { name } = answer.error;
  if (name !== 'CaseChanged' && name !== 'ActionNotAllowed')
    throw new Error(`${action} was refused: ${JSON.stringify(answer.error)}`);
  // somebody else was faster: it never happens
  ledger.refused.set(event, name);
}

const STEPS = ['accept', 'ask_supplement', 'approve', 'countersign', 'pay'] as const;
type Possible = (typeof STEPS)[number];

/** Takes one of the newest cases and does one of the things that can be done with it. */
export async function officer(ledger: Ledger, session: string, random: Random): Promise<void> {
  while (!ledger.stopping) {
    await sleep(random() * REST_MS);
    const id = pick(random, ledger.cases.slice(-25));
    if (id === undefined) continue;
    const { answer: shown } = await ledger.sure('desk.show', { id }, session);
    if (!shown.ok) throw new Error(`${id} is gone for its desk: ${JSON.stringify(shown.error)}`);
    const action = pick(random, possible(shown.data));
    if (action === undefined) continue;
    const event = randomUUID();
    const { version } = shown.data.case;
    const input = { id, version, event, action, ...said(action, random) };
    note(ledger, { event, id, action, ...(await ledger.sure('desk.act', input, session)) });
  }
}

const possible = ({ case: { can } }: OutputOf<'desk.show'>): Possible[] =>
  STEPS.filter((step) => can[step]?.ok);

function said(action: Possible, random: Random): Record<string, unknown> {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  switch (action) {
    case 'ask_supplement':
      return { text: '样例：请补一张照片', evidence: ['work_proof'], until: inDays(20) };
    case 'approve':
      // above what one officer may approve alone, now and then
      return { text: '样例：同意', fen: random() < 0.3 ? 300_000 : 50_000 };
    case 'pay':
      return { fen: null, on: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) };
    default:
      return {};
  }
}
