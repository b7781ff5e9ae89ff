import { momentText } from '@/client/clock';
import type { Checked } from '@/client/code-check';
import type { StatusName } from '@/ui';

export const copy = {
  title: '核验帮扶码',
  head: '看看对方的帮扶码是不是真的',
  line: '不用登录。只告诉您真假和是不是帮扶对象，不会告诉您对方是谁。',
  scan: '扫对方的码',
  byCamera: '用手机相机扫对方的码，会自己打开这一页，马上出结果。',
  paste: '码里的文字',
  pasteHint: '扫出来是一串文字的，贴到这里',
  check: '核验',
  checking: '正在核验',
  empty: '还没有贴上文字',
  another: '再核一个',
  target: '是帮扶对象',
  notTarget: '这个码不证明是帮扶对象',
  notTargetLine: '台账里没有写。要作为依据，请对方到乡镇开证明。',
  name: '姓名',
  county: '台账在',
  made: '生成时间',
  offline: '没有连上网：只验了签名，未查吊销',
  offlineLine: '码是真的，但不知道后来有没有停用。连上网再验一次最稳妥。',
  noKeys: '没有连上网，这部手机上也还没有核验用的钥匙。连上网打开一次这一页，以后没网也能验。',
  clock: (off: string) => `这部手机的时间${off}，请到手机设置里打开“自动设置时间”。`,
};

interface Verdict {
  readonly status: StatusName;
  readonly word: string;
  readonly title: string;
  readonly line: string;
}

const OLDER_LINE = '对方没有网，或者这是一张照片。请对方打开码，看时间走不走；可以再看一下身份证。';

/** A genuine one: what it proves comes first, what was not looked at is never left out. */
function genuine({ fresh, offline, target }: Checked): Verdict {
  const proves = target ? '，是帮扶对象' : '';
  const line = fresh ? '刚刚生成的。' : OLDER_LINE;
  if (offline) return { status: 'needs_info', word: '未查吊销', title: `签名是真的${proves}`, line };
  if (fresh) return { status: 'eligible', word: '真的', title: `码是真的${proves}`, line };
  return { status: 'needs_info', word: '不是刚生成的', title: `码是真的${proves}`, line };
}

const OTHERS: Record<Exclude<Checked['result'], 'genuine'>, Verdict> = {
  expired: {
    status: 'expired',
    word: '已过期',
    title: '这个码已经过期',
    line: '不是今天的码。请对方连上网打开帮扶码，再扫一次。',
  },
  revoked: {
    status: 'not_eligible',
    word: '已停用',
    title: '这个码已经停用',
    line: '本人已经把它作废，不能当真。请对方打开新的码；拿不出来，就不要按帮扶对象办。',
  },
  tampered: {
    status: 'not_eligible',
    word: '假的',
    title: '这个码被改动过，是假的',
    line: '不要按帮扶对象办。可以打 12333 说明情况。',
  },
  not_yet: {
    status: 'needs_info',
    word: '时间不对',
    title: '两边的时间对不上',
    line: '码上的时间还没有到。先看这部手机的时间对不对，改对了再扫一次。',
  },
  not_ours: {
    status: 'none',
    word: '不是帮扶码',
    title: '这不是就业帮扶码',
    line: '是别的二维码。请对方打开“帮扶码”那一页。',
  },
  broken: {
    status: 'none',
    word: '不完整',
    title: '这个码不完整',
    line: '没有扫全，或者文字没有贴全。请对方刷新一下，再扫一次。',
  },
  unknown_key: {
    status: 'needs_info',
    word: '还验不了',
    title: '没有网，这个码还验不了',
    line: '这部手机上没有它的钥匙，不能当真，也不能说是假的。连上网再扫一次。',
  },
};

export const verdictOf = (checked: Checked): Verdict =>
  checked.result === 'genuine' ? genuine(checked) : OTHERS[checked.result];

/** 慢了约 60 分钟 */
export function offBy(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const much = minutes >= 120 ? `${Math.round(minutes / 60)} 小时` : `${minutes} 分钟`;
  return `${ms > 0 ? '慢' : '快'}了约 ${much}`;
}

export const madeAt = (issuedAt: number): string => momentText(issuedAt);
