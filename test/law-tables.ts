/** The tables of docs/law.md, as the files in policy/law have them. */
import { citeText } from '@/domain/wages/cites';
import type { Cite, DeadlineRow, LawBook } from '@/domain/wages/law';

/** `5 WD`, `45 CD ROLL (+15)`, `5 WD BACK`, `–` */
function periodText(period: DeadlineRow['period']): string {
  if (period === null) return '–';
  const { n, unit, roll, back, extension } = period;
  return [
    `${n} ${unit}`,
    ...(roll ? ['ROLL'] : []),
    ...(back ? ['BACK'] : []),
    ...(extension === undefined ? [] : [`(+${extension})`]),
  ].join(' ');
}

export function lawTables(law: LawBook): Readonly<Record<string, readonly string[]>> {
  const cites = (list: readonly Cite[]) => list.map((cite) => citeText(law, cite)).join('；') || '–';
  const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  return {
    deadlines: law.deadlines.map(({ id, title, trigger, period, by, cite, information_only }) =>
      row(
        `\`${id}\``,
        title,
        trigger === null ? '–' : `\`${trigger}\``,
        periodText(period) + (information_only ? '，只作参考' : ''),
        by,
        cites(cite),
      ),
    ),
    tracks: law.tracks.map(({ id, title, shuts, cite }) =>
      row(`\`${id}\``, title, shuts.map((one) => `\`${one}\``).join(' ') || '–', cites(cite)),
    ),
    advice: law.advice.map(({ id, title, first, cite }) =>
      row(`\`${id}\``, title, `\`${first}\``, cites(cite)),
    ),
    payers: law.payers.map(({ id, who, duty, cite }) => row(`\`${id}\``, who, duty, cites(cite))),
    bodies: law.bodies.map(({ track, who, place, cite }) => row(`\`${track}\``, who, place, cites(cite))),
    notes: law.notes.map(({ id, title, cite }) => row(`\`${id}\``, title, cites(cite))),
    verbatim: law.articles.filter(({ text }) => text !== null).map((article) => row(citeText(law, article))),
    wages: law.pay.minimum_wages.map(({ region, tier, month, hour, as_of, verified }) =>
      row(
        region,
        tier ?? '–',
        month / 100,
        hour / 100,
        (month * 12) / 100,
        as_of,
        verified ? '已核实' : '未核实',
      ),
    ),
  };
}
