/**
 * npm run -s messages -- dead
 *                        retry [--id ID ...] [--error NAME]
 *                        numbers
 * What did not leave the house: messages that were tried to the end, and those that nobody can mend but the operator. Names
 * errors and days, never a person, a number or a word of a message. Exit codes: 0 nothing is left, 2 some are, 64 wrong usage.
 */
import { parseArgs } from 'node:util';
import { and, asc, count, eq, inArray, like } from 'drizzle-orm';
import { delivery } from '@/cloud/store/schema';
import { withStore } from './connect';
import { operate, say } from './operate';
import { Refused } from './register/refused';

const USAGE = `用法：
  npm run -s messages -- dead
  npm run -s messages -- retry [--id 编号 …] [--error 原因]
  npm run -s messages -- numbers
dead 列出没发出去、不会再自己重试的；retry 让它们从头再试（不写编号和原因，就是全部）。`;

const SHOWN = 500;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const WORDS: Readonly<Record<string, string>> = {
  WrongTemplate: '模板或参数和微信后台不一样，请核对 WECHAT_TEMPLATE_*',
  WrongCredentials: 'WECHAT_APPID 或 WECHAT_SECRET 不对',
  AddressNotAllowed: '这台服务器的地址不在微信后台的名单里',
  WrongPage: '发布的小程序里没有要打开的页面',
  Misconfigured: '短信账号、签名、模板或余额有问题',
  RateLimited: '微信今天的次数用完了',
  LimitExceeded: '短信服务商限制了次数',
  Unreachable: '连不上微信',
  ProviderDown: '短信服务商没有回答',
  Busy: '微信一直说系统繁忙',
  Unforeseen: '程序出错，看日志',
};

const nameOf = (error: string | null) => (error ?? '').split(' ')[0] ?? '';

function dead(): Promise<number> {
  return withStore(async ({ db }) => {
    const rows = await db
      .select()
      .from(delivery)
      .where(eq(delivery.state, 'dead'))
      .orderBy(asc(delivery.endedAt), asc(delivery.id))
      .limit(SHOWN);
    for (const { id, channel, tries, lastError, endedAt } of rows) {
      const name = nameOf(lastError);
      say(
        `${id}  ${channel === 'sms' ? '短信' : '微信'}  试了 ${tries} 次  ${endedAt?.toISOString() ?? ''}  ${lastError ?? ''} ${WORDS[name] ?? ''}`.trimEnd(),
      );
    }
    say(rows.length === 0 ? '没有。' : `${rows.length} 条${rows.length === SHOWN ? '（只列前面的）' : ''}。`);
    return rows.length === 0 ? 0 : 2;
  });
}

function retry(): Promise<number> {
  const { ids, error } = chosen();
  return withStore(async ({ db }) => {
    const again = await db
      .update(delivery)
      .set({ state: 'waiting', tries: 0, nextAt: new Date(), endedAt: null })
      .where(
        and(
          eq(delivery.state, 'dead'),
          ids.length === 0 ? undefined : inArray(delivery.id, ids),
          error === undefined ? undefined : like(delivery.lastError, `${error}%`),
        ),
      )
      .returning({ id: delivery.id });
    say(`${again.length} 条从头再试。`);
    return 0;
  });
}

function chosen(): { ids: string[]; error: string | undefined } {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(3),
      options: { id: { type: 'string', multiple: true }, error: { type: 'string' } },
    });
    const ids = values.id ?? [];
    const wrong = ids.find((id) => !UUID.test(id));
    if (wrong !== undefined) throw new Error(`不是编号：${wrong}`);
    if (values.error !== undefined && !/^[A-Za-z]+$/.test(values.error))
      throw new Error(`不是原因的名字：${values.error}`);
    return { ids, error: values.error };
  } catch (problem) {
    throw new Refused(`${(problem as Error).message}\n${USAGE}`);
  }
}

const STATES: Readonly<Record<string, string>> = {
  waiting: '等着发',
  sending: '正在发',
  sent: '发出去了',
  skipped: '没有路可发，只在消息里',
  dead: '没发出去',
};

function numbers(): Promise<number> {
  return withStore(async ({ db }) => {
    const rows = await db
      .select({ channel: delivery.channel, state: delivery.state, n: count() })
      .from(delivery)
      .groupBy(delivery.channel, delivery.state)
      .orderBy(delivery.channel, delivery.state);
    for (const { channel, state, n } of rows)
      say(`${channel === 'sms' ? '短信' : '微信'}  ${STATES[state] ?? state}  ${n}`);
    if (rows.length === 0) say('没有。');
    return 0;
  });
}

operate({ dead, retry, numbers }, USAGE);
