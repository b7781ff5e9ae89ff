/**
 * Photos made smaller before they leave the phone: redrawn upright, and with that without the place and the time a
 * camera writes into them. What a phone cannot redraw goes as it is; the server takes those out too.
 */
import Taro from '@tarojs/taro';
import { asked, type Source } from './file-bytes';

const LONG_SIDE = 1600;
const THUMB_SIDE = 240;
/** as base64: 24 KiB of picture */
const THUMB_CHARS = 32 * 1024;

export interface Redrawn {
  readonly source: Source;
  readonly bytes: number;
  readonly thumb: string | null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** So that the long side is no longer than `side`. */
export function fitted({ width, height }: Size, side: number): Size {
  const share = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** @returns null when this phone cannot draw it */
export async function redraw(source: Source): Promise<Redrawn | null> {
  try {
    if (process.env.TARO_ENV === 'h5') return source.blob ? await redrawBlob(source.blob) : null;
    return source.path === undefined ? null : await redrawPath(source.path);
  } catch {
    return null;
  }
}

type Drawable = ImageBitmap | HTMLImageElement;

async function redrawBlob(blob: Blob): Promise<Redrawn | null> {
  const picture = await decoded(blob);
  if (!picture) return null;
  const canvas = drawn(picture, fitted(picture, LONG_SIDE));
  const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8));
  if (!smaller) return null;
  const small = drawn(canvas, fitted(canvas, THUMB_SIDE));
  const thumbs = [0.7, 0.4].map((quality) => small.toDataURL('image/jpeg', quality));
  const thumb = thumbs.find(({ length }) => length < THUMB_CHARS) ?? null;
  return { source: { blob: smaller }, bytes: smaller.size, thumb };
}

/** Upright as the camera was held. @returns null where this browser would turn it the wrong way */
async function decoded(blob: Blob): Promise<Drawable | null> {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch {
    // older browsers have no such choice; those of the years between turn an <img>
    return CSS.supports('image-orientation', 'from-image') ? imageOf(blob) : null;
  }
}

function imageOf(blob: Blob): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    const image = new Image();
    reader.onload = () => {
      image.src = String(reader.result);
    };
    image.onload = () => resolve(image);
    reader.onerror = reject;
    image.onerror = reject;
    reader.readAsDataURL(blob);
  });
}

function drawn(picture: Drawable | HTMLCanvasElement, { width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  // a transparent picture becomes white paper, not a black one
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

/** What WeChat says of how the camera was held: clockwise turns that set the picture upright. */
const TURNS: Readonly<Record<string, 0 | 1 | 3>> = { up: 0, right: 1, left: 3 };

async function redrawPath(path: string): Promise<Redrawn | null> {
  const {
    width,
    height,
    orientation = 'up',
  } = await asked<Taro.getImageInfo.SuccessCallbackResult>((callbacks) =>
    Taro.getImageInfo({ src: path, ...callbacks }),
  );
  const turns = TURNS[orientation];
  // upside down, mirrored or square: a phone may or may not have turned it, and that cannot be told
  if (turns === undefined || (turns !== 0 && width === height)) return null;
  const big = await drawPath(path, { width, height }, turns, LONG_SIDE, 0.8);
  // from the smaller one: a camera's picture takes more memory than a cheap phone likes to give twice
  const small = await drawPath(big, { width, height }, 0, THUMB_SIDE, 0.7);
  const files = Taro.getFileSystemManager();
  const { size } = await asked<{ size: number }>((callbacks) =>
    files.getFileInfo({ filePath: big, ...callbacks }),
  );
  const { data } = await asked<{ data: string | ArrayBuffer }>((callbacks) =>
    files.readFile({ filePath: small, encoding: 'base64', ...callbacks }),
  );
  const thumb =
    typeof data === 'string' && data.length < THUMB_CHARS ? `data:image/jpeg;base64,${data}` : null;
  return { source: { path: big }, bytes: size, thumb };
}

/** @returns the path of a JPEG */
async function drawPath(
  path: string,
  raw: Size,
  turns: 0 | 1 | 3,
  side: number,
  quality: number,
): Promise<string> {
  const canvas = Taro.createOffscreenCanvas({ type: '2d' });
  const image = canvas.createImage();
  await new Promise<void>((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = () => reject(new Error('no picture'));
    image.src = path;
  });
  // some phones turn a picture when they decode it
  const lies = turns !== 0 && image.width === raw.width && image.height === raw.height;
  const upright = lies ? { width: image.height, height: image.width } : image;
  const { width, height } = fitted(upright, side);
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  if (lies) {
    context.translate(width / 2, height / 2);
    context.rotate((turns * Math.PI) / 2);
    context.drawImage(image as unknown as CanvasImageSource, -height / 2, -width / 2, height, width);
  } else {
    context.drawImage(image as unknown as CanvasImageSource, 0, 0, width, height);
  }
  const { tempFilePath } = await asked<{ tempFilePath: string }>((callbacks) =>
    Taro.canvasToTempFilePath({
      canvas: canvas as unknown as Taro.Canvas,
      fileType: 'jpg',
      quality,
      destWidth: width,
      destHeight: height,
      ...callbacks,
    }),
  );
  return tempFilePath;
}
