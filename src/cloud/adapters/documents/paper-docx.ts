/** A paper as a Word file: real headings and tables, so that it can be changed before it is handed in. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  convertMillimetersToTwip as mm,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Paper, PaperBlock } from '@/domain/wages/paper';
import { signaturePicture } from './signature';

/** Fonts every Chinese Word has; sizes in half points. */
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' };
const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial' };
const BODY = 24;
/** A4, in twips. */
const PAGE = { width: 11906, height: 16838, side: mm(25), top: mm(24) };
const INNER = PAGE.width - 2 * PAGE.side;
/** Points; the picture is drawn inside. */
const SIGNATURE = { width: 200, height: 80 };

/** What no XML may hold: Word would call the whole file broken. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '  ')
    .replace(/[\p{Cs}\p{Cc}\ufffe\uffff]/gu, (one) => (one === '\n' ? one : '\ufffd'));

/** A text with its line breaks. */
const runs = (text: string, options: IRunOptions = {}): TextRun[] =>
  clean(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...options, text: line, ...(index > 0 && { break: 1 }) }));

export async function paperDocx(paper: Paper): Promise<Buffer> {
  const document = new Document({
    title: clean(paper.name),
    creator: '就业帮扶码',
    styles: {
      default: {
        document: {
          run: { font: SONG, size: BODY, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: 400 } },
        },
        title: {
          run: { font: HEI, size: 40, bold: true, color: '000000' },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 300 } },
        },
        heading1: {
          run: { font: HEI, size: 28, bold: true, color: '000000' },
          paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.top, bottom: PAGE.top, left: PAGE.side, right: PAGE.side },
          },
        },
        footers: { default: footer(paper.foot) },
        children: paper.blocks.flatMap(blockOf),
      },
    ],
  });
  return Packer.toBuffer(document);
}

const footer = (foot: string) =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: INNER }],
        children: [
          new TextRun({ text: clean(foot), size: 18 }),
          new TextRun({
            size: 18,
            children: ['\t第', PageNumber.CURRENT, '页 共', PageNumber.TOTAL_PAGES, '页'],
          }),
        ],
      }),
    ],
  });

function blockOf(block: PaperBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: runs(block.text) })];
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(block.text) })];
    case 'text':
      return clean(block.text)
        .split('\n')
        .map((line) => new Paragraph({ indent: { firstLine: 480 }, children: runs(line) }));
    case 'field':
      return [new Paragraph({ children: [...runs(`${block.label}：`), ...runs(block.text)] })];
    case 'list':
      return block.items.map(
        (item, index) =>
          new Paragraph({
            indent: { left: 480, hanging: 480 },
            children: runs(`${index + 1}. ${item}`),
          }),
      );
    case 'table':
      return [tableOf(block), new Paragraph({ children: [] })];
    case 'signature':
      return signatureOf(block);
    case 'warning':
      return [warningOf(block.text)];
    case 'break':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function tableOf({ head, rows, widths }: PaperBlock & { kind: 'table' }): Table {
  const asked = head.map((_, index) => widths?.[index] ?? 1);
  const sum = asked.reduce((total, one) => total + one, 0);
  const columnWidths = asked.map((one) => Math.round((one / sum) * INNER));
  const cell = (text: string, index: number, bold: boolean) =>
    new TableCell({
      width: { size: columnWidths[index] as number, type: WidthType.DXA },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      ...(bold && { shading: { fill: 'ECEFF2' } }),
      children: [new Paragraph({ spacing: { line: 300 }, children: runs(text, { size: 21, bold }) })],
    });
  const row = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, index) => cell(text, index, isHead)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: INNER, type: WidthType.DXA },
    columnWidths,
    rows: [row(head, true), ...rows.map((texts) => row(texts, false))],
  });
}

function signatureOf({ label, png, date }: PaperBlock & { kind: 'signature' }): Paragraph[] {
  const picture = png === null ? null : signaturePicture(png);
  const scale = picture && Math.min(SIGNATURE.width / picture.width, SIGNATURE.height / picture.height);
  const sign =
    picture && scale
      ? new ImageRun({
          type: picture.type,
          data: picture.bytes,
          transformation: {
            width: Math.max(1, Math.round(picture.width * scale)),
            height: Math.max(1, Math.round(picture.height * scale)),
          },
          altText: { name: '签名', title: '签名', description: clean(label) },
        })
      : new TextRun({ text: '＿＿＿＿＿＿＿＿＿＿' });
  const paragraph = (children: (TextRun | ImageRun)[]) =>
    new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { before: 200 }, keepNext: true, children });
  return [
    paragraph([...runs(`${label}：`), sign]),
    new Paragraph({ alignment: AlignmentType.RIGHT, children: runs(date) }),
  ];
}

const EDGE = { style: BorderStyle.SINGLE, size: 6, space: 6, color: '4A5560' };

const warningOf = (text: string) =>
  new Paragraph({
    border: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE },
    spacing: { before: 160, after: 160 },
    children: runs(text, { size: 21 }),
  });
