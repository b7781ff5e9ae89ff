/** Reads a QR code off the screen with another make's decoder. */
import jsQR from 'jsqr';
import type { Visit } from './visit';

/** several dots a module, as a camera sees it */
const WIDTH = 640;

/** @param name what the picture is called for those who do not see it */
export async function readQr(visit: Visit, name: string): Promise<string> {
  const picture = visit.page.getByRole('img', { name }).filter({ visible: true }).first();
  await picture.waitFor();
  const dots = await picture.evaluate(async (image: HTMLImageElement, width) => {
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width, height: width });
    const paper = canvas.getContext('2d');
    paper?.drawImage(image, 0, 0, width, width);
    const seen = paper?.getImageData(0, 0, width, width).data ?? [];
    let text = '';
    for (let at = 0; at < seen.length; at += 4) text += (seen[at] ?? 0) < 128 ? 'x' : ' ';
    return text;
  }, WIDTH);
  const pixels = new Uint8ClampedArray(dots.length * 4).fill(255);
  for (let at = 0; at < dots.length; at++) if (dots[at] === 'x') pixels.fill(0, at * 4, at * 4 + 3);
  const found = jsQR(pixels, WIDTH, WIDTH);
  if (!found) throw new Error(`no QR code in ${name}`);
  return found.data;
}
