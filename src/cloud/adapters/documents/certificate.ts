/** The certificate of a training: one A4 page, with a code that proves it. What it is not stands on it too. */
import PDFDocument from 'pdfkit';
import { lettering, lineHeight } from './fonts';
import { drawQr } from './qr';

export interface CertificateContent {
  readonly name: string;
  readonly title: string;
  readonly provider: string;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** days with a mark */
  readonly days: number;
  readonly number: string;
  readonly certifiedOn: string;
  /** read off the page by whoever has no camera */
  readonly proof: string;
  /** what the code says */
  readonly address: string;
}

const WIDTH = 595.28;
const HEIGHT = 841.89;
const EDGE = 56;
const CODE = 132;
const INK = '#1A1F24';
const SOFT = '#4A5560';

/** @throws Error when the fonts cannot be read */
export async function certificatePdf(content: CertificateContent): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    // no font but ours: the package's own are not in the cloud function
    font: '',
    lang: 'zh-CN',
    info: { Title: `培训结业凭证 ${content.number}`, Subject: content.title },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  const letters = lettering(doc);
  doc
    .rect(EDGE / 2, EDGE / 2, WIDTH - EDGE, HEIGHT - EDGE)
    .lineWidth(1.2)
    .stroke('#0B5CAD');
  letters.line('培训结业凭证', EDGE, 96, { size: 30, weight: 700, color: INK });
  letters.line(`编号 ${content.number}`, EDGE, 96 + lineHeight(30) + 4, { size: 12, color: SOFT });
  let y = 190;
  const paragraph = (text: string, size: number) => {
    for (const line of letters.wrapped(text, WIDTH - 2 * EDGE, { size, color: INK })) {
      letters.line(line, EDGE, y, { size, color: INK });
      y += lineHeight(size);
    }
    y += 12;
  };
  paragraph(`${content.name}：`, 20);
  paragraph(
    `${content.startsOn}到${content.endsOn}参加了“${content.title}”，签到${content.days}天，已经学完，准予结业。`,
    16,
  );
  paragraph(`培训机构：${content.provider}`, 14);
  paragraph(`培训地点：${content.place}`, 14);
  paragraph(`发证日期：${content.certifiedOn}`, 14);
  const top = HEIGHT - EDGE - CODE - 8;
  drawQr(doc, content.address, EDGE, top, CODE);
  const left = EDGE + CODE + 16;
  letters.line('扫码核对这张凭证是真的', left, top + 18, { size: 13, weight: 700, color: INK });
  letters.line(`核对码 ${content.proof}`, left, top + 44, { size: 12, color: INK });
  letters.line('由培训机构出具，证明参加了培训。', left, top + 68, { size: 12, color: SOFT });
  letters.line('不是职业资格证书，也不是技能等级证书。', left, top + 88, { size: 12, color: SOFT });
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
