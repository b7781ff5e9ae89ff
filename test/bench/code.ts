/** Issuing and verifying personal codes, one after another as one core does it: random reference, payload, signature. */
import { randomBytes } from 'node:crypto';
import { generateKey, sign, verify } from '@/cloud/code/signer';
import { judge, payloadOf } from '@/domain/code';

const ROUNDS = 5;
const CODES = 1500;

export interface CodeFigures {
  readonly issuesPerSecond: number;
  readonly verificationsPerSecond: number;
  /** characters of one token */
  readonly tokenLength: number;
}

/** Best of several rounds. */
export async function codeFigures(): Promise<CodeFigures> {
  const key = await generateKey();
  // the key a verifier has to find among those still accepted
  const accepted = [(await generateKey()).publicJwk, key.publicJwk];
  const now = Math.floor(Date.now() / 1000);
  const tokens: string[] = [];

  const issue = async () => {
    const reference = randomBytes(16).toString('base64url');
    tokens.push(
      await sign(payloadOf({ reference, targetGroup: true, county: '500242', now }), key.privateJwk),
    );
  };
  const check = async (index: number) => {
    const result = await verify(tokens[index] as string, accepted);
    if (!result.ok || judge(result.payload, now) !== 'fresh') throw new Error('a good code was refused');
  };

  let issuesPerSecond = 0;
  let verificationsPerSecond = 0;
  for (let round = 0; round < ROUNDS; round++) {
    tokens.length = 0;
    issuesPerSecond = Math.max(issuesPerSecond, await rate(issue));
    verificationsPerSecond = Math.max(verificationsPerSecond, await rate(check));
  }
  return { issuesPerSecond, verificationsPerSecond, tokenLength: tokens[0]?.length ?? 0 };
}

async function rate(work: (index: number) => Promise<void>): Promise<number> {
  const began = process.hrtime.bigint();
  for (let index = 0; index < CODES; index++) await work(index);
  return (CODES * 1e9) / Number(process.hrtime.bigint() - began);
}
