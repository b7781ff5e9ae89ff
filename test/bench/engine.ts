/** The engine against a hand-written twin of the 75 rows: same residents, same process, best of several rounds. */
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { compile, derive, encode, explainRow, ROW_SIZE, verdicts } from '@/domain/eligibility';
import { book } from '../book';
import { randomResident, seeded } from '../residents';
import { type Person, personOf, TWIN } from './twin';

const RESIDENTS = 4000;
const ROUNDS = 15;

export interface EngineFigures {
  readonly twinNs: number;
  readonly verdictNs: number;
  readonly explainNs: number;
  readonly evaluatorGz: number;
}

/** Nanoseconds a resident, for one document in force on that day. */
function measure(day: string, home: string): { twin: number; verdict: number; explain: number } {
  const benefits = book.rules.benefits.filter(({ id }) =>
    id.startsWith(home.startsWith('50') ? 'cq-' : 'yx-'),
  );
  const program = compile({ ...book.rules, benefits }, day);
  const random = seeded(5);
  const people = Array.from({ length: RESIDENTS }, () =>
    derive({ ...randomResident(random, 0.15), home_county: home }, day),
  );
  const persons = people.map(personOf);
  const rows = new Int32Array(RESIDENTS * ROW_SIZE);
  people.forEach((facts, index) => {
    encode(facts, rows, index * ROW_SIZE);
  });
  const singles = people.map((facts) => encode(facts));
  const ids = benefits.map(({ id }) => id);

  const batch = verdicts(program);
  const out = new Uint8Array(ids.length);
  let sum = 0;
  // by hand one would look at the place once a person and at the dates once a batch
  const province = Number(home.slice(0, 2));
  const tests = ids.map((id) => TWIN[id] as (person: Person) => number);
  const twin = () => {
    for (const person of persons) {
      if (person.home_county === null || Math.floor(person.home_county / 10_000) !== province) continue;
      for (const test of tests) sum += test(person);
    }
  };
  const fast = () => {
    for (let n = 0; n < RESIDENTS; n++) {
      batch(rows, n * ROW_SIZE, out);
      for (let b = 0; b < ids.length; b++) sum += out[b] as number;
    }
  };
  const full = () => {
    for (const row of singles) sum += explainRow(program, row).length;
  };
  const best = {
    twin: Number.POSITIVE_INFINITY,
    verdict: Number.POSITIVE_INFINITY,
    explain: Number.POSITIVE_INFINITY,
  };
  // taken in turns, so that a busy moment of the machine hits all three alike
  for (let round = 0; round < ROUNDS; round++) {
    best.twin = Math.min(best.twin, time(twin));
    best.verdict = Math.min(best.verdict, time(fast));
    best.explain = Math.min(best.explain, time(full));
  }
  if (sum === 0) throw new Error('nothing was decided');
  return best;
}

function time(work: () => void): number {
  const began = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - began) / RESIDENTS;
}

export function engineFigures(): EngineFigures {
  const all = [measure('2026-11-21', '500242'), measure('2023-04-20', '360425')];
  const total = (key: 'twin' | 'verdict' | 'explain') => all.reduce((sum, one) => sum + one[key], 0);
  return {
    twinNs: total('twin'),
    verdictNs: total('verdict'),
    explainNs: total('explain'),
    evaluatorGz: evaluatorSize(),
  };
}

/** Compile, explain, verdict, derive: what evaluates, minified and zipped; the catalogue's words are data. */
function evaluatorSize(): number {
  const result = buildSync({
    stdin: {
      contents: `export { compile } from './src/domain/eligibility/compile';
        export { explain } from './src/domain/eligibility/explain';
        export { verdicts } from './src/domain/eligibility/batch';`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    external: ['./facts'],
  });
  return gzipSync(result.outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}
