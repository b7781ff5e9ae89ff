export interface Speech {
  readonly type: 'audio/mpeg' | 'audio/wav';
  readonly bytes: Buffer;
}

export interface Speaker {
  /**
   * A Chinese text read aloud.
   * @param text at most 2,000 characters
   * @throws VoiceError
   */
  speak(text: string): Promise<Speech>;
}

export type VoiceErrorName =
  | 'NothingToSay'
  | 'TextTooLong'
  /** too many at once; later it will do */
  | 'Busy'
  /** no answer in time, or the voice is in trouble */
  | 'VoiceDown'
  /** account, balance, voice: the operator has to act */
  | 'Misconfigured';

export class VoiceError extends Error {
  override readonly name: VoiceErrorName;

  /** @param detail never the text: it may speak of somebody's affairs */
  constructor(name: VoiceErrorName, detail: string) {
    super(`voice ${name}: ${detail}`);
    this.name = name;
  }
}

export const MAX_SPOKEN = 2000;

/** The text without what cannot be said. @throws VoiceError NothingToSay, TextTooLong */
export function sayable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(clean)) throw new VoiceError('NothingToSay', 'no letter and no digit');
  if (clean.length > MAX_SPOKEN) throw new VoiceError('TextTooLong', `${clean.length} characters`);
  return clean;
}

/**
 * A text in pieces of at most `max` characters, cut after a sentence where there is one, else after a clause, else
 * anywhere; as few pieces as that gives. Put together again they are the text.
 */
export function pieces(text: string, max: number): string[] {
  const out: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const head = rest.slice(0, max);
    const cut = [/[\s\S]*[。！？!?；;\n]/, /[\s\S]*[，、：,:\s]/].map(
      (end) => end.exec(head)?.[0].length ?? 0,
    );
    const at = cut.find((length) => length > 0) ?? wholeCharacters(head);
    out.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...out, rest].filter((piece) => piece.trim() !== '');
}

/** Not through the middle of a character of two units. */
const wholeCharacters = (text: string): number =>
  /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
