/** Accessibility properties under one name each; `aria()` spells them for the target. */
export interface Aria {
  role?: string;
  label?: string;
  hidden?: boolean;
  live?: 'polite' | 'assertive';
  level?: string;
  labelledBy?: string;
  describedBy?: string;
  busy?: boolean;
  modal?: boolean;
}

/** The attributes of a view or element. WeChat reads `aria-role`, the browser `role`. */
export function aria(from: Aria): Record<string, string | undefined> {
  const { role, label, hidden, live, level, labelledBy, describedBy, busy, modal } = from;
  if (process.env.TARO_ENV === 'h5') {
    return drop({
      role,
      'aria-label': label,
      'aria-hidden': hidden ? 'true' : undefined,
      'aria-live': live,
      'aria-level': level,
      'aria-labelledby': labelledBy,
      'aria-describedby': describedBy,
      'aria-busy': busy ? 'true' : undefined,
      'aria-modal': modal ? 'true' : undefined,
    });
  }
  return drop({
    'aria-role': role,
    'aria-label': label,
    'aria-hidden': hidden ? 'true' : undefined,
    'aria-live': live,
    'aria-level': level,
    'aria-describedby': describedBy,
  });
}

export function drop(all: Record<string, string | undefined>): Record<string, string | undefined> {
  const kept: Record<string, string | undefined> = {};
  for (const key of Object.keys(all)) if (all[key] !== undefined) kept[key] = all[key];
  return kept;
}

export const flag = (value: boolean | undefined): 'true' | 'false' | undefined =>
  value === undefined ? undefined : value ? 'true' : 'false';
