/** The strokes of a signature, drawn, and as a small PNG: black on white. */
import Taro from '@tarojs/taro';

export type Stroke = { x: number; y: number }[];

interface Size {
  readonly width: number;
  readonly height: number;
}

const INK = '#101418';
/** Dots of the picture: sharp enough for four centimetres of paper, a few kilobytes. */
const WIDTH = 480;

export const dot = (touch: { x?: number; y?: number } | undefined): [number, number] => [
  touch?.x ?? 0,
  touch?.y ?? 0,
];

export function strokes(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  all: readonly Stroke[],
  ground: string | null = '#fff',
): void {
  context.clearRect(0, 0, width, height);
  if (ground !== null) {
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
  }
  context.strokeStyle = INK;
  context.fillStyle = INK;
  context.lineWidth = Math.max(2.4, width / 120);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of all) {
    const [first, ...rest] = stroke;
    if (!first) continue;
    context.beginPath();
    context.moveTo(first.x, first.y);
    // a dot is a stroke too
    if (rest.length === 0) context.lineTo(first.x + 0.1, first.y);
    for (const { x, y } of rest) context.lineTo(x, y);
    context.stroke();
  }
}

const heightFor = ({ width, height }: Size): number => Math.round((WIDTH * height) / width);

/** Base64 without a prefix. */
export function pngOfBrowser(all: readonly Stroke[], size: Size): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: WIDTH, height: heightFor(size) });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.scale(WIDTH / size.width, WIDTH / size.width);
  strokes(context, size, all);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

export async function pngOfWechat(canvas: Taro.Canvas, size: Size): Promise<string> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas,
    fileType: 'png',
    destWidth: WIDTH,
    destHeight: heightFor(size),
  });
  return Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64') as string;
}
