import type { ExparserNode } from 'miniprogram-exparser';

/** What a person can press, by role. */
const ROLES = ['button', 'link', 'radio', 'checkbox', 'switch'];

/** The engine's node behind an element of the page. */
export const nodeOf = (element: Element): ExparserNode | undefined =>
  (element as Element & { __wxElement?: ExparserNode }).__wxElement;

/** The properties an element was given by the package. */
export const dataOf = (element: Element): Readonly<Record<string, unknown>> => nodeOf(element)?.data ?? {};

const nameOf = (element: Element): string => String(dataOf(element).ariaLabel || element.textContent);

/** Everything that can be pressed; with a name what is called so, else what starts with it (“补贴，能领什么”). */
export function controlsOf(container: Element, name?: string): readonly Element[] {
  const all = Array.from(container.querySelectorAll('*')).filter((element) =>
    ROLES.includes(String(dataOf(element).ariaRole)),
  );
  if (name === undefined) return all;
  const exact = all.filter((element) => nameOf(element) === name);
  return exact.length > 0 ? exact : all.filter((element) => nameOf(element).startsWith(`${name}，`));
}
