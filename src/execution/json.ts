/** From a cell to JSON text: what graphql-js would make of the value, without the value in between. */
import { instant } from '../database/types';
import { label, type CodeList } from '../model/codelist';
import { codesOf, isList, type Attribute, type AttributeType, type Labelling } from '../model/thing';
import type { Locale } from '../base/locale';
import { readTextArray } from './cells';

/** A cell that is not null, as JSON. */
export type ToJson = (cell: string) => string;

/** Any text. */
export const textToJson: ToJson = (cell) => JSON.stringify(cell);

/** A text that has nothing to escape: codes, dates, UUIDs. */
const plain: ToJson = (cell) => `"${cell}"`;
const asIs: ToJson = (cell) => cell;
const codesToJson: ToJson = (cell) => (cell === '{}' ? '[]' : `["${cell.slice(1, -1).replaceAll(',', '","')}"]`);
const textsToJson: ToJson = (cell) => JSON.stringify(readTextArray(cell));

const simple: Readonly<Record<Extract<AttributeType, string>, ToJson>> = {
  text: textToJson,
  longText: textToJson,
  int: asIs,
  boolean: asIs,
  date: plain,
  dateTime: (cell) => `"${instant(cell)}"`,
  uuid: plain,
};

export function attributeToJson({ type }: Attribute): ToJson {
  if (isList(type)) return codesOf(type) ? codesToJson : textsToJson;
  return typeof type === 'string' ? simple[type] : plain;
}

/** The label of a code, or of each of several, in a language. */
export function labelToJson({ type, labelled }: Attribute): (cell: string, locale: Locale) => string {
  const codes = codesOf(type);
  if (!codes) return textLabels(labelled);
  const labels = { en: labelsOf(codes, 'en'), pt: labelsOf(codes, 'pt') };
  const one = (code: string, locale: Locale): string => labels[locale].get(code) ?? textToJson(code);
  if (!isList(type)) return one;
  return (cell, locale) => {
    const found = cell === '{}' ? [] : cell.slice(1, -1).split(',');
    return `[${found.map((code) => one(code, locale)).join(',')}]`;
  };
}

/** Codes of a list that grows. */
function textLabels(labelled: Labelling | undefined): (cell: string, locale: Locale) => string {
  if (!labelled) throw new Error('only codes have labels');
  return (cell, locale) => JSON.stringify(labelled(cell, locale));
}

const labelsOf = (codes: CodeList, locale: Locale): ReadonlyMap<string, string> =>
  new Map(codes.codes.map((code) => [code, JSON.stringify(label(codes, code, locale))]));

/** Types and countries have short names. */
const scratch = Buffer.alloc(256);

/** A global id; the prefix is `Case:ZA:`. */
export function idToJson(prefix: string, uuid: string): string {
  const length = scratch.write(prefix + uuid, 'latin1');
  return `"${scratch.toString('base64url', 0, length)}"`;
}
