/** The database and the file store against the ledger: nothing acknowledged is missing, nothing is there twice. */
import { inflateSync } from 'node:zlib';
import { columnsOf, recordsOf } from '@/cloud/cases/record';
import type { Context } from '@/cloud/context';
import { servicesOf } from '@/cloud/context';
import { verifyAudit } from '@/cloud/store/audit';
import { attachment, serviceCase } from '@/cloud/store/schema';
import { type CaseEvent, isLate, isOpen } from '@/domain/cases';
import { checkFile } from '@/domain/files';
import type { Ledger } from './ledger';

export interface Verified {
  /** everything that is not as it must be, in words; empty when all is */
  readonly wrong: readonly string[];
  /** events that had happened when they were sent again: nobody had been told */
  readonly untold: number;
  readonly reported: number;
}

export async function verify(context: Context, ledger: Ledger): Promise<Verified> {
  const { store } = servicesOf(context);
  const rows = await store.db.select().from(serviceCase);
  const wrong: string[] = [];
  let untold = 0;
  let reported = 0;
  const there = new Set<string>();
  for (const { row, at, events } of await recordsOf(context, rows)) {
    const say = (words: string) => wrong.push(`${row.id}: ${words}`);
    if (events.some(({ seq }, index) => seq !== index + 1)) say('a gap in the events');
    if (JSON.stringify(columnsOf(at)) !== JSON.stringify(pick(row, columnsOf(at))))
      say('the row is not what its events add up to');
    const answers = JSON.parse(store.cipher.open('service_case.answers', row.id, row.answersEnc)) as object;
    if (JSON.stringify(answers) !== JSON.stringify(at.answers))
      say('the answers are not those of its events');
    const filing = ledger.filings.get(row.id);
    if (at.answers.account !== filing?.account) say('nobody filed this');
    const files = at.files.map(({ file }) => file).sort();
    if (JSON.stringify(files) !== JSON.stringify([...(filing?.files ?? [])].sort())) say('other files');
    if (isLate(at, context.today) && at.escalated === null) say('it is late, and nobody was told');
    reported += events.filter(({ action }) => action === 'escalate').length;
    for (const event of events) {
      if (there.has(event.id)) say(`${event.action} ${event.id} is there twice`);
      there.add(event.id);
      // what the system does by itself nobody acknowledges
      if (event.actor.kind === 'system') continue;
      const known = ledger.events.get(event.id);
      if (known?.caseId !== row.id || known.action !== event.action)
        say(
          `${event.action} ${event.id} was never acknowledged (${ledger.refused.get(event.id) ?? 'unknown'})`,
        );
      if (known && Date.parse(event.at) < known.sentAgain) untold++;
    }
    wrong.push(...twiceReported(events).map((words) => `${row.id}: ${words}`));
  }
  for (const [id, { caseId, action, round }] of ledger.events)
    if (!there.has(id)) wrong.push(`${caseId}: ${action} ${id}, acknowledged in round ${round}, is lost`);
  const { broken } = await verifyAudit(store);
  if (broken !== null) wrong.push(`the chain of looks: ${broken}`);
  return { wrong, untold, reported };
}

const pick = (row: object, like: object): object =>
  Object.fromEntries(Object.keys(like).map((key) => [key, (row as Record<string, unknown>)[key]]));

/** Once in one state: whoever moves it starts a new stretch. */
function twiceReported(events: readonly CaseEvent[]): string[] {
  let reported = false;
  return events.flatMap(({ action, to, seq }, index) => {
    if (to !== events[index - 1]?.to) reported = false;
    if (action !== 'escalate') return [];
    const twice = reported || !isOpen(to);
    reported = true;
    return twice ? [`reported twice, at event ${seq}`] : [];
  });
}

/** Every file of every case, as its owner reads it. */
export async function lostFiles(context: Context, ledger: Ledger): Promise<string[]> {
  const rows = await servicesOf(context).store.db.select().from(attachment);
  const owned = new Map(rows.map((row) => [row.id, row.caseId]));
  const lost: string[] = [];
  for (const [caseId, { files }] of ledger.filings) {
    for (const id of files) {
      const sent = ledger.files.get(id);
      if (!sent) continue;
      if (owned.get(id) !== caseId) lost.push(`${id} does not belong to ${caseId}`);
      const { answer: read } = await ledger.sure('files.read', { id }, sent.session);
      const kept = checkFile(sent.bytes, (bytes) => inflateSync(bytes));
      if (!kept.ok) throw new Error('no picture');
      if (!read.ok || read.data.base64 !== Buffer.from(kept.bytes).toString('base64'))
        lost.push(`${id} of ${caseId}`);
    }
  }
  return lost;
}
