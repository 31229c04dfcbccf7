/** Elements, made without HTML text: nothing that is told is ever taken for markup. */

type Child = Node | string | null | undefined | false;
type Value = string | number | boolean | null | undefined | ((event: Event) => void);

/** @param given attributes; a function is called on the event of its name (`click`) */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((one): one is Node | string => Boolean(one)));
  return element;
}

export const replace = (element: Element, ...children: readonly Child[]): void =>
  element.replaceChildren(...children.filter((one): one is Node | string => Boolean(one)));

let count = 0;
/** An id of this page's own. */
export const newId = (name: string): string => `${name}-${++count}`;
