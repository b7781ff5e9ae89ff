import type { IncomingSpec, IncomingType } from '@/domain/jobs/incoming';

const TYPES: Readonly<Record<IncomingType, string>> = {
  text: '文字',
  lines: '文字，可以换行',
  county: '6位代码',
  choice: '',
  choices: '',
  yes_no: '是、否',
  count: '整数',
  yuan: '数字，元',
  degrees: '小数，度',
  date: '日期',
};

/** A label may itself hold the mark that stands between two. */
const accepted = ({ type, max, choices }: IncomingSpec): string => {
  if (choices) return choices.map(({ label }) => label).join('／');
  return max ? `${TYPES[type]}，最多${max}字` : TYPES[type];
};

/** One line of the table in docs/jobs.md. */
export const lineOf = (spec: IncomingSpec): string =>
  `| ${[
    spec.required ? `**${spec.header}**` : spec.header,
    spec.aliases.join('、'),
    accepted(spec),
    spec.meaning,
    spec.example,
  ].join(' | ')} |`;

/** One line of the table of published records. */
export const recordLineOf = ({
  required,
  header,
  aliases,
  meaning,
  choices,
  example,
}: IncomingSpec): string => {
  const name = required ? `**${header}**` : header;
  const also = aliases.length > 0 ? `（也认得：${aliases.join('、')}）` : '';
  const words = choices ? `${meaning}：${choices.map(({ label }) => label).join('／')}` : meaning;
  return `| ${[name + also, words, example].join(' | ')} |`;
};
