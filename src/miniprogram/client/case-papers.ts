/** Papers of a wage matter that the server makes from what was filed: for the resident, and for the desk. */
import type { CaseView } from '@/contract/cases';
import type { PaperFormat } from '@/contract/papers';
import { call } from './call';
import { type Kept, saveDocument } from './save-file';

/** Ids of `law/papers`, by service. */
const PAPERS: Readonly<Record<string, readonly { readonly id: string; readonly title: string }[]>> = {
  'wage-complaint': [
    { id: 'complaint', title: '投诉书' },
    { id: 'evidence-list', title: '证据清单' },
  ],
  'wage-arbitration': [
    { id: 'arbitration', title: '仲裁申请书' },
    { id: 'evidence-list', title: '证据清单' },
    { id: 'advance', title: '先予执行申请书' },
    { id: 'proxy', title: '授权委托书' },
  ],
};

export const casePapers = ({ service }: Pick<CaseView, 'service'>) => PAPERS[service] ?? [];

/** Rejects with a CallError, or with the phone's own refusal. */
export async function saveCasePaper(
  path: 'cases.paper' | 'desk.paper',
  id: string,
  paper: string,
  format: PaperFormat,
): Promise<Kept> {
  const { name, base64 } = await call(path, { id, paper, format });
  return saveDocument(name, base64, format);
}
