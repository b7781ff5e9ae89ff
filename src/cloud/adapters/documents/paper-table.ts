/** A table over as many pages as it takes: its head again on each, a row too high for a page in pieces. */
import { type Lettering, lineHeight, type Style } from './fonts';
import type { Sheet } from './paper-pdf';

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths?: readonly number[];
}

const PAD = 4;
const LINE = '#76828E';
const HEAD: Style = { size: 10.5, weight: 700, color: '#1A1F24' };
const CELL: Style = { size: 10.5, color: '#1A1F24' };
/** Of the whole: enough for three characters. */
const NARROWEST = 0.08;

function columns({ head, widths }: Table, whole: number): number[] {
  const asked = head.map((_, index) => widths?.[index] ?? 1);
  const sum = asked.reduce((total, one) => total + one, 0);
  const shares = asked.map((one) => Math.max(one / sum, NARROWEST));
  const total = shares.reduce((all, one) => all + one, 0);
  return shares.map((share) => (share / total) * whole);
}

/** A word longer than the column is cut: the next column is not written over. */
function cellLines(letters: Lettering, text: string, width: number, style: Style): string[] {
  return letters.wrapped(text, width, style).flatMap((line) => {
    if (letters.width(line, style) <= width) return [line];
    const parts: string[] = [''];
    for (const character of line) {
      const last = parts.length - 1;
      if (parts[last] !== '' && letters.width(parts[last] + character, style) > width) parts.push(character);
      else parts[last] += character;
    }
    return parts;
  });
}

export function drawTable(sheet: Sheet, table: Table): void {
  const { letters, doc, left } = sheet;
  const widths = columns(table, sheet.width);
  const split = (row: readonly string[], style: Style) =>
    row.map((text, index) => cellLines(letters, text, (widths[index] as number) - 2 * PAD, style));
  const step = lineHeight(CELL.size);
  const heightOf = (cells: readonly (readonly string[])[]) =>
    Math.max(...cells.map((one) => one.length), 1) * step + 2 * PAD;

  const drawRow = (cells: readonly (readonly string[])[], style: Style, fill: boolean) => {
    const height = heightOf(cells);
    let x = left;
    cells.forEach((cell, index) => {
      const width = widths[index] as number;
      doc.rect(x, sheet.y, width, height).lineWidth(0.5);
      if (fill) doc.fillAndStroke('#ECEFF2', LINE);
      else doc.stroke(LINE);
      cell.forEach((line, at) => {
        if (line !== '') letters.line(line, x + PAD, sheet.y + PAD + at * step, style);
      });
      x += width;
    });
    sheet.y += height;
  };

  const head = split(table.head, HEAD);
  sheet.room(heightOf(head) + 2 * step);
  drawRow(head, HEAD, true);
  for (const row of table.rows) {
    let cells = split(row, CELL);
    // a row as high as a page or more begins here and goes on there
    while (cells.some((cell) => cell.length > 0)) {
      const fits = Math.floor((sheet.end - sheet.y - 2 * PAD) / step);
      const whole = heightOf(cells) <= sheet.end - sheet.y;
      const tall = heightOf(cells) > (sheet.end - 60) / 2;
      if (!whole && (!tall || fits < 3)) {
        sheet.newPage();
        drawRow(head, HEAD, true);
        continue;
      }
      drawRow(
        cells.map((cell) => cell.slice(0, whole ? undefined : fits)),
        CELL,
        false,
      );
      if (whole) break;
      cells = cells.map((cell) => cell.slice(fits));
    }
  }
  sheet.y += 10;
}
