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
}
