import { registerEnumType } from 'type-graphql';
import type { Locale, Text } from '../base/locale';

/**
 * One code of a list: its label in every language, and where it comes from when it is not the
 * programme's own (`sourceCode` is the code in that source, where it differs from ours).
 */
export interface Code extends Text {
  readonly description?: string;
  readonly source?: string;
  readonly sourceCode?: string;
  /** It is to go: since when, and what to use instead. A code is never removed while records have it. */
  readonly deprecated?: string;
}

/** A code list: GraphQL enum, CHECK constraint, labels and documentation, declared once. */
export interface CodeList<C extends string = string> {
  readonly name: string;
  readonly description: string;
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
  description: string,
  of: Readonly<Record<C, Code>>,
): CodeList<C> {
  const codes = Object.keys(of) as C[];
  const asEnum = Object.fromEntries(codes.map((code) => [code, code])) as Record<C, C>;
  registerEnumType(asEnum, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      codes.map((code) => {
        const { description, en, deprecated } = of[code];
        return [code, { description: description ?? en, deprecationReason: deprecated }];
      }),
    ) as Record<C, { description: string; deprecationReason?: string }>,
  });
  const list: CodeList<C> = { name, description, codes, of, enum: asEnum };
  lists.set(name, list);
  return list;
}

/** Every code list declared so far, by name. */
export const codeLists: ReadonlyMap<string, CodeList> = lists;

/** The label of a code in a language; a code that is not of the list is shown as it is. */
export function label(list: CodeList, code: string, locale: Locale): string {
  return list.of[code]?.[locale] ?? code;
}
