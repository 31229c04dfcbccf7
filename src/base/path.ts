/** Places in an answer: keys, and the positions in lists that are known only while it is written. */

/** Stands for a position in a list. */
export const POSITION = Symbol('position');

/** A place in a document: what leads to it, positions open. */
export type Place = readonly (string | typeof POSITION)[];

export type Path = readonly (string | number)[];

/** How many positions lie on the way. */
export const depthOf = (place: Place): number => place.filter((step) => step === POSITION).length;

/** A place as a path, with the positions where the writing is now. */
export function pathTo(place: Place, positions: readonly number[]): Path {
  let depth = 0;
  return place.map((step) => (step === POSITION ? (positions[depth++] ?? 0) : step));
}
