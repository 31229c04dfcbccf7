/** What `search` finds the records of a thing by. It follows from what their lists are searched by. */
import { codesOf, isSought, isText, type Attribute, type Thing } from './thing';

export interface Sought {
  readonly thing: Thing;
  /** What a record is told by: its number, title or name. */
  readonly title: Attribute | undefined;
  readonly numbers: readonly Attribute[];
  readonly texts: readonly Attribute[];
  /** Found by what their codes are called. */
  readonly codes: readonly Attribute[];
}

const kept = new WeakMap<Thing, Sought>();

/** Undefined where a thing is found by nothing. */
export function soughtOf(thing: Thing): Sought | undefined {
  let found = kept.get(thing);
  if (!found) kept.set(thing, (found = seek(thing)));
  const { title, codes } = found;
  return title || codes.length > 0 || thing.marked ? found : undefined;
}

function seek(thing: Thing): Sought {
  const isOpen = !thing.inner && !thing.ofSharing;
  const attributes = [...thing.attributes.values()].filter(({ found, hidden }) => isOpen && found !== false && !hidden);
  const searched = attributes.filter(isSought);
  return {
    thing,
    title: searched.find(({ name }) => name === 'title' || name === 'name') ?? searched[0],
    numbers: searched.filter(({ shortNumber }) => shortNumber),
    texts: searched.filter(({ shortNumber }) => !shortNumber),
    codes: attributes.filter(({ type, search }) => search && !isText(type) && codesOf(type)),
  };
}

/** What somebody most likely meant: what a record is called. */
export const mostTold = ({ texts, title }: Sought): readonly Attribute[] =>
  title && texts.includes(title) ? [title] : texts.slice(0, 1);
