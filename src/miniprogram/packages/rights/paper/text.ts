import type { Paper, PaperBlock } from '@/domain/wages/paper';
import { BLANK } from '@/domain/wages/papers';
import { copy } from './copy';

/** As it is read: a line to write on is said as one. */
const said = (text: string): string => text.split(BLANK).join('空着').trim();

/** The whole paper in the order of its blocks, to be read aloud before it is signed. */
export function readout({ blocks }: Paper): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'field':
        return `${block.label}，${said(block.text) || '空着'}`;
      case 'list':
        return block.items.map(said);
      case 'table':
        return block.rows
          .filter((row) => row.some((cell) => cell !== ''))
          .map((row) => row.map((cell, index) => `${block.head[index]}，${said(cell) || '空着'}`).join('，'));
      case 'signature':
      case 'break':
        return [];
      default:
        return said(block.text);
    }
  });
}

/** What stands in a block that can be rewritten; null: it cannot. */
export function writable(block: PaperBlock): { readonly id: string; readonly text: string } | null {
  if (block.kind === 'field' || block.kind === 'text')
    return block.id ? { id: block.id, text: block.text } : null;
  return block.kind === 'list' && block.id ? { id: block.id, text: block.items.join('\n') } : null;
}

/** How each block that can be rewritten is called: by its label, else by the heading above it. */
export function names({ blocks }: Paper): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  let heading: string = copy.edit.part;
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block.text;
    const { id } = writable(block) ?? {};
    if (id) found[id] = block.kind === 'field' ? block.label : heading;
  }
  return found;
}
