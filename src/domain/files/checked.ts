import type { FileType } from './limits';

export type FileProblem =
  | 'WrongFileType'
  | 'HeicPhoto'
  | 'PictureTooLarge'
  | 'UnsafePdf'
  /** it ends too early, or its parts do not hold together */
  | 'FileBroken';

export type Checked =
  | { readonly ok: true; readonly type: FileType; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: FileProblem };

export const bad = (problem: FileProblem): Checked => ({ ok: false, problem });
