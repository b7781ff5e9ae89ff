import type { InputOf } from '@/contract/api';
import { MAX_PAPER_CHARS, type PaperFile } from '@/contract/papers';
import type { Paper } from '@/domain/wages/paper';
import { writePaper } from '../../adapters/documents/paper';
import { isDrawnSignature } from '../../adapters/documents/signature';
import { type Context, servicesOf } from '../../context';
import { refuse, refuseField } from '../../refuse';

/** Made and forgotten: nothing of the content is kept or logged. */
export async function render(context: Context, input: InputOf<'papers.render'>): Promise<PaperFile> {
  const { limits } = servicesOf(context);
  const { paper, format } = input;
  if (isTooMuch(paper)) throw refuse('BodyTooLarge');
  // before the pictures are unpacked
  await limits.take('paper_caller', context.credentials.caller);
  const signed = paper.blocks.findIndex(isBadSignature);
  if (signed >= 0) throw refuseField(`paper.blocks.${signed}.png`, '签名的图片读不出来，请重新签一次');
  try {
    return await writePaper(paper, format);
  } catch (thrown) {
    throw thrown instanceof Error && thrown.name === 'TooManyPages' ? refuse('BodyTooLarge') : thrown;
  }
}

/** What costs more than its length: a cell or a line break in Word, the shape of a character in a PDF. */
const MOST = { cells: 8_000, breaks: 10_000, characters: 3_000 };

/** A diary of three years is not; half a minute of the server's is. */
function isTooMuch(paper: Paper): boolean {
  const text = JSON.stringify(paper);
  const cells = paper.blocks.reduce(
    (sum, block) => sum + (block.kind === 'table' ? block.head.length * (block.rows.length + 1) : 0),
    0,
  );
  return (
    text.length > MAX_PAPER_CHARS ||
    cells > MOST.cells ||
    text.split('\\n').length > MOST.breaks ||
    new Set(text).size > MOST.characters
  );
}

const isBadSignature = (block: Paper['blocks'][number]): boolean =>
  block.kind === 'signature' && block.png !== null && !isDrawnSignature(block.png);
