import type { OutputOf } from '@/contract/api';
import { POSTING_KINDS } from '@/domain/jobs';
import { copy } from './copy';

type Line = OutputOf<'postings.numbers'>['lines'][number];

export interface Group extends Pick<Line, 'postings' | 'people' | 'applications' | 'starts' | 'said'> {
  readonly name: string;
}

const sum = (name: string, lines: readonly Omit<Group, 'name'>[]): Group => {
  const of = (key: Exclude<keyof Group, 'name'>) => lines.reduce((total, line) => total + line[key], 0);
  return {
    name,
    postings: of('postings'),
    people: of('people'),
    applications: of('applications'),
    starts: of('starts'),
    said: of('said'),
  };
};

export const totalOf = (groups: readonly Group[]): Group => sum(copy.total, groups);

const nameOf = (line: Line, by: 'town' | 'kind') =>
  by === 'kind' ? POSTING_KINDS[line.kind].title : (line.town ?? copy.noTown);

/** Most wanted first; what says no township comes last. */
export function grouped(lines: readonly Line[], by: 'town' | 'kind'): Group[] {
  const names = [...new Set(lines.map((line) => nameOf(line, by)))];
  const last = (name: string) => Number(name === copy.noTown);
  return names
    .map((name) =>
      sum(
        name,
        lines.filter((line) => nameOf(line, by) === name),
      ),
    )
    .sort(
      (a, b) =>
        last(a.name) - last(b.name) ||
        b.people - a.people ||
        b.postings - a.postings ||
        a.name.localeCompare(b.name, 'zh-CN'),
    );
}
