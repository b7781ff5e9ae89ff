/** The three pictures of a poster, drawn in a square of 100 units with its corner at the origin. */

type Doc = PDFKit.PDFDocument;
export type Picture = (doc: Doc) => void;

export const INK = '#1A1F24';
export const SOFT = '#4A5560';
export const BLUE = '#0B5CAD';
export const DEEP = '#0A5399';
export const PALE = '#E6F0FA';
export const SUN = '#F0B23C';
export const GREEN = '#0B6B3A';
const LINE = 3;

/** A phone, upright, with its screen white. */
function phone(doc: Doc, x: number, y: number, width: number, height: number): void {
  doc.lineWidth(LINE).roundedRect(x, y, width, height, 7).fillAndStroke('#fff', BLUE);
  doc
    .lineWidth(2)
    .lineCap('round')
    .moveTo(x + width / 2 - 5, y + 6)
    .lineTo(x + width / 2 + 5, y + 6)
    .stroke(BLUE);
}

/** The finder of a QR code, and a few modules: enough to be seen as one. */
function codeSign(doc: Doc, x: number, y: number, unit: number): void {
  for (const [left, top] of [
    [0, 0],
    [6, 0],
    [0, 6],
  ] as const) {
    doc.rect(x + left * unit, y + top * unit, 4 * unit, 4 * unit).fill(INK);
    doc.rect(x + (left + 1) * unit, y + (top + 1) * unit, 2 * unit, 2 * unit).fill('#fff');
    doc.rect(x + (left + 1.4) * unit, y + (top + 1.4) * unit, 1.2 * unit, 1.2 * unit).fill(INK);
  }
  for (const [left, top] of [
    [5, 5],
    [7, 6],
    [9, 5],
    [6, 8],
    [8, 9],
    [5, 9],
    [9, 8],
  ] as const)
    doc.rect(x + left * unit, y + top * unit, unit, unit).fill(INK);
}

function tick(doc: Doc, x: number, y: number, size: number): void {
  doc
    .lineWidth(size / 4)
    .lineCap('round')
    .lineJoin('round')
    .moveTo(x, y + size * 0.5)
    .lineTo(x + size * 0.36, y + size * 0.86)
    .lineTo(x + size, y + size * 0.1)
    .stroke(GREEN);
}

const bar = (doc: Doc, x: number, y: number, width: number, color: string) =>
  doc.roundedRect(x, y, width, 4, 2).fill(color);

/** A phone held before the code on the wall. */
export const scan: Picture = (doc) => {
  doc.lineWidth(2).roundedRect(2, 12, 46, 46, 4).fillAndStroke('#fff', SOFT);
  codeSign(doc, 10, 20, 3);
  phone(doc, 50, 22, 42, 72);
  codeSign(doc, 59, 42, 2.4);
  const [left, top, right, bottom] = [55, 38, 87, 70];
  doc.lineWidth(2.4).lineCap('round').lineJoin('round');
  for (const [x, y, dx, dy] of [
    [left, top, 1, 1],
    [right, top, -1, 1],
    [left, bottom, 1, -1],
    [right, bottom, -1, -1],
  ] as const)
    doc
      .moveTo(x + dx * 7, y)
      .lineTo(x, y)
      .lineTo(x, y + dy * 7)
      .stroke(SUN);
  doc.moveTo(58, 54).lineTo(84, 54).stroke(SUN);
};

/** A question with its answers, and the finger on one of them. */
export const answer: Picture = (doc) => {
  phone(doc, 24, 6, 52, 88);
  bar(doc, 33, 22, 34, INK);
  bar(doc, 33, 30, 24, INK);
  doc.lineWidth(2).roundedRect(31, 42, 38, 13, 4).fillAndStroke(PALE, BLUE);
  doc.circle(38, 48.5, 3).fill(BLUE);
  bar(doc, 45, 46.5, 18, DEEP);
  for (const y of [59, 76]) {
    doc.lineWidth(1.6).roundedRect(31, y, 38, 13, 4).fillAndStroke('#fff', '#76828E');
    doc.circle(38, y + 6.5, 3).stroke('#76828E');
    bar(doc, 45, y + 4.5, 14, '#76828E');
  }
  hand(doc, 60, 50);
};

/** A pointing hand; `x`, `y` is the tip of its finger. */
function hand(doc: Doc, x: number, y: number): void {
  doc
    .save()
    .translate(x, y)
    .path(
      'M0 4.5a4.5 4.5 0 0 1 9 0V20l13 3.4a7 7 0 0 1 5.2 7.9L25.6 42a7 7 0 0 1-7 6H5a7 7 0 0 1-5.6-2.8L-10 33.5a4.4 4.4 0 0 1 6.6-5.8L0 30.5Z',
    )
    .lineWidth(2.2)
    .lineJoin('round')
    .fillAndStroke('#FFE3B0', '#8A4B00')
    .restore();
}

/** What one gets, ticked, and somebody to ask. */
export const see: Picture = (doc) => {
  phone(doc, 6, 6, 50, 88);
  for (const y of [22, 39, 56]) {
    doc.roundedRect(12, y, 38, 13, 3).fill('#E6F4EC');
    tick(doc, 16, y + 3, 7);
    bar(doc, 27, y + 4.5, 18, GREEN);
  }
  doc.roundedRect(12, 75, 38, 11, 4).fill(BLUE);
  bar(doc, 22, 78.5, 18, '#fff');
  // the one to ask, behind a counter
  doc.circle(80, 50, 9).fill('#FFE3B0');
  doc.lineWidth(2.2).circle(80, 50, 9).stroke('#8A4B00');
  doc.path('M64 84V77a16 13 0 0 1 32 0V84Z').lineWidth(2.2).fillAndStroke(SUN, '#8A4B00');
  doc.roundedRect(60, 82, 39, 12, 3).fill(DEEP);
  doc
    .path('M64 12h28a5 5 0 0 1 5 5v12a5 5 0 0 1-5 5H84l-5 6-1-6H64a5 5 0 0 1-5-5V17a5 5 0 0 1 5-5Z')
    .lineWidth(2)
    .fillAndStroke('#fff', BLUE);
  for (const x of [70, 78, 86]) doc.circle(x, 23, 2.4).fill(BLUE);
};

/** Sun over two rows of hills, the mark of the house; 24 units. */
export const mark: Picture = (doc) => {
  doc.lineWidth(1.9).lineCap('round').lineJoin('round').circle(12, 7.5, 3.5).stroke(SUN);
  doc.path('M3 20.5c3.5-3.2 6-3.2 9 0 3-3.2 5.5-3.2 9 0').stroke('#fff');
  doc.path('M4.5 15.5c2.8-2.4 4.9-2.4 7.5 0 2.6-2.4 4.7-2.4 7.5 0').stroke('#fff');
};
