/** npm run bench: the figures, as ratios measured in one run where one can. Nothing here gates a test. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { createHttpServer, serverBehindFront } from '@/cloud/entry/http';
import { readJson } from '@/cloud/entry/read-json';
import { BodyTooLarge } from '@/cloud/request-errors';
import { randomResident, seeded } from '../residents';
import { codeFigures } from './code';
import { diaryFigures } from './diary';
import { engineFigures } from './engine';
import { filingFigures } from './filing';
import { firstLoad } from './first-load';
import { jobsFigures } from './jobs';
import { jobsImportFigures } from './jobs-import';
import { messageFigures } from './messages';
import { openOffice } from './office';
import { paperFigures } from './papers';
import { queueFigures } from './queue';
import { registerFigures } from './register';
import { weappSizes } from './sizes';
import { trainingFigures } from './training';
import { wizardFigures } from './wizard';

type Line = [what: string, figure: string, goal: string];

const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
const times = (ratio: number) => `${ratio.toFixed(2)}×`;

function engine(): Line[] {
  const { twinNs, verdictNs, explainNs, evaluatorGz } = engineFigures();
  return [
    ['hand-written twin, 75 rows', `${(twinNs / 1000).toFixed(1)} µs a resident`, '–'],
    ['verdict ÷ twin', times(verdictNs / twinNs), '≤ 1.5×'],
    ['explain ÷ twin', times(explainNs / twinNs), '≤ 15×'],
    ['evaluator, minified and zipped', kb(evaluatorGz), '≤ 5 KB'],
  ];
}

async function codes(): Promise<Line[]> {
  const { issuesPerSecond, verificationsPerSecond, tokenLength } = await codeFigures();
  return [
    ['personal codes issued', `${Math.round(issuesPerSecond)}/s`, '≥ 1,000/s'],
    ['personal codes verified', `${Math.round(verificationsPerSecond)}/s`, '≥ 2,000/s'],
    ['one code', `${tokenLength} characters`, '–'],
  ];
}

async function packages(): Promise<Line[]> {
  const { main, whole } = weappSizes();
  return [
    ['WeChat main package', kb(main), '≤ 600 KB'],
    ['WeChat whole package', kb(whole), '≤ 1,500 KB'],
    ['browser, first load, JavaScript zipped', kb(await firstLoad()), '≤ 200 KB'],
  ];
}

async function wizard(): Promise<Line[]> {
  const { median, p95 } = await wizardFigures();
  return [
    ['next screen of a form, CPU 4× slower, median', `${Math.round(median)} ms`, '≤ 100 ms'],
    ['the same, p95', `${Math.round(p95)} ms`, '–'],
  ];
}

async function diary(): Promise<Line[]> {
  const { first, again, kilobytes } = await diaryFigures();
  return [
    ['a diary of 1,000 days opens, CPU 4× slower, median', `${Math.round(again)} ms`, '≤ 300 ms'],
    ['the first time, with its code', `${Math.round(first)} ms`, '–'],
    ['kept on the phone', `${Math.round(kilobytes)} KB`, '–'],
  ];
}

async function papers(): Promise<Line[]> {
  const { pdf, docx, diary: days } = await paperFigures();
  const ms = (figure: number) => `${Math.round(figure)} ms`;
  return [
    ['an application for arbitration as PDF, the first', ms(pdf.first), '≤ 1,000 ms'],
    ['the same, median', ms(pdf.median), '≤ 1,000 ms'],
    ['the same as Word, median', ms(docx.median), '≤ 1,000 ms'],
    ['a diary of 1,000 days as PDF, median', ms(days.median), '≤ 1,000 ms'],
  ];
}

const BODY = JSON.stringify({
  region: '500242',
  as_of: '2026-11-21',
  facts: { home_county: '500242', fpzp: true, exit_completed: false, labour_capacity: true, employed: false },
});

/** `benefits.check` against the same server answering a constant: its own handler behind the same front. */
async function throughput(): Promise<Line[]> {
  const real = createHttpServer({ policyRoot: 'src/policy' });
  const url = await listen(real);
  const answer = await (await fetch(`${url}/api/benefits/check`, post)).text();
  const constant = serverBehindFront(async (request, response) => {
    await readJson(request, BodyTooLarge.LIMIT);
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(answer);
  });
  const constantUrl = await listen(constant);
  const rate = async (target: string) => {
    const { requests } = await autocannon({
      url: target,
      method: 'POST',
      headers: post.headers,
      body: BODY,
      connections: 8,
      duration: 4,
    });
    return requests.average;
  };
  await rate(`${url}/api/benefits/check`);
  const base = await rate(constantUrl);
  const checked = await rate(`${url}/api/benefits/check`);
  for (const server of [real, constant]) server.close();
  return [
    ['constant answer over HTTP', `${Math.round(base)}/s`, '–'],
    ['benefits.check ÷ constant', `${Math.round((checked / base) * 100)} %`, '≥ 50 %'],
  ];
}

const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: BODY };

const listen = (server: ReturnType<typeof createServer>): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });

/** 100,000 lines through the command line, as an officer would run it. */
async function evaluate(): Promise<Line[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const file = path.join(folder, 'lines.jsonl');
  const random = seeded(9);
  const days = ['2023-04-20', '2026-11-21', '2021-10-01'];
  const lines = Array.from({ length: 100_000 }, (_, id) =>
    JSON.stringify({ id, as_of: days[id % 3], facts: randomResident(random, 0.4) }),
  );
  writeFileSync(file, lines.join('\n'));
  const began = Date.now();
  const child = spawn('npm', ['run', '-s', 'evaluate', '--', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((resolve) => child.on('close', resolve));
  rmSync(folder, { recursive: true });
  return [['evaluate, 100,000 lines', `${((Date.now() - began) / 1000).toFixed(1)} s`, '≤ 60 s']];
}

async function register(): Promise<Line[]> {
  const { rows, importSeconds, importMegabytes, blindMs, plainMs } = await registerFigures();
  return [
    [`register import, ${rows.toLocaleString('en')} rows`, `${importSeconds.toFixed(1)} s`, '≤ 60 s'],
    [
      'its peak of memory',
      importMegabytes === null ? 'unknown' : `${Math.round(importMegabytes)} MB`,
      '≤ 500 MB',
    ],
    ['plain key among 2 million, p95', `${plainMs.toFixed(2)} ms`, '–'],
    ['blind index ÷ plain key, p95', times(blindMs / plainMs), '≤ 2×'],
  ];
}

/** Filing, and the queue of an office among a million cases. */
async function desk(): Promise<Line[]> {
  const office = await openOffice();
  try {
    const { perSecond, p99Ms, commitsPerSecond } = await filingFigures(office);
    const { bareMs, pages } = await queueFigures(office);
    return [
      ['filing, as many as it can', `${Math.round(perSecond)}/s`, '≥ 100/s'],
      ['one row written, as many as it can', `${Math.round(commitsPerSecond)}/s`, '–'],
      ['filing at 50/s, p99', `${Math.round(p99Ms)} ms`, '≤ 250 ms'],
      ['a request that asks for nothing, p95', `${Math.round(bareMs)} ms`, '–'],
      ...pages.map(([what, ms]): Line => [`queue, ${what}, p95`, `${Math.round(ms)} ms`, '≤ 50 ms']),
    ];
  } finally {
    await office.close();
  }
}

/** A hundred thousand messages, both workers killed twice. */
async function outbox(): Promise<Line[]> {
  const { messages, inbox, taken, again, states, kills, seconds } = await messageFigures();
  const all = messages.toLocaleString('en');
  const lost = messages - Math.min(inbox, taken, states.sent ?? 0);
  return [
    [`outbox, ${all} messages, two workers, kill −9 of ${kills}`, `${Math.round(messages / seconds)}/s`, '–'],
    ['of them lost, in the inbox or on the way', `${lost}`, '0'],
    ['asked for again after a death, refused by WeChat', `${again}`, '–'],
  ];
}

/** Two hundred clients at once for a thousand seats, three times. */
async function training(): Promise<Line[]> {
  const { perSecond, p99Ms, wrong } = await trainingFigures();
  return [
    ['enrolments, 200 clients at once', `${Math.round(perSecond)}/s`, '≥ 150/s'],
    ['the same, p99', `${Math.round(p99Ms)} ms`, '–'],
    ['seats and places that are not exact', `${wrong.length}`, '0'],
  ];
}

/** A million postings, the twenty nearest of a kind and a pay. */
async function postings(): Promise<Line[]> {
  const { rings, earth, waited, nothing, wrong, perSecond, p99Ms, bare } = await jobsFigures();
  const ms = (figure: number) => `${figure.toFixed(2)} ms`;
  return [
    ['20 nearest of a million within 30 km, inside PostgreSQL, p50', ms(rings.p50), '≤ 4 ms'],
    ['the same, p95', ms(rings.p95), '≤ 20 ms'],
    ['the same by earthdistance, p95', earth ? ms(earth.p95) : 'not on this server', 'more'],
    ['the same as the caller waits for it, p95', ms(waited.p95), '–'],
    ['a query that asks for nothing, p95', ms(nothing.p95), '–'],
    ['places with another answer than looking at all', `${wrong}`, '0'],
    ['first page of work near by over HTTP', `${Math.round(perSecond)}/s`, '≥ 300/s'],
    ['the same, p99', `${Math.round(p99Ms)} ms`, '≤ 100 ms'],
    ['requests that ask for nothing, as many as it can', `${Math.round(bare)}/s`, '–'],
  ];
}

/** A file of a source, in one transaction; then the same again. */
async function postingsIn(): Promise<Line[]> {
  const { rows, seconds, againSeconds } = await jobsImportFigures();
  return [
    [`postings import, ${rows.toLocaleString('en')} rows`, `${seconds.toFixed(1)} s`, '≤ 60 s'],
    ['the same file again', `${againSeconds.toFixed(1)} s`, '–'],
  ];
}

const GROUPS = {
  ...{ engine, codes, packages, wizard, diary, papers, throughput, evaluate, register, desk, training },
  ...{ postings, 'postings-import': postingsIn, outbox },
};
type Group = keyof typeof GROUPS;
const isGroup = (name: string): name is Group => Object.hasOwn(GROUPS, name);

/** All of them, or those that are named: each stands for itself. */
function chosen(names: readonly string[]): Group[] {
  const unknown = names.filter((name) => !isGroup(name));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}? one of ${Object.keys(GROUPS).join(', ')}`);
  return names.length > 0 ? names.filter(isGroup) : Object.keys(GROUPS).filter(isGroup);
}

async function main(): Promise<void> {
  const lines: Line[] = [];
  for (const name of chosen(process.argv.slice(2))) lines.push(...(await GROUPS[name]()));
  const width = Math.max(...lines.map(([what]) => what.length));
  for (const [what, figure, goal] of lines) {
    process.stdout.write(`${what.padEnd(width)}  ${figure.padStart(20)}  ${goal}\n`);
  }
}

void main();
