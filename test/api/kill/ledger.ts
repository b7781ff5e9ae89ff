/** What was sent, what was acknowledged, what was refused: what the database is held against in the end. */
import { createHash } from 'node:crypto';
import type { CaseRecord } from '@/cloud/cases/record';
import type { OutputOf, Path } from '@/contract/api';
import type { Envelope } from '@/contract/errors';
import { post } from '../entries';
import { sleep } from './house';

export interface Acknowledged {
  readonly caseId: string;
  readonly action: string;
  readonly round: number;
  /** when the try was sent that was answered; 0 when it was the first */
  readonly sentAgain: number;
}

export interface Sure<P extends Path> {
  readonly answer: Envelope<OutputOf<P>>;
  readonly sentAgain: number;
}

/** Pressing again at once would only keep the machine from starting anew. */
const AGAIN_MS = 100;

export class Ledger {
  round = 0;
  /** nobody begins anything new; what was begun is brought to its end */
  stopping = false;
  /** it has failed: nobody sends anything any more */
  abandoned = false;
  /** event id → what was acknowledged */
  readonly events = new Map<string, Acknowledged>();
  /** event id → the error it ended with: it must not be there */
  readonly refused = new Map<string, string>();
  /** case id → the answer that only this filing has, and its files */
  readonly filings = new Map<
    string,
    { readonly account: string | undefined; readonly files: readonly string[] }
  >();
  /** file id → its content, and the session it was sent with */
  readonly files = new Map<string, { readonly bytes: Buffer; readonly session: string }>();
  /** newest last: what officers look at */
  readonly cases: string[] = [];
  /** answers that are neither data nor a named refusal → how often */
  readonly noAnswer = new Map<string, number>();
  requests = 0;

  /** @param url where the server is now */
  constructor(readonly url: () => string) {}

  acknowledge(id: string, caseId: string, action: string, sentAgain = 0): void {
    this.events.set(id, { caseId, action, round: this.round, sentAgain });
  }

  /** What was there before anybody here did anything: the cases of the demonstration. */
  adopt(records: readonly CaseRecord[]): void {
    for (const { row, at, events } of records) {
      const files = at.files.map(({ file }) => file);
      this.filings.set(row.id, { account: at.answers.account as string | undefined, files });
      for (const { id, action } of events) this.acknowledge(id, row.id, action);
    }
  }

  /** The same request until it is answered with data or a refusal that another try does not change. */
  async sure<P extends Path>(path: P, input: unknown, session: string): Promise<Sure<P>> {
    for (let tries = 0; !this.abandoned; tries++) {
      const sentAgain = tries === 0 ? 0 : Date.now();
      const answer = await this.once(path, input, session);
      const name = answer.ok ? null : answer.error.name;
      if (name !== 'NotReady' && name !== 'Internal') return { answer, sentAgain };
      await sleep(AGAIN_MS);
    }
    throw new Error('given up');
  }

  private async once<P extends Path>(
    path: P,
    input: unknown,
    session: string,
  ): Promise<Envelope<OutputOf<P>>> {
    this.requests++;
    try {
      const response = await post(
        `${this.url()}/api/call`,
        { path, input },
        { authorization: `Bearer ${session}` },
      );
      const answer = (await response.json()) as Envelope<OutputOf<P>>;
      if (!answer.ok) this.count(answer.error.name);
      return answer;
    } catch {
      this.count('gone');
      return {
        ok: false,
        error: { name: 'NotReady', message: '', requestId: '' },
      };
    }
  }

  private count(name: string): void {
    this.noAnswer.set(name, (this.noAnswer.get(name) ?? 0) + 1);
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
