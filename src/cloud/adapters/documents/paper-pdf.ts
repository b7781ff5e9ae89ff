/** A paper as a PDF: A4, page after page, with its foot and number on each. */
import PDFDocument from 'pdfkit';
import type { Paper, PaperBlock } from '@/domain/wages/paper';
import { type Lettering, lettering, lineHeight, type Style } from './fonts';
import { drawTable } from './paper-table';
import { signaturePicture } from './signature';

const WIDTH = 595.28;
const HEIGHT = 841.89;
const SIDE = 68;
const TOP = 60;
const BOTTOM = 72;
/** Far more than any paper here needs: beyond it somebody fills the server. */
const MAX_PAGES = 120;
const INK = '#1A1F24';
const SOFT = '#4A5560';
const BODY: Style = { size: 12, color: INK };
const LEADING = 1.18;

/** More pages than a paper can have. */
export class TooManyPages extends Error {
  override name = 'TooManyPages';
}

/** Where the next thing goes. */
export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly letters: Lettering;
  readonly left: number;
  readonly width: number;
  /** lowest point of the text */
  readonly end: number;
  y: number;
  /** begins a new page unless so much is left. @throws TooManyPages */
  room(height: number): boolean;
  newPage(): void;
}

/** @throws TooManyPages; Error when the fonts cannot be read */
export async function paperPdf(paper: Paper): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    // no font but ours: the package's own are not in the cloud function
    font: '',
    lang: 'zh-CN',
    bufferPages: true,
    info: { Title: paper.name },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  const sheet = sheetOf(doc);
  for (const block of paper.blocks) draw(sheet, block);
  feet(sheet, paper.foot);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

function sheetOf(doc: PDFKit.PDFDocument): Sheet {
  let pages = 1;
  const sheet: Sheet = {
    doc,
    letters: lettering(doc),
    left: SIDE,
    width: WIDTH - 2 * SIDE,
    end: HEIGHT - BOTTOM,
    y: TOP,
    room(height) {
      if (sheet.y + height <= sheet.end || sheet.y === TOP) return false;
      sheet.newPage();
      return true;
    },
    newPage() {
      pages += 1;
      if (pages > MAX_PAGES) throw new TooManyPages();
      doc.addPage();
      sheet.y = TOP;
    },
  };
  return sheet;
}

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\t/g, '  ');

/** Lines from `x` on, over as many pages as they take. @param indent of the first line */
function lines(sheet: Sheet, text: string, x: number, width: number, style: Style, indent = 0): void {
  const height = lineHeight(style.size) * LEADING;
  const all = plain(text)
    .split('\n')
    .flatMap((one) =>
      sheet.letters
        .wrapped(one, width, style, indent)
        .map((line, index) => ({ line, indented: index === 0 })),
    );
  for (const { line, indented } of all) {
    sheet.room(height);
    sheet.letters.line(line, x + (indented ? indent : 0), sheet.y, style);
    sheet.y += height;
  }
}

function draw(sheet: Sheet, block: PaperBlock): void {
  const { left, width, letters } = sheet;
  switch (block.kind) {
    case 'title': {
      const style: Style = { size: 20, weight: 700, color: INK };
      sheet.room(lineHeight(20) + 60);
      for (const line of letters.wrapped(plain(block.text), width, style)) {
        letters.line(line, left + width / 2, sheet.y, style, 'center');
        sheet.y += lineHeight(20);
      }
      sheet.y += 14;
      return;
    }
    case 'heading':
      sheet.y += 8;
      // a heading never stands alone at the end of a page
      sheet.room(lineHeight(14) + 50);
      lines(sheet, block.text, left, width, { size: 14, weight: 700, color: INK });
      sheet.y += 3;
      return;
    case 'text':
      lines(sheet, block.text, left, width, BODY, 2 * BODY.size);
      sheet.y += 4;
      return;
    case 'field': {
      const label = `${block.label}：`;
      const taken = Math.min(letters.width(label, BODY), width / 2);
      sheet.room(lineHeight(BODY.size) * LEADING);
      letters.line(label, left, sheet.y, { ...BODY, color: SOFT });
      lines(sheet, block.text === '' ? ' ' : block.text, left + taken, width - taken, BODY);
      sheet.y += 2;
      return;
    }
    case 'list':
      block.items.forEach((item, index) => {
        const number = `${index + 1}. `;
        sheet.room(lineHeight(BODY.size) * LEADING);
        letters.line(number, left, sheet.y, BODY);
        lines(sheet, item === '' ? ' ' : item, left + 26, width - 26, BODY);
        sheet.y += 3;
      });
      return;
    case 'table':
      drawTable(sheet, { ...block, rows: block.rows.map((row) => row.map(plain)) });
      return;
    case 'signature':
      drawSignature(sheet, block);
      return;
    case 'warning':
      drawWarning(sheet, plain(block.text));
      return;
    case 'break':
      sheet.newPage();
  }
}

const PICTURE = { width: 150, height: 60 };

function drawSignature(sheet: Sheet, { label, png, date }: PaperBlock & { kind: 'signature' }): void {
  const { doc, letters, left, width } = sheet;
  const height = PICTURE.height + 2 * lineHeight(12) + 16;
  sheet.y += 12;
  sheet.room(height);
  const x = left + width - 270;
  const middle = sheet.y + PICTURE.height / 2 - lineHeight(12) / 2;
  const said = `${label}：`;
  letters.line(said, x, middle, BODY);
  const from = x + letters.width(said, BODY) + 4;
  const picture = png === null ? null : signaturePicture(png);
  if (picture) doc.image(picture.bytes, from, sheet.y, { fit: [PICTURE.width, PICTURE.height] });
  else
    doc
      .moveTo(from, middle + lineHeight(12))
      .lineTo(left + width, middle + lineHeight(12))
      .lineWidth(0.6)
      .stroke(INK);
  sheet.y += PICTURE.height + 8;
  letters.line(date, left + width, sheet.y, BODY, 'right');
  sheet.y += lineHeight(12) + 8;
}

function drawWarning(sheet: Sheet, text: string): void {
  const { doc, letters, left, width } = sheet;
  const style: Style = { size: 10.5, color: INK };
  const all = letters.wrapped(text, width - 20, style);
  const height = all.length * lineHeight(style.size) + 14;
  sheet.y += 6;
  sheet.room(height);
  doc.rect(left, sheet.y, width, height).lineWidth(0.8).stroke(SOFT);
  all.forEach((line, index) => {
    letters.line(line, left + 10, sheet.y + 7 + index * lineHeight(style.size), style);
  });
  sheet.y += height + 8;
}

function feet({ doc, letters, left, width }: Sheet, foot: string): void {
  const { count } = doc.bufferedPageRange();
  const style: Style = { size: 9, color: SOFT };
  const [said = ''] = letters.wrapped(foot.replace(/\s+/g, ' '), width - 100, style);
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    const y = HEIGHT - BOTTOM + 24;
    doc
      .moveTo(left, y - 6)
      .lineTo(left + width, y - 6)
      .lineWidth(0.4)
      .stroke(SOFT);
    letters.line(said, left, y, style);
    letters.line(`第${page + 1}页 共${count}页`, left + width, y, style, 'right');
  }
}
