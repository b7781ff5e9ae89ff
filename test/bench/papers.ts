/** One paper as a file, from the block model to the bytes: the median of several, the first one apart, in ms. */
import { writePaper } from '@/cloud/adapters/documents/paper';
import { loadPolicyBook } from '@/cloud/policy-book/book';
import type { PaperFormat } from '@/contract/papers';
import type { Paper } from '@/domain/wages/paper';
import { paperOf } from '@/domain/wages/papers';

const ROUNDS = 7;
const DAYS = 1000;

async function times(paper: Paper, format: PaperFormat): Promise<{ first: number; median: number }> {
  const taken: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const began = performance.now();
    await writePaper(paper, format);
    taken.push(performance.now() - began);
  }
  const [first = 0, ...rest] = taken;
  return { first, median: rest.sort((a, b) => a - b)[Math.floor(rest.length / 2)] ?? 0 };
}

export async function paperFigures() {
  const { law } = loadPolicyBook('src/policy');
  const template = law.papers.find(({ id }) => id === 'arbitration');
  if (!template) throw new Error('no arbitration application');
  const answers = {
    name: '样例张三',
    employer_name: '样例劳务有限公司',
    owed_total: 1_850_000,
    work_kind: 'site',
  };
  const application = paperOf(template, answers, {
    today: '2026-11-22',
    questions: law.questions,
    place: null,
  });
  const rows = Array.from({ length: DAYS }, (_, n) => [
    `第${n}天`,
    '一天',
    '样例工地三号楼',
    '木工',
    '300元',
  ]);
  const diary: Paper = {
    name: '样例记工本',
    foot: '样例',
    blocks: [{ kind: 'table', head: ['日期', '干了多久', '地点', '干什么', '工钱'], rows }],
  };
  return {
    pdf: await times(application, 'pdf'),
    docx: await times(application, 'docx'),
    diary: await times(diary, 'pdf'),
  };
}
