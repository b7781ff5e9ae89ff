/** Tencent Cloud's speech synthesis, TextToVoice of 2019-08-23. The SDK is loaded with the first text. */
import { randomUUID } from 'node:crypto';
import { clientConfig, failureOfSdk, type TencentAccount } from '../tencent';
import { pieces, type Speaker, sayable, VoiceError, type VoiceErrorName } from './speaker';

export interface TencentVoiceOptions extends TencentAccount {
  /** VoiceType of the provider's list; its own default when absent */
  readonly voice?: number;
}

/** What one request takes: 150 Chinese characters, and a punctuation mark counts as one. */
const PIECE = 150;
/** Slower than usual talk (0.8 times): the listeners are old, the matter is new. */
const SPEED = -1;

/** @throws TypeError when the address is none */
export function createTencentVoice(options: TencentVoiceOptions): Speaker {
  const config = clientConfig(options);
  let loading: ReturnType<typeof load> | null = null;
  async function load() {
    const { tts } = await import('tencentcloud-sdk-nodejs-tts');
    return new tts.v20190823.Client(config);
  }

  async function say(text: string): Promise<Buffer> {
    loading ??= load();
    const client = await loading;
    const { Audio: audio } = await client
      .TextToVoice({
        Text: text,
        SessionId: randomUUID(),
        Codec: 'mp3',
        SampleRate: 16_000,
        PrimaryLanguage: 1,
        Speed: SPEED,
        ...(options.voice !== undefined && { VoiceType: options.voice }),
      })
      .catch((error: unknown) => {
        const { code, requestId } = failureOfSdk(error);
        throw voiceError(code, requestId);
      });
    if (!audio) throw new VoiceError('VoiceDown', 'no sound in the answer');
    return Buffer.from(audio, 'base64');
  }

  return {
    async speak(text) {
      const parts: Buffer[] = [];
      // one after another: the first request that is refused ends it
      for (const piece of pieces(sayable(text), PIECE)) parts.push(await say(piece));
      return { type: 'audio/mpeg', bytes: joinMp3(parts) };
    },
  };
}

/** MP3 is a row of frames, so parts of one voice follow one another; only the first may carry a tag in front. */
export function joinMp3(parts: readonly Buffer[]): Buffer {
  return Buffer.concat(parts.map((part, index) => (index === 0 ? part : part.subarray(tagLength(part)))));
}

/** Bytes of an ID3v2 tag; its size is written in 7-bit groups. */
function tagLength(part: Buffer): number {
  if (part.length < 10 || part.toString('latin1', 0, 3) !== 'ID3') return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => (sum << 7) | ((part[at] as number) & 0x7f), 0);
  return Math.min(part.length, 10 + size);
}

const NAMES: readonly (readonly [RegExp, VoiceErrorName])[] = [
  [/^UnsupportedOperation\.TextTooLong$/, 'TextTooLong'],
  [/^(LimitExceeded|RequestLimitExceeded)(\.|$)/, 'Busy'],
  [/^(InternalError|ServiceUnavailable)(\.|$)/, 'VoiceDown'],
];

function voiceError(code: string | null, requestId: string): VoiceError {
  const name = code === null ? 'VoiceDown' : NAMES.find(([pattern]) => pattern.test(code))?.[1];
  return new VoiceError(name ?? 'Misconfigured', `${code ?? 'no answer'} ${requestId}`.trim());
}
