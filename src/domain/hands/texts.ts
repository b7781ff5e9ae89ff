/** What is written of a gathering: everybody reads it, and whoever passes it on. */
import { hasPrivateNumber } from '../identity/private-number';
import type { HandProblem } from './gathering';

export interface GatheringTexts {
  readonly work: string;
  readonly town: string | null;
  readonly village: string | null;
  readonly address: string;
  readonly paid: string;
  readonly bring: string | null;
  readonly route: string | null;
}

const TEXTS = ['work', 'town', 'village', 'address', 'paid', 'bring', 'route'] as const;

export const PRIVATE_NUMBER = '里面好像有身份证号或银行卡号。谁都看得到，请删掉';

export const textProblems = (texts: GatheringTexts): HandProblem<keyof GatheringTexts>[] =>
  TEXTS.filter((at) => hasPrivateNumber(texts[at] ?? '')).map((at) => ({ at, message: PRIVATE_NUMBER }));
