/** Reading aloud by the server, for phones that cannot by themselves: the sound is fetched and played here. */
import Taro from '@tarojs/taro';
import { CallError, call } from './call';
import { onPersonChange } from './session';
import { kept } from './storage';

interface Player {
  play(sound: Sound): Promise<void>;
  stop(): void;
}
interface Sound {
  readonly type: string;
  readonly base64: string;
}

const isTrue = (value: unknown): value is true => value === true;
// that the words go to the server is said once, before the first time
const keptYes = kept('speech', 1, isTrue);
export const mayBeSent = (): boolean => keptYes.read() === true;
export const allowSending = (): void => void keptYes.write(true);

let voice: Promise<boolean> | null = null;

/** Whether the server can read aloud; asked once, and again after an error. @throws CallError */
export async function serverCanSpeak(): Promise<boolean> {
  voice ??= call('speech.available', {}).then(({ available }) => available);
  try {
    return await voice;
  } catch (thrown) {
    voice = null;
    throw thrown;
  }
}

const MAX = 600;

/** Parts that a server reads quickly, cut where a sentence ends. */
export function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  for (const sentence of text.match(/[^。！？；\n]+[。！？；\n]*/g) ?? []) {
    for (let at = 0; at < sentence.length; at += MAX) {
      const piece = sentence.slice(at, at + MAX);
      const last = parts[parts.length - 1];
      if (last !== undefined && last.length + piece.length <= MAX) parts[parts.length - 1] = last + piece;
      else parts.push(piece);
    }
  }
  return parts.map((part) => part.trim()).filter((part) => /[0-9A-Za-z\u3400-\u9fff]/.test(part));
}

/** Only one thing is read at a time. */
let current: { stop: () => void } | null = null;
export function stopSpeaking(): void {
  current?.stop();
  current = null;
}
onPersonChange(stopSpeaking);

/**
 * Reads a text to its end, or until `stopSpeaking`.
 * @throws CallError when there is no voice, no network, or the sound cannot be played
 */
export async function speakByServer(text: string): Promise<void> {
  stopSpeaking();
  const player = newPlayer();
  let stopped = false;
  const mine = {
    stop: () => {
      stopped = true;
      player.stop();
    },
  };
  current = mine;
  try {
    if (!(await serverCanSpeak())) throw new CallError('NoVoice');
    const parts = partsOf(text);
    let next = fetchSound(parts[0]);
    for (let at = 0; at < parts.length && !stopped; at++) {
      const sound = await next;
      // the next part comes while this one is heard
      next = fetchSound(stopped ? undefined : parts[at + 1]);
      next.catch(() => undefined);
      if (sound && !stopped) await player.play(sound);
    }
  } finally {
    player.stop();
    if (current === mine) current = null;
  }
}

const fetchSound = async (text: string | undefined): Promise<Sound | null> =>
  text === undefined ? null : call('speech.say', { text });

const newPlayer = (): Player => (process.env.TARO_ENV === 'h5' ? browserPlayer() : wechatPlayer());

// a browser lets a sound begin only from a press: this one begins there, silent, and the voice follows in it
const SILENCE = 'data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=';

function browserPlayer(): Player {
  const audio = new Audio(SILENCE);
  audio.play().catch(() => undefined);
  return {
    play: ({ type, base64 }) =>
      new Promise((resolve, reject) => {
        // whatever was still to be said of the sound before is dropped with it
        audio.src = `data:${type};base64,${base64}`;
        audio.onended = audio.onpause = () => resolve();
        audio.onerror = () => reject(new CallError('NoVoice'));
        audio.play().catch(() => reject(new CallError('NoVoice')));
      }),
    stop: () => {
      audio.pause();
      audio.removeAttribute('src');
    },
  };
}

function wechatPlayer(): Player {
  const audio = Taro.createInnerAudioContext();
  const files = Taro.getFileSystemManager();
  let file: string | null = null;
  let finish: (() => void) | null = null;
  const forget = () => {
    if (file !== null) files.unlink({ filePath: file, fail: () => undefined });
    file = null;
  };
  return {
    play: ({ type, base64 }) =>
      new Promise((resolve, reject) => {
        forget();
        const filePath = `${Taro.env.USER_DATA_PATH}/read-${Date.now()}.${type === 'audio/wav' ? 'wav' : 'mp3'}`;
        const fail = () => reject(new CallError('NoVoice'));
        finish = resolve;
        audio.onEnded(() => resolve());
        audio.onError(fail);
        files.writeFile({
          filePath,
          data: base64,
          encoding: 'base64',
          success: () => {
            file = filePath;
            audio.src = filePath;
            audio.play();
          },
          fail,
        });
      }),
    stop: () => {
      audio.stop();
      finish?.();
      forget();
    },
  };
}
