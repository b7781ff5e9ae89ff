/** Many messages through the outbox with two workers, both killed in the middle, twice; WeChat is a server of our own. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from '@/cloud/context';
import { type Told, tellAccounts } from '@/cloud/messages/tell-account';
import { account, permit, reach } from '@/cloud/store/schema';
import type { Store } from '@/cloud/store/store';

const MORNING = new Date('2026-11-22T01:00:00Z');
const PAGE = 1_000;
const LEASE_MS = 3_000;

export interface OutboxFigures {
  readonly messages: number;
  /** in the inbox, each once */
  readonly inbox: number;
  /** taken by WeChat, each once */
  readonly taken: number;
  /** asked a second time because the first answer was lost with its worker, and refused */
  readonly again: number;
  /** rows by state */
  readonly states: Readonly<Record<string, number>>;
  readonly kills: number;
  readonly seconds: number;
}

interface House {
  readonly store: Store;
  /** DATABASE_URL and the keys */
  readonly environment: Readonly<Record<string, string>>;
}

/** Each person allowed one message, so WeChat takes one of each and refuses a second. */
export async function outboxFigures(house: House, messages: number): Promise<OutboxFigures> {
  await fill(house.store, messages);
  const taken = new Set<string>();
  let again = 0;
  const platform = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as { touser?: string };
      response.writeHead(200, { 'content-type': 'application/json' });
      if (body.touser === undefined) return response.end('{"access_token":"T","expires_in":7200}');
      if (!taken.has(body.touser)) {
        taken.add(body.touser);
        return response.end('{"errcode":0}');
      }
      again++;
      return response.end('{"errcode":43101}');
    });
  });
  await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
  const began = Date.now();
  const environment = {
    ...process.env,
    ...house.environment,
    WECHAT_APPID: 'wx0123456789abcdef',
    WECHAT_SECRET: 'secret',
    WECHAT_API_BASE: url,
    WECHAT_TEMPLATE_PROGRESS: 'T-1 thing1 thing2 time3',
    CLOCK_BEGAN: String(began),
    LEASE_MS: String(LEASE_MS),
    NO_PROXY: '*',
  };
  let said = '';
  const start = () => {
    const child = fork('test/api/outbox/worker.ts', {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: environment,
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    return child;
  };
  let workers: ChildProcess[] = [start(), start()];
  let kills = 0;
  const marks = [0.3, 0.6].map((share) => share * messages);
  try {
    for (let idle = 0, last = -1; ; ) {
      const [due] = (
        await house.store.pool.query<{ n: number }>(
          `select count(*)::int as n from delivery where state in ('waiting', 'sending')`,
        )
      ).rows;
      if (due?.n === 0) break;
      if (taken.size >= (marks[0] ?? Number.POSITIVE_INFINITY)) {
        marks.shift();
        for (const one of workers) one.kill('SIGKILL');
        kills += workers.length;
        workers = [start(), start()];
      }
      idle = taken.size === last ? idle + 1 : 0;
      last = taken.size;
      if (idle > 1_000) throw new Error(`nothing moves any more at ${last}:\n${said.slice(0, 2_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    for (const one of workers) one.kill('SIGKILL');
    platform.closeAllConnections();
    platform.close();
  }
  const seconds = (Date.now() - began) / 1000;
  const states = await house.store.pool.query<{ state: string; n: number }>(
    'select state, count(*)::int as n from delivery group by state',
  );
  const inbox = await house.store.pool.query<{ n: number }>(
    'select count(distinct account_id)::int as n from message',
  );
  return {
    messages,
    inbox: inbox.rows[0]?.n ?? 0,
    taken: taken.size,
    again,
    states: Object.fromEntries(states.rows.map(({ state, n }) => [state, n])),
    kills,
    seconds,
  };
}

async function fill(store: Store, messages: number): Promise<void> {
  const context = { now: MORNING, services: { store } } as unknown as Context;
  for (let done = 0; done < messages; done += PAGE) {
    const ids = Array.from({ length: Math.min(PAGE, messages - done) }, () => randomUUID());
    await store.db.insert(account).values(ids.map((id) => ({ id, createdAt: MORNING })));
    await store.db
      .insert(reach)
      .values(ids.map((id) => ({ id, openidEnc: store.cipher.seal('reach.openid', id, id) })));
    await store.db.insert(permit).values(
      ids.map((accountId) => ({
        accountId,
        template: 'progress',
        remaining: 1,
        answer: 'accept',
        askedId: accountId,
        answeredAt: MORNING,
      })),
    );
    const told = ids.map(
      (accountId): Told => ({
        accountId,
        source: 'bench',
        kind: 'case',
        urgent: true,
        content: { title: '样例事项', text: '样例县人社局：批准' },
      }),
    );
    await tellAccounts(context, store.db, told);
  }
}
