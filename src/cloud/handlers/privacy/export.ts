import { desc, eq } from 'drizzle-orm';
import { dayInChina } from '@/domain/calendar/china';
import { stateTitle } from '@/domain/cases';
import type { FileType } from '@/domain/files';
import { SERVICE_WORDS } from '@/domain/mandate/services';
import { CONSENTS } from '@/domain/privacy/consents';
import { type ColumnKey, cellText, columnSpec } from '@/domain/register';
import { askerOf, type Context, servicesOf } from '../../context';
import { savedOf } from '../../facts/kept';
import { filesOfAccount, nameOf } from '../../files/own-file';
import { handsTold, organisedTold } from '../../hands/of-account';
import { type BoundHow, claimOf, HOW_WORDS } from '../../identity/binding';
import { doubtsTold } from '../../postings/of-account';
import { memberById } from '../../store/people';
import { account, codeRef, login } from '../../store/schema';
import { trainingsTold } from '../../training/of-account';
import { workTold } from '../../work/of-account';
import { drafts } from '../cases/drafts';
import { mine as casesMine, show as showCase } from '../cases/mine';
import { list as consentList } from '../consent/consents';
import { list as mandates } from '../mandate/views';
import { allMine } from '../messages/list';
import { settings as telling } from '../messages/settings';
import { postsOf } from '../posts/public';
import { mine as requestsMine } from '../requests/requests';
import { list as sessions } from '../session/sessions';
import { visitsTold } from '../visits/told';
import { mine as groups } from '../wages/groups';
import { looksAt, lookView } from './looks';

type Row = Record<string, unknown>;

const WAY_WORDS: Readonly<Record<string, string>> = { phone: '手机号', wechat: '微信' };
const FILE_WORDS: Readonly<Record<FileType, string>> = {
  'image/jpeg': '照片',
  'image/png': '照片',
  'application/pdf': 'PDF',
  'audio/mpeg': '录音',
  'audio/mp4': '录音',
  'audio/aac': '录音',
  'audio/wav': '录音',
  'audio/ogg': '录音',
  'audio/webm': '录音',
};
const REQUEST_WORDS = { verification: '核实身份', correction: '更正登记', complaint: '投诉平台' } as const;

/** Everything the portal keeps about whoever asks, in sections to read. */
export async function exportAll(context: Context) {
  const asker = askerOf(context);
  const { account: own } = asker;
  const { store } = servicesOf(context);
  const [row] = await store.db.select().from(account).where(eq(account.id, own.id));
  const phone = row?.phoneEnc ? store.cipher.open('account.phone', own.id, row.phoneEnc) : null;
  const ways = await store.db.select({ kind: login.kind }).from(login).where(eq(login.accountId, own.id));
  const codes = await store.db
    .select({ day: codeRef.day, revokedAt: codeRef.revokedAt })
    .from(codeRef)
    .where(eq(codeRef.accountId, own.id))
    .orderBy(desc(codeRef.day));
  const waiting = await claimOf(context, own.id);
  const saved = await savedOf(context, own.id);
  const work = await workTold(context, own);
  const sections: { title: string; rows: Row[] }[] = [
    {
      title: '账号',
      rows: [
        {
          手机号: phone,
          注册日期: row ? dayInChina(row.createdAt) : null,
          登录方式: ways.map(({ kind }) => WAY_WORDS[kind] ?? kind).join('、') || null,
          工作单位: asker.staff ? `${asker.staff.office}（到${asker.staff.until}）` : null,
          核对身份日期: row?.boundAt ? dayInChina(row.boundAt) : null,
          核对方式: row?.boundHow ? (HOW_WORDS[row.boundHow as BoundHow] ?? null) : null,
          核验时显示姓: row?.showsName ?? false,
        },
      ],
    },
    { title: '等待核对的身份', rows: waiting ? [{ 姓名: waiting.name, 证件号: waiting.number }] : [] },
    {
      title: '帮扶台账里的登记',
      rows: own.personId === null ? [] : await registerRows(context, own.personId),
    },
    { title: '存在服务器上的回答', rows: saved ? [saved.facts] : [] },
    {
      title: '同意过的事项',
      rows: (await consentList(context)).map(({ kind, version, given_at, withdrawn_at }) => ({
        事项: CONSENTS[kind].title,
        版本: version,
        同意时间: given_at,
        撤回时间: withdrawn_at,
      })),
    },
    {
      title: '向单位提过的申请',
      rows: (await requestsMine(context)).map(({ kind, lines, created_at, outcome, answer }) => ({
        事项: REQUEST_WORDS[kind],
        内容: lines.join('；'),
        提出时间: created_at,
        结果: outcome === null ? '还没有答复' : outcome === 'done' ? '已办' : '不办',
        答复: answer,
      })),
    },
    {
      title: '代办',
      rows: (await mandates(context)).map(({ side, other, services, until, started_at, ended_at }) => ({
        谁帮谁: side === 'holder' ? `${other}帮我` : `我帮${other}`,
        能办: services.map((service) => SERVICE_WORDS[service].title).join('、'),
        到哪天: until,
        开始: started_at,
        结束: ended_at,
      })),
    },
    { title: '提交过的申请', rows: await caseRows(context) },
    {
      title: '一起讨薪',
      rows: (await groups(context)).map(({ code, employer, site, founder, joined, joined_at }) => ({
        号码: code,
        单位: employer,
        工地: site,
        我发起的: founder,
        一共几个人: joined,
        加入时间: joined_at,
      })),
    },
    { title: '说过信息不实的岗位', rows: await doubtsTold(context, own.id) },
    { title: '报过的培训', rows: await trainingsTold(context, own) },
    { title: '找活的名片', rows: work.card },
    { title: '存下的找活条件', rows: work.searches },
    { title: '应聘时招工上写的', rows: work.promises },
    { title: '上过的班', rows: work.spells },
    { title: '报过的零工', rows: await handsTold(context, own) },
    { title: '发布过的零工', rows: await organisedTold(context, own) },
    {
      title: '公益性岗位',
      rows:
        own.personId === null
          ? []
          : (await postsOf(context, own.personId)).map(
              ({ title, town, village, starts_on, ends_on, ended_on }) => ({
                岗位: title,
                哪个村: `${town}${village}`,
                合同开始: starts_on,
                合同到期: ends_on,
                退岗: ended_on,
              }),
            ),
    },
    {
      title: '收到的消息',
      rows: (await allMine(context)).map(({ day, title, text, said, read }) => ({
        日期: day,
        标题: title,
        内容: [text, said].filter(Boolean).join('；'),
        看过: read,
      })),
    },
    { title: '怎样通知我', rows: await tellingRows(context) },
    { title: '没有写完的表', rows: await draftRows(context) },
    { title: '传过的材料', rows: await fileRows(context, own.id) },
    {
      title: '打开过的帮扶码',
      rows: codes.map(({ day, revokedAt }) => ({ 哪天: day, 停用: revokedAt?.toISOString() ?? null })),
    },
    {
      title: '村里、乡镇的走访',
      rows: own.personId === null ? [] : await visitsTold(context, own.personId),
    },
    {
      title: '登录着的设备',
      rows: (await sessions(context)).map(({ device, created_at, used_at }) => ({
        设备: device,
        登录时间: created_at,
        最近使用: used_at,
      })),
    },
    {
      title: '谁看过我的信息',
      rows: (await looksAt(context, null)).map(lookView).map(({ at, office, purpose }) => ({
        时间: at,
        谁: office,
        事由: purpose,
      })),
    },
  ];
  return { made_at: context.now.toISOString(), sections };
}

async function fileRows(context: Context, accountId: string): Promise<Row[]> {
  return (await filesOfAccount(context, accountId)).map((row) => ({
    文件名: nameOf(context, row),
    种类: row.type === null ? null : FILE_WORDS[row.type as FileType],
    字节: row.bytes,
    传的时间: row.createdAt.toISOString(),
    情况: row.state === 'ready' ? '传完了' : '还没有传完',
  }));
}

/** Every case with what was answered and what happened to it. */
async function caseRows(context: Context): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await casesMine(context, cursor === undefined ? {} : { cursor });
    for (const { id } of page.cases) {
      const view = await showCase(context, { id });
      rows.push({
        编号: view.number,
        事项: view.title,
        现在: view.state_word ?? stateTitle(view.state),
        填的内容: view.answers.map(({ label, text }) => `${label}：${text}`).join('；'),
        经过: view.timeline
          .map(({ day, who, text, said }) => `${day} ${who} ${text}${said ? `：${said}` : ''}`)
          .join('；'),
      });
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

async function tellingRows(context: Context): Promise<Row[]> {
  const { sms, digest, policies, quiet_from, quiet_to, wechat, templates } = await telling(context, {});
  return [
    {
      短信: sms,
      每周汇总: digest,
      新符合的政策: policies,
      不打扰: quiet_from === quiet_to ? '没有' : `${quiet_from}点到${quiet_to}点`,
      微信: wechat,
      微信还能发: templates.reduce((sum, { left }) => sum + left, 0),
    },
  ];
}

async function draftRows(context: Context): Promise<Row[]> {
  return (await drafts(context)).map(({ service, saved_at, device, answers }) => ({
    事项: context.book.services.find(({ id }) => id === service)?.title ?? service,
    存的时间: saved_at,
    设备: device,
    填的内容: JSON.stringify(answers),
  }));
}

/** The register's rows in its own words, one for each time something changed. */
async function registerRows(context: Context, personId: string): Promise<Row[]> {
  const member = await memberById(servicesOf(context).store, personId);
  return (member?.versions ?? []).map(({ row }) => {
    // somebody else's number
    const { guardian_id: _, ...own } = row;
    return Object.fromEntries(
      Object.entries(own).map(([key, value]) => {
        const column = columnSpec(key as ColumnKey);
        return [column.header, value === undefined ? null : cellText(column, value)];
      }),
    );
  });
}
