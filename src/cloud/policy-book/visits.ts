/** `visits.yaml` of a region: by when its villages visit, as its document says; a region without one has no such rule. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { PolicyDocument } from '@/domain/eligibility';
import type { VisitsRule } from '@/domain/visits';
import { date } from './expression';
import { readYaml, wrongAt } from './read-yaml';

export const VISITS_FILE = 'visits.yaml';

const text = z.string().trim().min(1);
/** every month has it */
const dayOfMonth = z.int().min(1).max(28);

export const visitsRule: z.ZodType<VisitsRule> = z.strictObject({
  document: text,
  item: text,
  village_by_day: dayOfMonth,
  town_by_day: dayOfMonth,
  quote: text,
  workshops_quote: text.nullable(),
  last_verified_on: date,
});

const bare = (words: string) => words.replace(/\s+/g, '');

/**
 * @param documents those of the region
 * @throws PolicyError when the file does not validate, or a quotation does not stand word for word in the item
 */
export function loadVisits(
  root: string,
  folder: string,
  documents: readonly PolicyDocument[],
): VisitsRule | null {
  const file = `${folder}/${VISITS_FILE}`;
  if (!existsSync(path.join(root, file))) return null;
  const rule = readYaml(root, file, visitsRule);
  const document = documents.find(({ id }) => id === rule.document);
  if (!document) throw wrongAt(root, file, ['document'], `${rule.document} is no document of this region`);
  const item = document.items.find(({ key }) => key === rule.item);
  if (!item) throw wrongAt(root, file, ['item'], `${rule.document} has no item ${rule.item}`);
  for (const at of ['quote', 'workshops_quote'] as const) {
    const quote = rule[at];
    if (quote !== null && !bare(item.text).includes(bare(quote)))
      throw wrongAt(root, file, [at], `not in ${rule.item}: ${quote}`);
  }
  return rule;
}
