/**
 * What WeChat's server API answers when it does not answer (全局返回码, and the tables of code2Session,
 * getStableAccessToken and getUnlimitedQRCode).
 */
export type WechatErrorName =
  /** −1, tried again twice */
  | 'Busy'
  /** the code of wx.login is wrong, five minutes old or used */
  | 'CodeInvalid'
  | 'RateLimited'
  /** the platform holds the account back: 高风险等级用户 */
  | 'HighRiskUser'
  /** app id or secret */
  | 'WrongCredentials'
  /** this server's address is not on the list of the mini-program's console */
  | 'AddressNotAllowed'
  /** the page is not in the published version */
  | 'WrongPage'
  | 'WrongScene'
  /** 43101: the person has given none for this template, or used it up */
  | 'NoPermission'
  /** 47003, 40037, 43104 …: template or parameters are not those of the console: the operator has to act */
  | 'WrongTemplate'
  /** 40003: not an openid of this mini-program */
  | 'WrongPerson'
  /** no answer in time, or none that is HTTP 200 */
  | 'Unreachable'
  | 'Unexpected';

const NAMES: ReadonlyMap<number, WechatErrorName> = new Map([
  [-1, 'Busy'],
  [40029, 'CodeInvalid'],
  [40163, 'CodeInvalid'],
  [45009, 'RateLimited'],
  [45011, 'RateLimited'],
  [40226, 'HighRiskUser'],
  [40001, 'WrongCredentials'],
  [40002, 'WrongCredentials'],
  [40013, 'WrongCredentials'],
  [40125, 'WrongCredentials'],
  [41002, 'WrongCredentials'],
  [41004, 'WrongCredentials'],
  [40164, 'AddressNotAllowed'],
  [89503, 'AddressNotAllowed'],
  [89506, 'AddressNotAllowed'],
  [89507, 'AddressNotAllowed'],
  [41030, 'WrongPage'],
  [40129, 'WrongScene'],
  [40169, 'WrongScene'],
  [43101, 'NoPermission'],
  [40037, 'WrongTemplate'],
  [43104, 'WrongTemplate'],
  [47003, 'WrongTemplate'],
  [40003, 'WrongPerson'],
]);

/** 40014, 42001: the access token ended early, as when somebody else forced a new one; 40001 says it too. */
export const TOKEN_ENDED: ReadonlySet<number> = new Set([40001, 40014, 42001]);

export class WechatError extends Error {
  override readonly name: WechatErrorName;
  /** null when the platform said nothing */
  readonly errcode: number | null;

  /** @param detail goes to the process log: never an address, a secret or a token */
  constructor(name: WechatErrorName, errcode: number | null, detail: string) {
    super(`WeChat ${name}${errcode === null ? '' : ` (${errcode})`}: ${detail}`.slice(0, 300));
    this.name = name;
    this.errcode = errcode;
  }
}

/** The error an answer stands for, or null when it stands for none. */
export function errorOf(answer: unknown): WechatError | null {
  if (typeof answer !== 'object' || answer === null)
    return new WechatError('Unexpected', null, 'not an object');
  const { errcode, errmsg } = answer as { errcode?: unknown; errmsg?: unknown };
  // successful answers leave it out or say 0; the text form stands in some of the documentation's examples
  const code = Number(errcode ?? 0);
  if (code === 0) return null;
  return new WechatError(NAMES.get(code) ?? 'Unexpected', code, String(errmsg ?? ''));
}
