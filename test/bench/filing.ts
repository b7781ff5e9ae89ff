/** Filing over HTTP, three answers and a photo that is there already, among a million cases, each commit on the disk. */
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { Pool } from 'pg';
import type { InputOf } from '@/contract/api';
import { png } from '../sample-files';
import { callAs } from './call';
import { type Office, sha256 } from './office';

const SECONDS = 10;
/** what the office must stand, and half of it */
const GOAL = 100;

export interface FilingFigures {
  /** filings a second with sixteen connections, as many as it can */
  readonly perSecond: number;
  /** at half the goal, ms: from the moment a filing was due to be sent */
  readonly p99Ms: number;
  /** one row written and on the disk, with as many connections: what this machine can do at most */
  readonly commitsPerSecond: number;
}

export async function filingFigures(office: Office): Promise<FilingFigures> {
  const photos = new Map<string, string>();
  for (const session of office.residents) photos.set(session, await upload(office.url, session));
  const commitsPerSecond = await commits(office);
  await filings(office, photos, {});
  const most = await filings(office, photos, {});
  const half = await filings(office, photos, { overallRate: GOAL / 2 });
  return { perSecond: most.requests.average, p99Ms: half.latency.p99, commitsPerSecond };
}

async function upload(url: string, session: string): Promise<string> {
  const id = randomUUID();
  const bytes = png(640, 480);
  await callAs(url, session, 'files.begin', { id, name: '样例.png', bytes: bytes.length });
  await callAs(url, session, 'files.put', { id, offset: 0, base64: bytes.toString('base64') });
  await callAs(url, session, 'files.finish', { id, sha256: sha256(bytes) });
  return id;
}

const filing = (photo: string): InputOf<'cases.file'> => ({
  id: randomUUID(),
  service: 'cq-transport-claim',
  service_version: 1,
  answers: { work_county: '440300', since: '2026-05', account: '6217000010001234567' },
  files: [{ file: photo, evidence: 'work_proof' }],
  agreed: true,
});

/** Everybody in turn files once more. */
async function filings(
  { url, residents }: Office,
  photos: ReadonlyMap<string, string>,
  rate: { overallRate?: number },
): Promise<autocannon.Result> {
  let turn = 0;
  const result = await autocannon({
    url: `${url}/api/call`,
    connections: 16,
    duration: SECONDS,
    ...rate,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const session = residents[turn++ % residents.length] as string;
          const input = filing(photos.get(session) as string);
          return {
            ...request,
            headers: { 'content-type': 'application/json', authorization: `Bearer ${session}` },
            body: JSON.stringify({ path: 'cases.file', input }),
          };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx + result.errors} not filed`);
  return result;
}

/** Sixteen connections, each waiting for its commit, for a few seconds. */
async function commits({ databaseUrl }: Office): Promise<number> {
  const pool = new Pool({ connectionString: databaseUrl, max: 16 });
  await pool.query('create table bare (id uuid primary key, content bytea not null)');
  const end = Date.now() + 3_000;
  let done = 0;
  const one = async () => {
    for (; Date.now() < end; done++)
      await pool.query('insert into bare values ($1, $2)', [randomUUID(), Buffer.alloc(500)]);
  };
  await Promise.all(Array.from({ length: 16 }, one));
  await pool.query('drop table bare');
  await pool.end();
  return done / 3;
}
