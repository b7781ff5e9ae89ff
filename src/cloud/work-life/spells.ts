import type { Form, Said, Where } from '@/domain/jobs/spells';
import { type Context, servicesOf } from '../context';
import type { workSpell } from '../store/schema';

export type SpellRow = typeof workSpell.$inferSelect;

export interface SpellContent {
  readonly employer: string;
  readonly form: Form;
  readonly where: Where;
  /** on leaving: everything was paid */
  readonly paid: boolean | null;
  /** the person's own answers as they stood before, to be put back */
  readonly before: Said;
  readonly beforeLeaving?: Said;
}

const PLACE = 'work_spell.content';

export const sealSpell = (context: Context, id: string, content: SpellContent): Buffer =>
  servicesOf(context).store.cipher.seal(PLACE, id, JSON.stringify(content));

export const spellIn = (context: Context, { id, contentEnc }: SpellRow): SpellContent =>
  JSON.parse(servicesOf(context).store.cipher.open(PLACE, id, contentEnc)) as SpellContent;
