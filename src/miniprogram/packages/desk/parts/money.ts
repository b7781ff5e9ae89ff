export type Fen =
  | { readonly ok: true /** null = nothing typed */; readonly fen: number | null }
  | { readonly ok: false; readonly message: string };

/** The most the desk can write down: a million yuan. */
const MOST = 100_000_000;

/** An amount as it is typed, in yuan: 500 · 1,500.5 · 500元. */
export function fenOf(typed: string): Fen {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .replace(/元$/, '');
  if (text === '') return { ok: true, fen: null };
  if (!/^\d+(\.\d{1,2})?$/.test(text)) return { ok: false, message: '请填钱数，比如 500 或 500.50' };
  const [whole = '0', part = ''] = text.split('.');
  const fen = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return fen <= MOST ? { ok: true, fen } : { ok: false, message: '不能多于一百万元' };
}
