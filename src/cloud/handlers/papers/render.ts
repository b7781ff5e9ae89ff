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
  if (JSON.stringify(paper).length > MAX_PAPER_CHARS) throw refuse('BodyTooLarge');
  const signed = paper.blocks.findIndex(isBadSignature);
  if (signed >= 0) throw refuseField(`paper.blocks.${signed}.png`, '签名的图片读不出来，请重新签一次');
  await limits.take('paper_caller', context.credentials.caller);
  try {
    return await writePaper(paper, format);
  } catch (thrown) {
    throw thrown instanceof Error && thrown.name === 'TooManyPages' ? refuse('BodyTooLarge') : thrown;
  }
}

const isBadSignature = (block: Paper['blocks'][number]): boolean =>
  block.kind === 'signature' && block.png !== null && !isDrawnSignature(block.png);
