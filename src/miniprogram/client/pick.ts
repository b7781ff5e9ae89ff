/** Asks the person for files. */
import Taro from '@tarojs/taro';
import { asked, type Source } from './file-bytes';

export type PickKind = 'camera' | 'album' | 'pdf' | 'audio';

/** Chosen by the person, and still where the phone has it. */
export interface Picked extends Source {
  readonly name: string;
  /** what the phone takes it for; may be empty */
  readonly type: string;
  readonly bytes: number;
  /** drawn here, no photo: it goes as it is */
  readonly asIs?: true;
}

/**
 * Nothing when the person changed their mind. Call it straight from the tap: later the browser refuses.
 * @throws when the phone does not let the app at its camera or files
 */
export function pick(kind: PickKind, max: number): Promise<readonly Picked[]> {
  if (process.env.TARO_ENV === 'h5') return pickInBrowser(kind, max);
  return (kind === 'pdf' || kind === 'audio' ? pickFromChat(kind, max) : pickPhotos(kind, max)).catch(
    (reason: unknown) => {
      if (/cancel/.test(String((reason as { errMsg?: unknown } | null)?.errMsg))) return [];
      throw reason;
    },
  );
}

// an iPhone hands over JPEG where HEIC is not asked for
const ACCEPT: Readonly<Record<PickKind, string>> = {
  camera: 'image/*',
  album: 'image/jpeg,image/png',
  pdf: 'application/pdf,.pdf',
  audio: 'audio/*,.mp3,.m4a,.aac,.wav,.ogg,.opus',
};

function pickInBrowser(kind: PickKind, max: number): Promise<readonly Picked[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = ACCEPT[kind];
  input.multiple = kind !== 'camera' && max > 1;
  if (kind === 'camera') input.setAttribute('capture', 'environment');
  // Safari answers only for an input that is part of the page
  input.hidden = true;
  document.body.appendChild(input);
  return new Promise((resolve) => {
    const done = () => {
      input.remove();
      resolve(
        Array.from(input.files ?? [], (blob) => ({
          blob,
          name: blob.name,
          type: blob.type,
          bytes: blob.size,
        })),
      );
    };
    input.addEventListener('change', done);
    input.addEventListener('cancel', done);
    input.click();
  });
}

async function pickPhotos(kind: 'camera' | 'album', max: number): Promise<readonly Picked[]> {
  const { tempFiles } = await asked<Taro.chooseMedia.SuccessCallbackResult>((callbacks) =>
    // at most 20 at once, says WeChat
    Taro.chooseMedia({
      count: Math.min(max, 20),
      mediaType: ['image'],
      sourceType: [kind],
      sizeType: ['compressed'],
      ...callbacks,
    }),
  );
  return tempFiles.map(({ tempFilePath, size }, index) => ({
    path: tempFilePath,
    name: `照片${index + 1}.${/\.png$/i.test(tempFilePath) ? 'png' : 'jpg'}`,
    type: '',
    bytes: size,
  }));
}

const ENDS = { pdf: ['pdf'], audio: ['mp3', 'm4a', 'aac', 'wav', 'ogg'] };

async function pickFromChat(kind: 'pdf' | 'audio', max: number): Promise<readonly Picked[]> {
  const { tempFiles } = await asked<Taro.chooseMessageFile.SuccessCallbackResult>((callbacks) =>
    Taro.chooseMessageFile({ count: Math.min(max, 100), type: 'file', extension: ENDS[kind], ...callbacks }),
  );
  return tempFiles.map(({ path, name, size }) => ({
    path,
    name,
    type: kind === 'pdf' ? 'application/pdf' : '',
    bytes: size,
  }));
}
