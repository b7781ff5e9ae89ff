/** A note said instead of written: recorded on this phone, at most a minute, and kept there. */
import Taro from '@tarojs/taro';
import type { Picked } from './pick';

const h5 = process.env.TARO_ENV === 'h5';
export const MAX_SECONDS = 60;

export interface Recording {
  stop(): void;
  /** null: nothing was said */
  readonly done: Promise<Picked | null>;
}

/** `refused`: the person or the phone does not allow it · `absent`: this phone cannot · `broken`: it failed on the way */
export class VoiceError extends Error {
  constructor(readonly why: 'refused' | 'absent' | 'broken') {
    super(why);
  }
}

export const canRecord = (): boolean =>
  h5
    ? typeof MediaRecorder === 'function' && typeof navigator.mediaDevices?.getUserMedia === 'function'
    : typeof Taro.getRecorderManager === 'function';

/** Begins at once; call it straight from the tap. @throws VoiceError */
export function record(name: string): Promise<Recording> {
  if (!canRecord()) return Promise.reject(new VoiceError('absent'));
  return h5 ? recordInBrowser(name) : recordOnWechat(name);
}

/** What browsers can write and the server takes, best first. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'] as const;

async function recordInBrowser(name: string): Promise<Recording> {
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  if (!mimeType) throw new VoiceError('absent');
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((reason: unknown) => {
    const missing = reason instanceof DOMException && reason.name === 'NotFoundError';
    throw new VoiceError(missing ? 'absent' : 'refused');
  });
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 32_000 });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const [type = '', end] = mimeType.startsWith('audio/mp4')
    ? ['audio/mp4', 'm4a']
    : [mimeType.split(';')[0], mimeType.includes('ogg') ? 'ogg' : 'webm'];
  const done = new Promise<Picked | null>((resolve, reject) => {
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      const blob = new Blob(parts, { type });
      resolve(blob.size > 0 ? { blob, name: `${name}.${end}`, type, bytes: blob.size } : null);
    };
    recorder.onerror = () => reject(new VoiceError('broken'));
  });
  recorder.start();
  const timer = setTimeout(() => stop(), MAX_SECONDS * 1000);
  const stop = () => {
    clearTimeout(timer);
    if (recorder.state !== 'inactive') recorder.stop();
  };
  return { stop, done };
}

function recordOnWechat(name: string): Promise<Recording> {
  const recorder = Taro.getRecorderManager();
  return new Promise((resolve, reject) => {
    let settle: { ok: (picked: Picked | null) => void; fail: (error: VoiceError) => void } | null = null;
    const done = new Promise<Picked | null>((ok, fail) => {
      settle = { ok, fail };
    });
    recorder.onStart(() => resolve({ stop: () => recorder.stop(), done }));
    recorder.onStop((result) => {
      const { tempFilePath: path, fileSize: bytes } = result as { tempFilePath: string; fileSize: number };
      settle?.ok(bytes > 0 ? { path, name: `${name}.mp3`, type: 'audio/mpeg', bytes } : null);
    });
    recorder.onError(({ errMsg }) => {
      const error = new VoiceError(
        /auth|deny|denied|permission|privacy/i.test(errMsg) ? 'refused' : 'broken',
      );
      reject(error);
      settle?.fail(error);
    });
    // heard by whoever waits for it; else nobody minds
    done.catch(() => undefined);
    recorder.start({
      ...{ duration: MAX_SECONDS * 1000, format: 'mp3', sampleRate: 16_000, numberOfChannels: 1 },
      encodeBitRate: 48_000,
    });
  });
}
