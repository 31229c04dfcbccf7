import { registerEnumType } from 'type-graphql';
import type { Locale, Text } from '../base/locale';

/**
 * One code of a list: its label in every language, and where it comes from when it is not the
 * programme's own (`sourceCode` is the code in that source, where it differs from ours).
 */
export interface Code extends Text {
  readonly description?: Text;
  readonly source?: string;
  readonly sourceCode?: string;
  /** It is to go. A code is never removed while records have it. */
  readonly deprecated?: Deprecation;
}

/** Since which day a code is no longer to be taken, and which of its list to take instead, if one. */
export interface Deprecation {
  readonly since: string;
  readonly instead?: string;
}

/** The list above another, and which of its codes each code belongs to; null: to none. */
export interface Hierarchy<C extends string = string, P extends string = string> {
  readonly list: CodeList<P>;
  readonly of: Readonly<Record<C, P | null>>;
}

/** A code list: GraphQL enum, CHECK constraint, labels and documentation, declared once. */
export interface CodeList<C extends string = string> {
  readonly name: string;
  readonly description: Text;
  readonly codes: readonly C[];
  readonly of: Readonly<Record<C, Code>>;
  /** The enum object that type-graphql knows the list by (code → code). */
  readonly enum: Readonly<Record<C, C>>;
}

/** The codes of a list as a TypeScript union: `type CaseStatus = CodeOf<typeof CaseStatus>`. */
export type CodeOf<L> = L extends CodeList<infer C> ? C : never;

const lists = new Map<string, CodeList>();

/** Declares a code list and registers its GraphQL enum. Codes are upper-case and stable for ever. */
export function codeList<const C extends string>(
  name: string,
  description: Text,
  of: Readonly<Record<C, Code>>,
): CodeList<C> {
  if (lists.has(name)) throw new Error(`there are two code lists ${name}`);
  const codes = Object.keys(of) as C[];
  const asEnum = Object.fromEntries(codes.map((code) => [code, code])) as Record<C, C>;
  registerEnumType(asEnum, {
    name,
    description: description.en,
    valuesConfig: Object.fromEntries(
      codes.map((code) => {
        const { description, en, deprecated } = of[code];
        return [code, { description: description?.en ?? en, deprecationReason: deprecated && reasonOf(deprecated) }];
      }),
    ) as Record<C, { description: string; deprecationReason?: string }>,
  });
  const list: CodeList<C> = { name, description, codes, of, enum: asEnum };
  lists.set(name, list);
  return list;
}

const reasonOf = ({ since, instead }: Deprecation): string =>
  instead === undefined ? `Since ${since}.` : `Since ${since}: use ${instead}.`;

const hierarchies = new Map<CodeList, Hierarchy>();

/** Says which code of the list above each code of a list belongs to. */
export function belongsTo<C extends string, P extends string>(below: CodeList<C>, above: Hierarchy<C, P>): void {
  hierarchies.set(below, above);
}

/** The list above this one, if there is one. */
export const above = (list: CodeList): Hierarchy | undefined => hierarchies.get(list);

/** Every code list declared so far, by name. */
export const codeLists: ReadonlyMap<string, CodeList> = lists;

/** The label of a code, in every language. */
export const labels = <C extends string>(list: CodeList<C>, code: C): Text => list.of[code];

/** The labels of several codes, one after the other. */
export const enumerated = <C extends string>(list: CodeList<C>, codes: readonly C[]): Text => ({
  en: codes.map((code) => list.of[code].en).join(', '),
  pt: codes.map((code) => list.of[code].pt).join(', '),
});

/** The label of a code in a language; a code that is not of the list is shown as it is. */
export function label(list: CodeList, code: string, locale: Locale): string {
  return list.of[code]?.[locale] ?? code;
}
