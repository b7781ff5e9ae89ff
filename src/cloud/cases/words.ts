/** What happened and what was answered, in sentences for people. */

import type { Action, Answer, CaseEvent, Due, Limit, Service, ServiceQuestion } from '@/domain/cases';
import { INTERVIEW } from '@/domain/jobs/application';
import { INTERVIEW_CARE } from '@/domain/jobs/standing';
import { yuanText } from '@/domain/money/yuan';
import { MOMENTS } from '@/domain/wages/law';

/** An answer as it is read: never as it is stored. @param county name of a 6-digit code */
export function answerText(
  question: ServiceQuestion,
  answer: Answer | undefined,
  county: (code: string) => string,
): string {
  if (answer === undefined || answer === '') return '没有填';
  if (answer === null) return '不清楚';
  const label = (value: unknown) =>
    question.options?.find((option) => option.value === value)?.label ?? String(value);
  switch (question.kind) {
    case 'yes_no':
      return answer === true ? '是' : '不是';
    case 'choice':
      return label(answer);
    case 'many':
      return (answer as readonly string[]).map(label).join('、');
    case 'list':
      return (answer as readonly string[]).join('；');
    case 'money':
      return yuanText(Number(answer));
    case 'number':
      return `${String(answer)}${question.unit ? ` ${question.unit}` : ''}`;
    case 'county':
      return county(String(answer));
    case 'bank_account':
      return `尾号 ${String(answer).slice(-4)}`;
    case 'id_number':
      return `尾号 ${String(answer).slice(-4)}`;
    default:
      return String(answer);
  }
}

const LEVEL_WORDS = { village: '村', town: '乡镇', county: '区县', admin: '区县主管' } as const;
export const levelWord = (level: keyof typeof LEVEL_WORDS): string => LEVEL_WORDS[level];

const sum = (fen: number | undefined) => (fen === undefined ? '' : `，${yuanText(fen)}`);

/** A milestone with everything that was written down of it. */
function recordText({ data }: CaseEvent<'record'>, { workflow }: Pick<Service, 'workflow'>): string {
  const found = workflow.milestones?.find(({ id }) => id === data.milestone);
  const parts = [
    `${data.on}${data.time === undefined ? '' : ` ${data.time}`}`,
    found?.title ?? '进展',
    data.place && `地点：${data.place}`,
    data.who && `${data.who}`,
    data.fen === undefined ? undefined : yuanText(data.fen),
    data.until && `到${data.until}为止`,
    data.asked_on && `${data.asked_on}提出`,
    ...(data.items ?? []).map(
      ({ title, fen, final }) => `${title} ${yuanText(fen)}（${final ? '终局' : '不是终局'}）`,
    ),
  ];
  return `${data.corrects === undefined ? '' : '更正：'}${parts.filter(Boolean).join('，')}`;
}

/** What happened, for the resident. @param county name of a 6-digit code */
export function eventText(
  event: CaseEvent,
  county: (code: string) => string,
  service: Pick<Service, 'workflow' | 'about'>,
): string {
  const { actions, points } = service.workflow.words ?? {};
  const own = actions?.[event.action];
  // the law's own word, with everyday ones beside it
  if (event.action === 'accept' && points?.taken !== undefined) return `${own ?? points.taken}：收下了，在办`;
  if (own !== undefined && OWN_WORDS.includes(event.action))
    return event.action === 'ask_supplement' ? `${own}，请在${event.data.until}前补材料` : own;
  switch (event.action) {
    case 'file':
      if (service.about !== undefined) return '名片发给了招人的单位';
      // known of wage matters alone
      if (event.data.formal === false) return '提交了预申请，经办机构正式收下那天才算';
      return FILED[event.to] ?? '提交了，经办机构已收到';
    case 'supplement':
      return '补交了材料';
    case 'withdraw':
      return '撤回了';
    case 'ask_review':
      return '申请重新审查';
    case 'rate':
      return `评价：${STARS[event.data.stars - 1] ?? ''}`;
    case 'reopen':
      return '要求重新办理';
    case 'accept':
      return '收下了，在看材料';
    case 'ask_supplement':
      return `请在${event.data.until}前补材料`;
    case 'transfer':
      return `转给${event.data.level === 'county' ? county(event.data.county) : levelWord(event.data.level)}办理`;
    case 'assign':
      return event.data.to === null ? '等待安排经办人' : '安排了经办人';
    case 'recuse':
      return '一位工作人员按规定回避';
    case 'approve':
      return event.to === 'countersign' ? '初审通过，送第二位工作人员复核' : '批准';
    case 'refuse':
      return '不予办理';
    case 'countersign':
      return '复核同意';
    case 'send_back':
      return '复核退回，重新审查';
    case 'pay':
      return event.data.fen === null
        ? `${event.data.on}已发放`
        : `${event.data.on}发放 ${yuanText(event.data.fen)}`;
    case 'correct_payment':
      return event.data.fen === null
        ? `更正：实际在${event.data.on}发放`
        : `更正：实际在${event.data.on}发放 ${yuanText(event.data.fen)}`;
    case 'escalate':
      if (service.about !== undefined)
        return `招人的单位到${event.data.was_due}还没有答复，请${levelWord(event.data.to)}的工作人员帮您问`;
      // sent ahead of the filing itself: nobody is late by law, and somebody has to take it
      if (event.to === 'filed' && service.workflow.milestones?.some(({ clock }) => clock === 'restart_filed'))
        return `还没有人收下，已上报${levelWord(event.data.to)}催办`;
      return `已超过应办日期${event.data.was_due}，已上报${levelWord(event.data.to)}`;
    case 'record':
      return service.about !== undefined && event.data.milestone === INTERVIEW
        ? `${recordText(event, service)}。${INTERVIEW_CARE}`
        : recordText(event, service);
    case 'tell':
      return `${event.data.corrects === undefined ? '' : '更正：'}${event.data.on}，${MOMENTS[event.data.what]}${sum(event.data.fen)}`;
    case 'join':
      return '和同一批的事并到一起办，各人的数目还是各人的';
    case 'leave_group':
      return '改为单独办';
    case 'did':
      return `您在别处办好了这一步（${event.data.on}）`;
    case 'see_done':
      return `登记了：这一步${event.data.on}已经办好`;
    case 'follow':
      return followText(event);
    case 'redate':
      return event.due?.on ? `放假安排公布了，应办日期是${event.due.on}` : '应办日期有更新';
  }
}

function followText({ to, data: { after } }: CaseEvent<'follow'>): string {
  const before = after.map((title) => `“${title}”`).join('、');
  if (to === 'done') return '各步都办完了';
  if (to === 'bundle') return `${before}又在办了`;
  return to === 'self' ? `${before}好了，这一步可以去办了` : `${before}好了，这一步交给经办机构了`;
}

/** Steps that a service may call by its own name. */
const OWN_WORDS: readonly Action[] = ['accept', 'ask_supplement', 'approve', 'refuse'];

/** How a filing that did not go to a desk at once is told. */
const FILED: Partial<Record<CaseEvent['to'], string>> = {
  bundle: '提交了，分给了各个单位',
  waiting: '提交了，等前一步好了再办',
  self: '资料备好了，等您去办',
};

const STARS = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

/** Internal moves that say nothing to the resident. */
const INSIDE: readonly Action[] = ['assign'];
export const isTold = ({ action }: CaseEvent): boolean => !INSIDE.includes(action);

/** What was said with it; the officer's opinion on an approval is for the desk's colleagues as well. */
export function eventSaid(event: CaseEvent): string | null {
  const { text } = event.data as { text?: string };
  // why an officer keeps off is nobody else's business
  return event.action === 'recuse' || !text ? null : text;
}

/** What the limit rests on. */
export function basisText(due: Due | null, { workflow }: Service): string | null {
  if (due === null) return null;
  if (due.of === 'supplement') return '通知里写的日期；过了日期也可以补，只是会晚一些办';
  const limit: Limit | undefined = workflow.limits[due.of === 'countersign' ? 'decide' : due.of];
  if (!limit) return '文件没有写办理期限';
  const days = limit.span ?? `${limit.work_days}个工作日`;
  const missing = due.missing === undefined ? '' : `${due.missing}年的放假安排还没有公布，日期以后补上。`;
  if (limit.basis === 'office') return `${missing}经办机构自己定的${days}；文件没有写办理期限`;
  if (limit.rule) return `${missing}${days}，${limit.item ?? ''}`;
  return `${missing}${days}，${limit.quote ? `原文：“${limit.quote}”` : ''}`;
}
