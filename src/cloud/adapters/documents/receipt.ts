/** The receipt of a case: one A4 page to keep or to show, with a code that proves it. */
import PDFDocument from 'pdfkit';
import type { CaseView } from '@/contract/cases';
import { stateTitle } from '@/domain/cases';
import { lettering, lineHeight } from './fonts';
import { drawQr } from './qr';

export interface ReceiptContent {
  readonly view: CaseView;
  readonly county: string;
  /** read off the page by whoever has no camera */
  readonly proof: string;
  /** what the code says */
  readonly address: string;
}

const WIDTH = 595.28;
const HEIGHT = 841.89;
const EDGE = 48;
const INNER = WIDTH - 2 * EDGE;
const LABEL = 120;
const CODE = 132;
const INK = '#1A1F24';
const SOFT = '#4A5560';
const RECEIVED = '只说明收到了申请，不代表已经批准。';

/** @throws Error when the fonts cannot be read */
export async function receiptPdf({ view, county, proof, address }: ReceiptContent): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    // no font but ours: the package's own are not in the cloud function
    font: '',
    lang: 'zh-CN',
    info: { Title: `回执 ${view.number}`, Subject: view.title },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  const letters = lettering(doc);
  let y = EDGE;
  const head = { size: 24, weight: 700, color: INK } as const;
  letters.line('回执', EDGE, y, head);
  letters.line('就业帮扶码', WIDTH - EDGE, y + 6, { size: 12, color: SOFT }, 'right');
  y += lineHeight(24) + 8;
  doc
    .moveTo(EDGE, y)
    .lineTo(WIDTH - EDGE, y)
    .lineWidth(1.2)
    .stroke('#0B5CAD');
  y += 14;
  const row = (label: string, text: string) => {
    const style = { size: 12, color: INK } as const;
    const lines = letters.wrapped(text, INNER - LABEL, style);
    // a long list of answers ends where the code begins, and says so
    if (y + lines.length * lineHeight(12) > HEIGHT - EDGE - CODE - 60) return false;
    letters.line(label, EDGE, y, { size: 12, color: SOFT });
    for (const line of lines) {
      letters.line(line, EDGE + LABEL, y, style);
      y += lineHeight(12);
    }
    y += 5;
    return true;
  };
  for (const [label, text] of receiptFacts(view, county)) row(label, text);
  y += 8;
  const all = view.answers.every(({ label, text }) => row(label, text));
  if (!all) letters.line('其余内容见“我的办件”', EDGE, y, { size: 12, color: SOFT });
  foot(doc, letters, { proof, address, means: view.words?.receipt?.foot ?? RECEIVED });
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

/** What stands on it above the answers. */
export function receiptFacts(view: CaseView, county: string): [string, string][] {
  return [
    ['编号', view.number],
    ['事项', view.title],
    [view.words?.receipt?.where ?? '在哪里办', view.employer?.name ?? `${county} ${view.office.name}`],
    ['提交日期', view.filed_on],
    // whoever sees the paper alone must not take that day for the one from which the law counts
    ...(view.formal === false
      ? ([['性质', '预申请，不是正式提交：正式的日子从经办机构自己收下那天算']] as [string, string][])
      : []),
    ['现在', view.state_word ?? stateTitle(view.state)],
    ...(view.due?.on ? ([['应办日期', `${view.due.on}（${view.basis ?? ''}）`]] as [string, string][]) : []),
    // an employer answers as it likes
    ...(view.employer
      ? []
      : ([['依据', `${view.document.number}${view.document.items.join('')}`]] as [string, string][])),
    ...(view.papers.length > 0
      ? ([['材料', view.papers.map(({ title }) => title).join('、')]] as [string, string][])
      : []),
  ];
}

function foot(
  doc: PDFKit.PDFDocument,
  letters: ReturnType<typeof lettering>,
  { proof, address, means }: Pick<ReceiptContent, 'proof' | 'address'> & { readonly means: string },
): void {
  const top = HEIGHT - EDGE - CODE;
  drawQr(doc, address, EDGE, top, CODE);
  const left = EDGE + CODE + 16;
  letters.line('扫码核对这张回执是真的', left, top + 18, { size: 13, weight: 700, color: INK });
  letters.line(`核对码 ${proof}`, left, top + 44, { size: 12, color: INK });
  letters.line(means, left, top + 68, { size: 12, color: SOFT });
}
