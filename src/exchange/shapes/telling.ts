/** Which program a table comes from, told by its headings. */
import type { ImportShape } from '../shape.codes';
import { kobo } from './kobo';
import { odk } from './odk';
import { primero } from './primero';
import { own, type Shape } from './shape';

const shapes: Readonly<Record<ImportShape, Shape>> = { PRIMERO: primero, ODK: odk, KOBO: kobo, OWN: own };
const told = [primero, odk, kobo];

export const shapeNamed = (code: ImportShape): Shape => shapes[code];

/** The shape of a file by the headings of its tables. */
export const shapeOf = (tables: readonly ReadonlySet<string>[]): Shape =>
  told.find(({ isOf }) => tables.some((headings) => isOf(headings))) ?? own;

/** Whether a heading is one that any program writes. */
export const isOfAProgram = (heading: string): boolean => {
  const one = new Set([heading]);
  return told.some((shape) => shape.isOwn(heading, one) || shape.rule?.(heading) !== undefined);
};
