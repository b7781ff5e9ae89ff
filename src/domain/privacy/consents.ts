/**
 * What a resident is asked to agree to, one kind of sensitive data at a time (个人信息保护法 29、30; the mapping
 * stands in docs/privacy.md). The words are what was agreed to: whoever changes them raises the version, and the
 * consent is asked for again.
 */
import type { FactId } from '../eligibility/facts';

export const CONSENT_KINDS = ['identity', 'register', 'health', 'minors', 'saved_answers'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

export interface ConsentText {
  readonly kind: ConsentKind;
  readonly version: number;
  readonly title: string;
  /** which data */
  readonly what: string;
  /** what for, and why it is necessary for that */
  readonly why: string;
  /** what it means for the person */
  readonly effect: string;
  /** what happens without it, and on withdrawing */
  readonly refuse: string;
}

export const CONSENTS: Readonly<Record<ConsentKind, ConsentText>> = {
  identity: {
    kind: 'identity',
    version: 1,
    title: '用姓名和身份证号找到我的台账',
    what: '姓名、身份证号。',
    why: '只用来和帮扶台账里的人对上，不然认不出是您。',
    effect: '对上以后，您登录就能看到台账里关于您和家人的情况。号码加密存放，页面上不显示。',
    refuse: '不同意也能看全部政策，自己回答问题来算。撤回以后，和台账的连接马上断开。',
  },
  register: {
    kind: 'register',
    version: 1,
    title: '读取台账里的帮扶身份',
    what: '是不是防止返贫致贫对象、继续帮扶对象、监测户、低保、特困，什么时候纳入和退出，就业和培训登记。',
    why: '这些是多数补贴看的条件，读了就不用您一题一题答。',
    effect: '结果按这些登记来算，每一条都写明来自哪个部门、哪一天。',
    refuse: '不同意就不读，照样可以自己回答。撤回以后马上不再读取。',
  },
  health: {
    kind: 'health',
    version: 1,
    title: '读取和健康有关的登记',
    what: '是不是重度残疾，是不是因病或照顾家人在家。',
    why: '少数补贴看这一条，不读就算不准这几项。',
    effect: '只用来算这几项，您的家人看不到这一条。',
    refuse: '不同意就不读，这几项会显示“待补信息”。撤回以后马上不再读取。',
  },
  minors: {
    kind: 'minors',
    version: 1,
    title: '作为监护人，看未成年孩子的情况',
    what: '台账里由您监护的未成年孩子的登记。',
    why: '孩子自己没有账号，雨露计划这些要由监护人来看。',
    effect: '您登录后能替孩子看能享受什么。每一次都会记录。',
    refuse: '不同意就看不到孩子的那一份。撤回以后马上看不到。',
  },
  saved_answers: {
    kind: 'saved_answers',
    version: 1,
    title: '把我自己的回答存到服务器',
    what: '您在“看看我能享受什么”里自己选的答案。',
    why: '换手机以后不用再答一遍。',
    effect: '加密存放，只有您登录能看到。',
    refuse: '不同意就只留在这部手机上。撤回以后，服务器上的马上删掉。',
  },
};

const HEALTH: readonly FactId[] = ['severe_disabled', 'ill_or_carer_at_home'];

/** The consent under which a fact of the register is read. */
export const consentForFact = (fact: FactId): ConsentKind => (HEALTH.includes(fact) ? 'health' : 'register');
