/** What a request says of the text that is searched for, under the numbers that a statement has for it. */
import { Parameter } from '../../base/sql';
import type { NumberForm } from '../../base/typed-number';
import type { Sought } from '../../model/sought';
import type { Attribute, Marked } from '../../model/thing';
import type { SoughtNumber } from './sought-number';

export class SearchParameters {
  readonly folded = new Parameter('search.folded');
  readonly end = new Parameter('search.end');
  readonly begins = new Parameter('search.begins');
  readonly holds = new Parameter('search.holds');
  readonly parts = new Parameter('search.parts');
  readonly alike = new Parameter('search.alike');
  readonly pieces = new Parameter('search.pieces');
  readonly beside = [0, 1, 2].map((at) => new Parameter(`search.beside.${at}`));
  readonly near = new Parameter('search.near');
  readonly longest = new Parameter('search.longest');
  readonly heads = new Parameter('search.heads');
  readonly isShort = new Parameter('search.isShort');
  readonly likeWord = new Parameter('search.likeWord');
  readonly numbers = new Map<NumberForm, NumberParameters>();
  readonly #others = new Map<object, Parameter>();

  /** @param things what is searched, whose numbers are all told */
  constructor(things: readonly Sought[]) {
    for (const { shortNumber } of things.flatMap(({ numbers }) => numbers)) if (shortNumber) this.number(shortNumber);
  }

  number(form: NumberForm): NumberParameters {
    let found = this.numbers.get(form);
    if (!found) this.numbers.set(form, (found = numberParameters(form)));
    return found;
  }

  /** The codes of an attribute that are called so, or the marks that a text has. */
  of(what: Attribute | Marked): Parameter {
    let found = this.#others.get(what);
    if (!found) this.#others.set(what, (found = new Parameter('search.other')));
    return found;
  }
}

export const numberParts = ['exact', 'begins', 'end', 'alike'] as const satisfies readonly (keyof SoughtNumber)[];

/** The parts of a number of one form. */
type NumberParameters = Readonly<Record<(typeof numberParts)[number], Parameter>>;

const numberParameters = ({ prefix }: NumberForm): NumberParameters => {
  const named = (part: string): Parameter => new Parameter(`search.${prefix}.${part}`);
  return { exact: named('exact'), begins: named('begins'), end: named('end'), alike: named('alike') };
};
