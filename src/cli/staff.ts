/**
 * npm run -s staff -- add --phone 13… --county 500242 --office 板溪镇便民服务站 --until 2027-12-31
 *                     remove --phone 13…
 *                     list [--county 500242]
 * Who works at the desk. The person signs in with this phone number; nobody becomes staff from inside the portal.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { and, eq } from 'drizzle-orm';
import { account, login, staff } from '@/cloud/store/schema';
import type { Store } from '@/cloud/store/store';
import { parseDay } from '@/domain/calendar/days';
import { checkPhoneNumber, maskPhone } from '@/domain/identity';
import { connect } from './connect';
import { operate, say } from './operate';

const USAGE = `用法：
  npm run -s staff -- add --phone 手机号 --county 区县代码 --office 单位 --until 日期
  npm run -s staff -- remove --phone 手机号
  npm run -s staff -- list [--county 区县代码]`;

const OPTIONS = {
  phone: { type: 'string' },
  county: { type: 'string' },
  office: { type: 'string' },
  until: { type: 'string' },
} as const;

const values = () =>
  parseArgs({ args: process.argv.slice(3), options: OPTIONS, allowPositionals: false }).values;

async function withStore(work: (store: Store) => Promise<number>): Promise<number> {
  const { store, close } = await connect();
  return work(store).finally(close);
}

function phoneOf(text: string | undefined): string | null {
  const checked = checkPhoneNumber(text ?? '');
  if (checked.ok) return checked.number;
  say(checked.problem.message);
  return null;
}

async function add(): Promise<number> {
  const { phone: typed, county, office, until } = values();
  const phone = phoneOf(typed);
  if (phone === null) return 1;
  if (!county || !/^\d{6}$/.test(county) || !office?.trim() || !until || parseDay(until) === null) {
    say(USAGE);
    return 1;
  }
  return withStore(async ({ db, cipher }) => {
    const subjectHash = cipher.blind('phone', phone);
    const id = randomUUID();
    const [row] = await db
      .insert(login)
      .values({ kind: 'phone', subjectHash, accountId: id })
      .onConflictDoUpdate({ target: [login.subjectHash, login.kind], set: { kind: 'phone' } })
      .returning({ accountId: login.accountId });
    const accountId = row?.accountId ?? id;
    if (accountId === id)
      await db
        .insert(account)
        .values({ id, phoneEnc: cipher.seal('account.phone', id, phone), createdAt: new Date() });
    const role = { county, office: office.trim(), until };
    await db
      .insert(staff)
      .values({ id: accountId, ...role })
      .onConflictDoUpdate({ target: staff.id, set: role });
    say(`${maskPhone(phone)} 是 ${office.trim()} 的工作人员，到 ${until} 为止。`);
    return 0;
  });
}

async function remove(): Promise<number> {
  const phone = phoneOf(values().phone);
  if (phone === null) return 1;
  return withStore(async ({ db, cipher }) => {
    const [known] = await db
      .select({ id: login.accountId })
      .from(login)
      .where(and(eq(login.subjectHash, cipher.blind('phone', phone)), eq(login.kind, 'phone')));
    const gone = known ? await db.delete(staff).where(eq(staff.id, known.id)).returning() : [];
    say(gone.length > 0 ? '已经不是工作人员。' : '这个手机号本来就不是工作人员。');
    return gone.length > 0 ? 0 : 1;
  });
}

async function list(): Promise<number> {
  const { county } = values();
  return withStore(async ({ db, cipher }) => {
    const rows = await db
      .select({
        id: staff.id,
        county: staff.county,
        office: staff.office,
        until: staff.until,
        phone: account.phoneEnc,
      })
      .from(staff)
      .innerJoin(account, eq(account.id, staff.id));
    for (const row of rows.filter((one) => county === undefined || one.county === county)) {
      const phone = row.phone ? maskPhone(cipher.open('account.phone', row.id, row.phone)) : '（没有手机号）';
      say(`${row.county}  ${row.office}  ${phone}  到 ${row.until}`);
    }
    return 0;
  });
}

operate({ add, remove, list }, USAGE);
