/**
 * npm run -s staff -- add --phone 13… --county 500242 --office 板溪镇便民服务站 --until 2027-06-30
 *                         [--role village|town|county|admin] [--town 板溪镇] [--village 样例村] [--services a,b] [--name 姓名]
 *                     remove --phone 13…
 *                     list [--county 500242]
 * Who works at the desk. The first administrator of a county is made here; the others can be given on the portal's own
 * page. The person signs in with this phone number. A role that is given again replaces the one before.
 */
import { parseArgs } from 'node:util';
import { and, eq } from 'drizzle-orm';
import { loadPolicyBook, regionOf } from '@/cloud/policy-book/book';
import { endRole, type Giver, giveRole } from '@/cloud/store/officers';
import { placeAsWritten } from '@/cloud/store/places';
import { account, login, staff } from '@/cloud/store/schema';
import { parseDay } from '@/domain/calendar/days';
import { checkPhoneNumber, maskPhone } from '@/domain/identity';
import { roleProblem, STAFF_ROLE_NAMES, STAFF_ROLES, type StaffRoleName } from '@/domain/staff';
import { withStore } from './connect';
import { operate, say } from './operate';
import { policyRoot } from './policy-root';
import { today } from './today';

const USAGE = `用法：
  npm run -s staff -- add --phone 手机号 --county 区县代码 --office 单位 --until 日期
                          [--role ${STAFF_ROLE_NAMES.join('|')}] [--town 乡镇] [--village 村]
                          [--services 事项,事项] [--name 姓名]
  npm run -s staff -- remove --phone 手机号
  npm run -s staff -- list [--county 区县代码]
不写 --role 就是区县经办（county）。乡镇经办要写 --town，村干部还要写 --village，和台账里的写法一样。`;

const text = { type: 'string' } as const;
const OPTIONS = {
  phone: text,
  county: text,
  office: text,
  until: text,
  role: text,
  town: text,
  village: text,
  services: text,
  name: text,
};
const COMMAND_LINE: Giver = { accountId: null, office: '系统管理' };

const values = () =>
  parseArgs({ args: process.argv.slice(3), options: OPTIONS, allowPositionals: false }).values;

function phoneOf(text: string | undefined): string | null {
  const checked = checkPhoneNumber(text ?? '');
  if (checked.ok) return checked.number;
  say(checked.problem.message);
  return null;
}

const isRole = (name: string): name is StaffRoleName => (STAFF_ROLE_NAMES as string[]).includes(name);

/** What the region of a county offers; its services are named in `--services`. */
function servicesIn(county: string): string[] {
  const book = loadPolicyBook(policyRoot());
  const region = regionOf(book, county);
  return book.services.filter(({ regions }) => region !== null && region in regions).map(({ id }) => id);
}

async function add(): Promise<number> {
  const { phone: typed, county, office, until, role = 'county', town, village, services, name } = values();
  const phone = phoneOf(typed);
  if (phone === null) return 1;
  if (!county || !/^\d{6}$/.test(county) || !office?.trim() || !until || parseDay(until) === null) {
    say(USAGE);
    return 1;
  }
  if (!isRole(role)) {
    say(`没有“${role}”这种身份，只有 ${STAFF_ROLE_NAMES.join('、')}`);
    return 1;
  }
  const asked = { role, town: town?.trim(), village: village?.trim(), until, services: services?.split(',') };
  const problem = roleProblem(asked, today(), services === undefined ? [] : servicesIn(county));
  if (problem) {
    say(`--${problem.field}：${problem.message}`);
    return 1;
  }
  return withStore(async (store) => {
    const typedPlace = { town: asked.town ?? '', village: asked.village ?? '' };
    const place = await placeAsWritten(store, county, typedPlace);
    const given = {
      county,
      office: office.trim(),
      until,
      role,
      town: (place ?? typedPlace).town || null,
      village: (place ?? typedPlace).village || null,
      services: asked.services ?? null,
      name: name?.trim() || null,
    };
    await giveRole(store, phone, given, COMMAND_LINE, new Date());
    say(`${maskPhone(phone)} 是 ${given.office} 的${STAFF_ROLES[role].title}，到 ${until} 为止。`);
    if (!place)
      say(
        `请再看一遍：台账里没有${typedPlace.town}${typedPlace.village}的人。写法要和台账一样，不然看不到人。`,
      );
    return 0;
  });
}

async function remove(): Promise<number> {
  const phone = phoneOf(values().phone);
  if (phone === null) return 1;
  return withStore(async (store) => {
    const [known] = await store.db
      .select({ id: staff.id, until: staff.until })
      .from(login)
      .innerJoin(staff, eq(staff.id, login.accountId))
      .where(and(eq(login.subjectHash, store.cipher.blind('phone', phone)), eq(login.kind, 'phone')));
    const ended = known ? await endRole(store, known, COMMAND_LINE, today(), new Date()) : false;
    say(ended ? '已经不是工作人员，马上生效。' : '这个手机号本来就不是工作人员。');
    return ended ? 0 : 1;
  });
}

async function list(): Promise<number> {
  const { county } = values();
  return withStore(async ({ db, cipher }) => {
    const rows = await db
      .select({ staff, phone: account.phoneEnc })
      .from(staff)
      .leftJoin(account, eq(account.id, staff.id));
    for (const { staff: row, phone: sealed } of rows) {
      if (county !== undefined && row.county !== county) continue;
      const phone = sealed ? maskPhone(cipher.open('account.phone', row.id, sealed)) : '（没有手机号）';
      const role = STAFF_ROLES[row.role as StaffRoleName].title;
      const where = `${row.town ?? ''}${row.village ?? ''}`;
      const until = row.until < today() ? `${row.until} 已结束` : `到 ${row.until}`;
      say([row.county, role, where, row.office, phone, until].filter((part) => part !== '').join('  '));
    }
    return 0;
  });
}

operate({ add, remove, list }, USAGE);
