/** The life cycle as a page: a drawing, and who may do what where. */
import {
  ACTION_NAMES,
  ACTIONS,
  type Action,
  type CaseState,
  type Guard,
  type Role,
  STATE_NAMES,
  STATES,
  STEPS,
  type Step,
} from '@/domain/cases';

const WHO: Readonly<Record<Role, string>> = {
  resident: '申请人（或代办人）',
  desk: '经办',
  second: '另一位经办',
  system: '系统',
};
const WAITS = { office: '经办机构', resident: '申请人', steps: '一件事里别的步骤' } as const;
const GUARDS: Readonly<Record<Guard, string>> = {
  large: '金额超过一个人能批的',
  pays: '有钱要发的',
  first_refusal: '没有重新审查过的',
  unrated: '没有评价过的',
  milestones: '服务文件写了进展的',
  moments: '讨薪的',
  alone: '讨薪的，还没有并到一起的',
  grouped: '并到一起的',
  handover: '要本人在别处办的步骤',
  bundle: '一件事的总件',
};
const WITHIN = {
  review_days: '在服务文件写的重新审查期内',
  reopen_days: '在服务文件写的重新办理期内',
} as const;

const titles = (states: readonly CaseState[]) => states.map((state) => STATES[state].title).join('、');

/** Moves only: what leaves the state as it is stands in the table. */
function arrows(): string[] {
  const moves = new Map<string, Set<string>>();
  for (const step of STEPS) {
    for (const from of step.from) {
      for (const to of destinations(step, from)) {
        if (to === from) continue;
        const key = `${from} --> ${to}`;
        moves.set(key, (moves.get(key) ?? new Set()).add(ACTIONS[step.action].title));
      }
    }
  }
  return [...moves].map(([key, words]) => `  ${key}: ${[...words].join(' / ')}`);
}

/** A supplement leads back to wherever it was asked for. */
function destinations({ to }: Step, from: CaseState): readonly CaseState[] {
  if (to === 'same') return [from];
  if (to === 'resume') return STEPS.find(({ action }) => action === 'ask_supplement')?.from ?? [];
  return [to];
}

const rowOf = (step: Step): string => {
  const to = step.to === 'same' ? '不变' : step.to === 'resume' ? '回到补材料以前' : STATES[step.to].title;
  const when = [step.when && GUARDS[step.when], step.within && WITHIN[step.within]]
    .filter(Boolean)
    .join('，');
  return `| ${ACTIONS[step.action].title} | ${WHO[ACTIONS[step.action].by]} | ${titles(step.from)} | ${to} | ${when} |`;
};

const rowsOf = (action: Action) => STEPS.filter((step) => step.action === action).map(rowOf);

export function lifeCyclePage(): string {
  return [
    '# 一件事的一生',
    '',
    '由 `npm run -s life-cycle` 从 `src/domain/cases/life-cycle.ts` 画出来；所有服务用同一张表。',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...STATE_NAMES.map((state) => `  state "${STATES[state].title}" as ${state}`),
    '  [*] --> filed: 提交',
    '  [*] --> bundle: 提交',
    '  [*] --> waiting: 提交',
    '  [*] --> self: 提交',
    ...arrows(),
    '```',
    '',
    '## 每个状态等谁',
    '',
    '| 状态 | 代号 | 等谁 |',
    '|---|---|---|',
    ...STATE_NAMES.map((state) => {
      const { title, waits_on: whose } = STATES[state];
      return `| ${title} | \`${state}\` | ${whose === null ? '办完了' : WAITS[whose]} |`;
    }),
    '',
    '## 谁能做什么',
    '',
    '同一个动作有几行的，取第一行对得上的。',
    '',
    '| 动作 | 谁 | 从 | 到 | 条件 |',
    '|---|---|---|---|---|',
    ...ACTION_NAMES.flatMap(rowsOf),
    '',
    '自己的、家里人的、声明过的亲属的事，经办不能审，只能分派、移送或者回避；复核要换一个人。',
    '',
  ].join('\n');
}
