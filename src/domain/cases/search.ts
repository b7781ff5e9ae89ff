/** Services found in everyday words: 找活干, 娃儿上学, 车票钱. */
import type { Service } from './service';

export type Findable = Pick<Service, 'title' | 'words' | 'plain' | 'for'>;

/** Spaces, punctuation, width and case make no difference. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Pairs of neighbouring characters: what words are made of where nobody writes spaces. */
function pairsOf(text: string): string[] {
  const characters = [...bare(text)];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** What a hit is worth: people's own words and the title before the explanation. */
const WORTH = { words: 3, title: 3, plain: 1.5, for: 1 } as const;
const FIELDS = Object.keys(WORTH) as (keyof typeof WORTH)[];

const textOf = (service: Findable, field: keyof typeof WORTH): string =>
  field === 'words' ? service.words.join('\n') : service[field];

/** Pair → the most it is worth in this service. */
function worths(service: Findable): Map<string, number> {
  const found = new Map<string, number>();
  for (const field of FIELDS) {
    for (const part of textOf(service, field).split('\n')) {
      for (const pair of pairsOf(part)) found.set(pair, Math.max(found.get(pair) ?? 0, WORTH[field]));
    }
  }
  return found;
}

/** Below this share of the query nothing was found, only words that stand everywhere. */
const ENOUGH = 0.25;
/** What a pair counts that stands in no service: 怎么, 我要. */
const UNHEARD = 0.3;

/**
 * The services that suit a query, the best first; all of them for an empty one. Typing slips and half words are
 * forgiven: pairs of characters are compared, rare pairs count more than those that stand everywhere (补贴).
 */
export function findServices<S extends Findable>(services: readonly S[], query: string): S[] {
  if (bare(query) === '') return [...services];
  const known = services.map(worths);
  const pairs = [...new Set(query.split(/\s+/).flatMap(pairsOf).concat(pairsOf(query)))];
  const weights = pairs.map((pair) => {
    const holders = known.filter((one) => one.has(pair)).length;
    return holders === 0 ? UNHEARD : Math.log(1 + services.length / holders);
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0) * WORTH.words;
  return services
    .map((service, at) => {
      const hit = pairs.reduce(
        (sum, pair, n) => sum + (weights[n] as number) * ((known[at] as Map<string, number>).get(pair) ?? 0),
        0,
      );
      return { service, at, score: (all === 0 ? 0 : hit / all) + wholeHit(service, query) };
    })
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ service }) => service);
}

/** Whole words and titles met: by the query as one, or by its parts where somebody put spaces between. */
function wholeHit(service: Findable, query: string): number {
  const parts = query.split(/\s+/).map(bare).filter(Boolean);
  const apart = parts.reduce((sum, part) => sum + wordHit(service, part), 0) / parts.length;
  return Math.max(apart, wordHit(service, bare(query)));
}

/** In either direction: typed in full, typed in part, or in the middle of a sentence. */
function wordHit({ title, words }: Findable, wanted: string): number {
  const hits = [title, ...words].map((text) => {
    const word = bare(text);
    if (word === wanted) return 2;
    if (word.includes(wanted)) return 0.5 + wanted.length / word.length;
    return word.length > 1 && wanted.includes(word) ? 0.5 + word.length / wanted.length : 0;
  });
  return Math.max(...hits);
}
