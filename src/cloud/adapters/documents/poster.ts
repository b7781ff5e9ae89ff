/** The sheet for a notice board: one A4 page with the code to scan, how it goes in three pictures, and whom to ask. */
import PDFDocument from 'pdfkit';
import { type Lettering, lettering, lineHeight } from './fonts';
import { answer, BLUE, DEEP, INK, mark, PALE, type Picture, SOFT, SUN, scan, see } from './poster-pictures';
import { drawQr } from './qr';

export interface PosterContent {
  /** 酉阳 · 板溪镇便民服务站 */
  readonly place: string;
  /** who issued the documents that are looked up */
  readonly owner: string;
  /** the office that does it here, with its own number when it has given one */
  readonly office: {
    readonly name: string;
    readonly phone: string | null;
    readonly hours?: string | undefined;
  };
  readonly hotline: { readonly number: string; readonly name: string };
  /** WeChat's own picture, or the address for any camera */
  readonly code:
    | { readonly kind: 'wechat'; readonly image: Buffer }
    | { readonly kind: 'web'; readonly address: string };
  /** an invented place: it is said on the sheet */
  readonly sample: boolean;
}

/** A4 upright, in points. */
const WIDTH = 595.28;
const HEIGHT = 841.89;
const EDGE = 30;
const INNER = WIDTH - 2 * EDGE;
const MIDDLE = WIDTH / 2;
/** Heights of the blue head and of the code's frame. */
const HEAD = 184;
const FRAME = 270;

const STEPS: readonly { picture: Picture; title: string; line: string }[] = [
  { picture: scan, title: '扫一扫', line: '用手机扫上面的码' },
  { picture: answer, title: '答几道题', line: '点一点就行，不用打字' },
  { picture: see, title: '看结果，问得到', line: '能享受什么、找谁办' },
];

/** @throws Error when the fonts or the picture cannot be read */
export async function posterPdf(content: PosterContent): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: 'zh-CN',
    info: { Title: `就业帮扶码 ${content.place}`, Author: content.owner, Subject: '扫码看看能享受什么' },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  const letters = lettering(doc);

  head(doc, letters);
  code(doc, letters, content);
  steps(doc, letters);
  foot(letters, content);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

function head(doc: PDFKit.PDFDocument, letters: Lettering): void {
  doc.save().roundedRect(EDGE, EDGE, INNER, HEAD, 18).clip();
  doc.rect(EDGE, EDGE, INNER, HEAD).fill('#08467F');
  doc.circle(WIDTH - 118, EDGE + 128, 44).fill(SUN);
  hills(doc, EDGE + 126, 20, DEEP);
  hills(doc, EDGE + 155, 13, BLUE);
  doc.restore();

  doc
    .save()
    .translate(EDGE + 24, EDGE + 20)
    .scale(1.25);
  mark(doc);
  doc.restore();
  letters.line('就业帮扶码', EDGE + 62, EDGE + 20, { size: 22, weight: 700, color: '#fff' });
  letters.line('扫一扫，看看', EDGE + 24, EDGE + 50, { size: 37, weight: 700, color: '#fff' });
  letters.line('我能享受什么', EDGE + 24, EDGE + 95, { size: 37, weight: 700, color: '#fff' });
  letters.line('补贴 · 培训 · 岗位 · 创业 · 讨薪 · 孩子读书', EDGE + 24, EDGE + 154, {
    size: 13.5,
    color: '#fff',
  });
}

/** A row of hills across the sheet, from `y` down. */
function hills(doc: PDFKit.PDFDocument, y: number, rise: number, color: string): void {
  const third = INNER / 3;
  doc
    .moveTo(EDGE, y + rise / 2)
    .bezierCurveTo(EDGE + third * 0.4, y - rise, EDGE + third * 0.7, y - rise, EDGE + third, y)
    .bezierCurveTo(EDGE + third * 1.4, y + rise, EDGE + third * 1.7, y + rise, EDGE + third * 2, y)
    .bezierCurveTo(EDGE + third * 2.3, y - rise, EDGE + third * 2.7, y - rise, EDGE + INNER, y)
    .lineTo(EDGE + INNER, HEIGHT)
    .lineTo(EDGE, HEIGHT)
    .fill(color);
}

function code(doc: PDFKit.PDFDocument, letters: Lettering, { code: given, place }: PosterContent): void {
  const top = EDGE + HEAD + 14;
  const left = MIDDLE - FRAME / 2;
  if (given.kind === 'wechat') doc.image(given.image, left + 10, top + 10, { fit: [FRAME - 20, FRAME - 20] });
  // its quiet zone is the frame's inner edge
  else drawQr(doc, given.address, left + 3, top + 3, FRAME - 6);
  doc.lineWidth(4).roundedRect(left, top, FRAME, FRAME, 14).stroke(BLUE);

  const under = top + FRAME + 5;
  const how = given.kind === 'wechat' ? '打开微信，点“扫一扫”' : '打开微信或手机相机扫一扫';
  letters.line(how, MIDDLE, under, { size: 20, weight: 700, color: INK }, 'center');
  fitted(letters, place, under + 29, INNER - 40, { size: 15, color: SOFT });
  if (given.kind === 'web')
    fitted(letters, `扫不了，就在浏览器里打开 ${given.address}`, under + 51, INNER, {
      size: 10.5,
      color: SOFT,
    });
}

function steps(doc: PDFKit.PDFDocument, letters: Lettering): void {
  const top = 578;
  const gap = 12;
  const width = (INNER - 2 * gap) / 3;
  STEPS.forEach(({ picture, title, line }, index) => {
    const left = EDGE + index * (width + gap);
    doc.roundedRect(left, top, width, 152, 12).fill(PALE);
    doc
      .save()
      .translate(left + width / 2 - 43, top + 10)
      .scale(0.88);
    picture(doc);
    doc.restore();
    doc.circle(left + 20, top + 20, 12).fill(BLUE);
    letters.line(
      String(index + 1),
      left + 20,
      top + 9.6,
      { size: 14.5, weight: 700, color: '#fff' },
      'center',
    );
    letters.line(title, left + width / 2, top + 98, { size: 18, weight: 700, color: INK }, 'center');
    letters.line(line, left + width / 2, top + 125, { size: 12.5, color: SOFT }, 'center');
  });
}

function foot(letters: Lettering, content: PosterContent): void {
  const { hotline, office, owner, sample } = content;
  const top = 742;
  letters.line('不明白就打', EDGE, top, { size: 13, color: SOFT });
  letters.line(hotline.number, EDGE, top + 15, { size: 36, weight: 700, color: BLUE });
  const after = EDGE + letters.width(hotline.number, { size: 36, weight: 700 }) + 10;
  letters.line(hotline.name, after, top + 37, { size: 13, color: INK });

  const right = WIDTH - EDGE;
  const called = office.phone ? `${office.name} ${office.phone}` : office.name;
  const lines = [
    `这里办：${office.hours ? `${called}（${office.hours}）` : called}`,
    `政策来自：${owner}`,
    '不收钱，不用登录就能看。要您转账、要验证码的，都是骗子。',
  ];
  const room = right - after - letters.width(hotline.name, { size: 13 }) - 16;
  const { rows, size } = block(letters, lines, room, HEIGHT - EDGE - top);
  rows.forEach((row, index) => {
    letters.line(row, right - room, top + 6 + index * lineHeight(size), { size, color: INK });
  });
  if (sample)
    letters.line('样例：演示用，请勿张贴', right - 12, EDGE + 14, { size: 11, color: '#fff' }, 'right');
}

/** Lines of a block as large as the place allows; smaller than 7 points nobody reads. */
function block(
  letters: Lettering,
  lines: readonly string[],
  width: number,
  height: number,
): { rows: string[]; size: number } {
  for (let size = 11.5; ; size -= 0.5) {
    const rows = lines.flatMap((line) => letters.wrapped(line, width, { size }));
    if (size <= 7 || rows.length * lineHeight(size) <= height) return { rows, size };
  }
}

/** One line in the middle, as large as asked or as fits. */
function fitted(
  letters: Lettering,
  text: string,
  y: number,
  room: number,
  style: { size: number; color: string },
): void {
  const shrink = Math.min(1, room / letters.width(text, style));
  letters.line(text, MIDDLE, y, { ...style, size: style.size * shrink }, 'center');
}
