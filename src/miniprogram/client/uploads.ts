import type { CallError } from './call';
import { newId } from './new-id';

export type PickKind = 'camera' | 'album' | 'pdf';

/** Chosen by the person, and still where the phone has it. */
export interface Picked {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** WeChat: a temporary path */
  readonly path?: string;
  /** browser */
  readonly blob?: Blob;
}

/** A file on its way. */
export interface Upload {
  /** uuid */
  readonly file: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** `data:` or a local path; null: none made */
  readonly thumb: string | null;
  readonly state: 'waiting' | 'sending' | 'ready' | 'failed';
  /** 0–1 */
  readonly progress: number;
  readonly error: CallError | null;
}

/** Asks for files; nothing when the person changed their mind. Call it straight from the tap. */
export async function pick(_kind: PickKind, _max: number): Promise<Picked[]> {
  return [];
}

export function begin(picked: Picked): Upload {
  const { name, type, bytes } = picked;
  return { file: newId(), name, type, bytes, thumb: null, state: 'waiting', progress: 0, error: null };
}
