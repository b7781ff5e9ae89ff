import { encode } from 'uqr';

/**
 * A QR code as vectors: error correction Q, because notice boards get wet and torn, and a quiet zone of 4 modules.
 * @param side of the whole square, quiet zone included, in points
 */
export function drawQr(doc: PDFKit.PDFDocument, text: string, x: number, y: number, side: number): void {
  const { data, size } = encode(text, { ecc: 'Q', border: 4 });
  const module = side / size;
  doc.rect(x, y, side, side).fill('#fff');
  data.forEach((row, top) => {
    for (let left = 0; left < size; left++) {
      if (!row[left]) continue;
      const from = left;
      while (row[left + 1]) left++;
      doc.rect(x + from * module, y + top * module, (left - from + 1) * module, module);
    }
  });
  // one fill for all: no hairlines between the bars
  doc.fill('#000');
}
