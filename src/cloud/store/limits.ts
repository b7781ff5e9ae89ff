/**
 * How often something that can be guessed, or costs money, may be tried. Counted in the database, so by all servers
 * together; reading what is public is counted by each server for itself: a search must not write a row each time.
 */
import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { ANNOUNCED_DAILY } from '@/domain/hands';
import { refuse } from '../refuse';
import type { FieldCipher } from './field-cipher';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** name → points in a number of seconds, and how long it stays shut after that */
const RULES = {
  /** an SMS costs money, and bothers whoever gets it */
  sms_pause: { points: 1, duration: MINUTE },
  sms_phone: { points: 8, duration: DAY },
  sms_caller: { points: 30, duration: HOUR },
  /** six digits: a number of tries that cannot find one */
  code_phone: { points: 20, duration: DAY },
  sign_in_caller: { points: 60, duration: 10 * MINUTE },
  /** the five tries a day, then a cool-down */
  bind_account: { points: 5, duration: DAY },
  bind_number: { points: 30, duration: DAY },
  bind_caller: { points: 50, duration: DAY },
  confirm_staff: { points: 120, duration: HOUR },
  mandate_offer: { points: 20, duration: DAY },
  /** its own count, whoever is asked: how it ends says nothing about the phone, nor uses up its tries */
  mandate_code: { points: 5, duration: DAY },
  mandate_account: { points: 10, duration: DAY },
  mandate_caller: { points: 30, duration: DAY },
  mandate_phone: { points: 3, duration: DAY },
  code_account: { points: 60, duration: 10 * MINUTE },
  verify_caller: { points: 120, duration: MINUTE },
  request_account: { points: 20, duration: DAY },
  upload_account: { points: 60, duration: DAY },
  report_caller: { points: 10, duration: DAY },
  follow_caller: { points: 30, duration: HOUR },
  complain_caller: { points: 10, duration: DAY },
  file_account: { points: 300, duration: DAY },
  act_account: { points: 300, duration: DAY },
  group_account: { points: 10, duration: DAY },
  /** ten digits, a few tries: nobody happens upon a group */
  group_code: { points: 20, duration: DAY },
  // many phones of one village share an address
  sessions_caller: { points: 600, duration: MINUTE },
  picture_caller: { points: 300, duration: MINUTE },
  /** as often as somebody files something */
  subscribe_account: { points: 100, duration: DAY },
  enrol_account: { points: 60, duration: DAY },
  gather_account: { points: 20, duration: DAY },
  // whom nobody has vouched for, by telephone and by unit: said in words (domain/hands/most.ts)
  gather_person: { points: ANNOUNCED_DAILY.person, duration: DAY },
  gather_unit: { points: ANNOUNCED_DAILY.unit, duration: DAY },
  /** the register looked into by a number: as often as somebody enters who holds a post */
  hold_account: { points: 100, duration: DAY },
  join_account: { points: 60, duration: DAY },
  /** six digits, good for twenty minutes */
  here_account: { points: 20, duration: HOUR },
  record_account: { points: 300, duration: DAY },
  publish_account: { points: 100, duration: DAY },
  /** 信息不实: nobody empties a county's list */
  doubt_account: { points: 20, duration: DAY },
  /** a second of the server's each */
  paper_account: { points: 120, duration: 10 * MINUTE },
  paper_caller: { points: 60, duration: 10 * MINUTE },
  speech_caller: { points: 60, duration: 10 * MINUTE },
  // the list, its next pages and the number beside every chip: a village behind one address
  postings_caller: { points: 1_200, duration: MINUTE, here: true },
} as const;
export type LimitName = keyof typeof RULES;

export interface Limits {
  /**
   * Takes one try.
   * @param key whatever is counted; only its keyed hash is kept
   * @throws TooManyTries with the seconds until another try
   */
  take(name: LimitName, key: string): Promise<void>;
  /** Forgets the tries, after a success. */
  clear(name: LimitName, key: string): Promise<void>;
}

export function createLimits(pool: Pool, cipher: FieldCipher): Limits {
  const limiters = new Map(
    Object.entries(RULES).map(([name, rule]) => [
      name,
      'here' in rule
        ? new RateLimiterMemory({ points: rule.points, duration: rule.duration, keyPrefix: name })
        : new RateLimiterPostgres({
            ...rule,
            storeClient: pool,
            storeType: 'pool',
            tableName: 'rate_limit',
            tableCreated: true,
            keyPrefix: name,
          }),
    ]),
  );
  const limiter = (name: LimitName) => limiters.get(name) as RateLimiterPostgres | RateLimiterMemory;
  // what this process alone remembers for a minute is written nowhere
  const counted = (name: LimitName, key: string) =>
    'here' in RULES[name] ? key : cipher.blind('limit', key).toString('hex');
  return {
    async take(name, key) {
      try {
        await limiter(name).consume(counted(name, key));
      } catch (thrown) {
        if (!(thrown instanceof RateLimiterRes)) throw thrown;
        throw refuse('TooManyTries', { retryAfter: Math.ceil(thrown.msBeforeNext / 1000) });
      }
    },
    async clear(name, key) {
      await limiter(name).delete(counted(name, key));
    },
  };
}
