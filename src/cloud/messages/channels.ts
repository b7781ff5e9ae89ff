/** One try on one channel, and what came of it. */
import { SmsError, type SmsNotices } from '../adapters/sms';
import { type Template, type WechatClient, WechatError } from '../adapters/wechat';

export type Outcome =
  /** the provider has it */
  | { readonly end: 'sent'; readonly providerId: string | null }
  /** no way to them here: another channel, or the inbox alone */
  | { readonly end: 'skipped'; readonly why: string }
  /** not now */
  | { readonly end: 'again'; readonly why: string; readonly unclear: boolean }
  /** trying again changes nothing: the operator has to act */
  | { readonly end: 'dead'; readonly why: string };

const MISTAKES: readonly string[] = [
  'WrongTemplate',
  'WrongCredentials',
  'AddressNotAllowed',
  'WrongPage',
  'Misconfigured',
];

export interface Push {
  readonly openId: string;
  readonly template: Template;
  /** what it is about, how it stands, the day */
  readonly words: readonly [string, string, string];
  readonly page: string;
  /** an earlier try went out, and nobody knows how it ended */
  readonly unclear: boolean;
}

export async function byWechat(client: WechatClient, push: Push): Promise<Outcome> {
  const { openId, template, words, page, unclear } = push;
  const places = template.places.map((place, index) => [place, fitting(place, words[index] as string)]);
  try {
    const data = Object.fromEntries(places) as Record<string, string>;
    return {
      end: 'sent',
      providerId: await client.sendSubscribed({ openId, templateId: template.id, data, page }),
    };
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    const why = error.errcode === null ? error.name : `${error.name} ${error.errcode}`;
    // the one permission there was is gone: the try whose answer was lost has used it
    if (error.name === 'NoPermission')
      return unclear ? { end: 'sent', providerId: null } : { end: 'skipped', why };
    if (error.name === 'WrongPerson' || error.name === 'HighRiskUser') return { end: 'skipped', why };
    if (MISTAKES.includes(error.name)) return { end: 'dead', why };
    return { end: 'again', why, unclear: error.name === 'Unreachable' };
  }
}

/** A place takes so many characters of its kind; a longer text is refused as a whole (47003). */
const LENGTHS: readonly (readonly [prefix: string, length: number])[] = [
  ['thing', 20],
  ['short_thing', 5],
  ['phrase', 5],
  ['name', 10],
  ['const', 20],
  ['character_string', 32],
];

export function fitting(place: string, text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  const kind = place.replace(/\d+$/, '');
  const length = LENGTHS.find(([prefix]) => prefix === kind)?.[1];
  const letters = Array.from(clean);
  if (length === undefined || letters.length <= length) return clean;
  return length < 10 ? letters.slice(0, length).join('') : `${letters.slice(0, length - 1).join('')}…`;
}

export interface Notice {
  readonly phone: string;
  readonly number: string | null;
  /** of the delivery */
  readonly id: string;
  readonly unclear: boolean;
  readonly since: Date;
}

export async function bySms(notices: SmsNotices, notice: Notice): Promise<Outcome> {
  const { phone, number, id, unclear, since } = notice;
  try {
    if (unclear) {
      const before = await notices.outcome(phone, id, since);
      if (before === 'arrived') return { end: 'sent', providerId: null };
      if (before === 'failed') return { end: 'skipped', why: 'WrongNumber' };
    }
    return { end: 'sent', providerId: await notices.send(phone, number, id) };
  } catch (error) {
    if (!(error instanceof SmsError)) throw error;
    if (error.name === 'WrongNumber') return { end: 'skipped', why: error.name };
    if (MISTAKES.includes(error.name)) return { end: 'dead', why: error.name };
    return { end: 'again', why: error.name, unclear: error.name === 'ProviderDown' };
  }
}
