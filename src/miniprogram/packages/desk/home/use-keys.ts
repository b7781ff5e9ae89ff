import { useEffect } from 'react';

const ROWS = '.desk-row';
const CASE = '.desk-panes__case';

const visible = (element: HTMLElement) => element.offsetParent !== null;
const rows = () => Array.from(document.querySelectorAll<HTMLElement>(ROWS)).filter(visible);

/** Keys belong to whoever is typing, choosing, or inside a dialog. */
const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('[aria-modal=true]') !== null ||
  (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null);

/**
 * The list by keyboard: ↑ ↓ j k move, x picks, Escape comes back from the case. Enter opens, as on every button; moving
 * alone opens nothing, because every look at a case is on record.
 */
export function useQueueKeys(active: boolean, pick: (at: number) => void): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !active) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      const all = rows();
      const here = all.indexOf(document.activeElement as HTMLElement);
      const inCase = event.target instanceof HTMLElement && event.target.closest(CASE) !== null;
      const open = all.findIndex((row) => row.classList.contains('desk-row--on'));
      const step = stepOf(event.key, inCase);
      if (step !== 0) {
        const from = here >= 0 ? here : open;
        const next = from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + step));
        all[next]?.focus();
        event.preventDefault();
      } else if (event.key === 'x' && here >= 0) {
        pick(here);
        event.preventDefault();
      } else if (event.key === 'Escape' && inCase) {
        all[Math.max(0, open)]?.focus();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [active, pick]);
}

/** Inside the case the arrows scroll it. */
function stepOf(key: string, inCase: boolean): -1 | 0 | 1 {
  if (key === 'j' || (key === 'ArrowDown' && !inCase)) return 1;
  if (key === 'k' || (key === 'ArrowUp' && !inCase)) return -1;
  return 0;
}
