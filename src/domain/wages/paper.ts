/** A paper to print, hand in or keep: what the phone shows and the server writes as .docx and PDF. */
export type PaperBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** `id`: a person may change the text before it is printed */
  | { readonly kind: 'text'; readonly text: string; readonly id?: string }
  | { readonly kind: 'field'; readonly label: string; readonly text: string; readonly id?: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly id?: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** widths in parts of the whole */
      readonly widths?: readonly number[];
    }
  /** the signature as a PNG (of a case on the server also a JPEG), base64 without a prefix; null: a line to sign on */
  | { readonly kind: 'signature'; readonly label: string; readonly png: string | null; readonly date: string }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'break' };

export interface Paper {
  readonly name: string;
  readonly blocks: readonly PaperBlock[];
  /** at the foot of every page */
  readonly foot: string;
}
