/** The agreed wage: one A4 page that says who, where, which day, which work, how much, when paid, who came, and proves it. */
import PDFDocument from 'pdfkit';
import {
  type AgreedTerms,
  type Attendance,
  agreedOnly,
  attendanceWords,
  hasCome,
  mayHaveWorked,
  partyWords,
  payWords,
  recordName,
} from '@/domain/hands';
import { momentInChina } from '@/domain/wages/diary-words';
import { lettering, lineHeight } from './fonts';
import { drawQr } from './qr';

export interface WageRecordContent {
  readonly terms: AgreedTerms;
  readonly number: string;
  readonly hash: string;
  /** when each said "just so": ISO moments of the server */
  readonly organiserAt: string;
  readonly workerAt: string;
  readonly attendance: Attendance;
  /** who came may be written down later */
  readonly printedAt: string;
  /** read off the page by whoever has no camera */
  readonly proof: string;
  /** what the code says */
  readonly address: string;
}

const WIDTH = 595.28;
const HEIGHT = 841.89;
const EDGE = 56;
const CODE = 120;
const LABEL = 108;
const INK = '#1A1F24';
const SOFT = '#4A5560';

/** @throws Error when the fonts cannot be read */
export async function wageRecordPdf(content: WageRecordContent): Promise<Buffer> {
  const { terms, number, hash, proof, address, attendance } = content;
  const name = recordName(attendance);
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    // no font but ours: the package's own are not in the cloud function
    font: '',
    lang: 'zh-CN',
    info: { Title: `${name} ${number}`, Subject: terms.work },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  const letters = lettering(doc);
  letters.line(name, EDGE, 64, { size: 28, weight: 700, color: INK });
  letters.line(`编号 ${number}`, EDGE, 64 + lineHeight(28) + 2, { size: 12, color: SOFT });
  let y = 138;
  const row = (label: string, text: string) => {
    letters.line(label, EDGE, y + 2, { size: 12, color: SOFT });
    for (const line of letters.wrapped(text, WIDTH - 2 * EDGE - LABEL, { size: 14, color: INK })) {
      letters.line(line, EDGE + LABEL, y, { size: 14, color: INK });
      y += lineHeight(14);
    }
    y += 8;
    doc
      .moveTo(EDGE, y)
      .lineTo(WIDTH - EDGE, y)
      .lineWidth(0.5)
      .stroke('#C9D1D9');
    y += 8;
  };
  row('谁请人干活', partyWords(terms, 'organiser'));
  row('谁来干活', partyWords(terms, 'worker'));
  row('在哪里', terms.place);
  row('哪一天', `${terms.day}，${terms.from}到${terms.to <= terms.from ? '第二天' : ''}${terms.to}`);
  row('干什么活', terms.work);
  row('工钱', payWords(terms));
  row('什么时候给', terms.paid);
  row('请人的同意', momentInChina(content.organiserAt));
  row('干活的同意', momentInChina(content.workerAt));
  const until = hasCome(attendance) ? '' : `（到${momentInChina(content.printedAt)}为止）`;
  row('签到', `${attendanceWords(attendance)}${until}`);
  y += 4;
  const agreed = '工钱由两边各自在自己的手机上看过、点过“就是这样”，时间是服务器的时间。记下以后谁也改不了。';
  for (const line of letters.wrapped(
    [agreed, agreedOnly(attendance)].filter(Boolean).join(''),
    WIDTH - 2 * EDGE,
    { size: 12, color: SOFT },
  )) {
    letters.line(line, EDGE, y, { size: 12, color: SOFT });
    y += lineHeight(12);
  }
  const top = HEIGHT - EDGE - CODE - 8;
  // what was typed at length leaves no room below
  if (y > top - 8) doc.addPage();
  drawQr(doc, address, EDGE, top, CODE);
  const left = EDGE + CODE + 16;
  letters.line('扫码核对真假，看现在签到了没有', left, top + 6, { size: 13, weight: 700, color: INK });
  letters.line(`核对码 ${proof}`, left, top + 32, { size: 12, color: INK });
  letters.line('防改号码（SHA-256）：', left, top + 56, { size: 10, color: SOFT });
  letters.line(hash.slice(0, 32), left, top + 72, { size: 10, color: SOFT });
  letters.line(hash.slice(32), left, top + 86, { size: 10, color: SOFT });
  letters.line(
    `不是劳动合同。${mayHaveWorked(attendance) ? '没拿到工钱，可以拿它当证据。' : ''}`,
    left,
    top + 104,
    { size: 10, color: SOFT },
  );
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
