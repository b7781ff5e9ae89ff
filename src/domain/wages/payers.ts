/** Who has to pay, pays first, or may pay in advance. Every condition is a row of `policy/law/payers.yaml`. */
import { type Known, truthOf } from '../cases/when';
import type { LawBook, PayerRow } from './law';

export interface Payer {
  readonly row: PayerRow;
  /** as the person wrote it; null where it is not known */
  readonly name: string | null;
  /** null: it may be so */
  readonly holds: true | null;
}

/** Those known not to have to pay are left out. */
export function payersOf({ payers }: Pick<LawBook, 'payers'>, known: Known): readonly Payer[] {
  return payers.flatMap((row) => {
    const holds = truthOf(row.when, known);
    return holds === false ? [] : [{ row, name: nameOf(row, known), holds }];
  });
}

function nameOf({ name_from: from }: PayerRow, { answers }: Known): string | null {
  const said = from === undefined ? null : answers[from];
  return typeof said === 'string' && said.trim() !== '' ? said.trim() : null;
}
