/** How a notice ended, as far as the provider knows. */
export type NoticeOutcome = 'arrived' | 'failed' | 'unknown';

/** Notices: something to do, or a decision. What it is stands in the inbox, never in the SMS. */
export interface SmsNotices {
  /** a text without a place is approved too, for what has no number */
  readonly plain: boolean;
  /**
   * @param number the case's number, whose end stands in the text; null for what has none
   * @param id of the delivery: comes back with the outcome
   * @returns the provider's id
   * @throws SmsError
   */
  send(phone: string, number: string | null, id: string): Promise<string | null>;
  /** Whether a notice whose answer was lost went out after all. @throws SmsError when the provider does not say */
  outcome(phone: string, id: string, since: Date): Promise<NoticeOutcome>;
}

/** What a code is for; every purpose has its own approved text at the provider. */
export type SmsPurpose = 'sign_in' | 'mandate';

export type SmsErrorName =
  /** the provider or the carrier lets no more through to this number for now */
  | 'LimitExceeded'
  /** no such number, or one that wants no messages */
  | 'WrongNumber'
  /** no answer, or the provider is in trouble */
  | 'ProviderDown'
  /** account, signature, template, balance: the operator has to act */
  | 'Misconfigured';

export class SmsError extends Error {
  override readonly name: SmsErrorName;

  /** @param detail the provider's own code and request number: never the phone number or the code sent */
  constructor(name: SmsErrorName, detail: string) {
    super(`SMS ${name}: ${detail}`);
    this.name = name;
  }
}

export interface SmsSender {
  /**
   * @param phone 11 digits of the mainland
   * @param code what the person types in: 4–6 digits
   * @param details what else the purpose's text has places for, in order
   * @throws SmsError
   */
  send(phone: string, code: string, purpose: SmsPurpose, details?: readonly string[]): Promise<void>;
  /** null: no text for notices is approved */
  readonly notices: SmsNotices | null;
}
