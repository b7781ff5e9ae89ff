/** A paper as a file. Both writers are large: each is read when somebody wants one. */
import { PAPER_TYPES, type PaperFile, type PaperFormat } from '@/contract/papers';
import type { Paper } from '@/domain/wages/paper';

/** @throws TooManyPages */
export async function writePaper(paper: Paper, format: PaperFormat): Promise<PaperFile> {
  const bytes =
    format === 'pdf'
      ? await (await import('./paper-pdf')).paperPdf(paper)
      : await (await import('./paper-docx')).paperDocx(paper);
  return {
    name: `${fileName(paper.name)}.${format}`,
    type: PAPER_TYPES[format],
    base64: bytes.toString('base64'),
  };
}

/** Without what a phone or a computer does not allow in a name. */
export const fileName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 60) || '文书';
