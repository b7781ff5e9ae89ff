/** A paper as a file: made by the server, which keeps nothing of it, and put where the person finds it again. */
import type { PaperFile, PaperFormat } from '@/contract/papers';
import type { Paper } from '@/domain/wages/paper';
import { partsOf } from '@/domain/wages/paper-parts';
import { call } from './call';
import { type Kept, saveDocument } from './save-file';
import { currentSession } from './session';

/** WeChat's cloud takes 100 KB a call, a server 64 KB from whoever is not signed in. */
const SMALL = 60_000;
const LARGE = 280_000;
const MAX_ROWS = 1500;

/** One file, or several when it is too long for one request. @throws CallError */
export async function paperFiles(paper: Paper, format: PaperFormat): Promise<readonly PaperFile[]> {
  const cloud = process.env.TARO_ENV === 'weapp' && TRANSPORT === 'cloud';
  const room = cloud || !currentSession().signed ? SMALL : LARGE;
  const files: PaperFile[] = [];
  for (const part of partsOf(paper, room, MAX_ROWS))
    files.push(await call('papers.render', { paper: part, format }));
  return files;
}

/** Rejects with a CallError, or with the phone's own refusal. */
export async function savePaper(paper: Paper, format: PaperFormat): Promise<Kept> {
  let kept: Kept = 'saved';
  for (const { name, base64 } of await paperFiles(paper, format))
    kept = await saveDocument(name, base64, format);
  return kept;
}
