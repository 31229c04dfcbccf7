/**
 * People whom a file calls by a code of its own: rows of one code are of one person. Such a code stands as `survivorId` beside
 * what the row tells of the survivor, who is the one of that code where an earlier row told of them, and is called so from then on.
 */
import { thingOf } from '../../model/thing';
import { Survivor } from '../casework/survivor/survivor.entity';
import type { Kept } from './import.keeping';
import { referenceOf } from './import.marks';
import type { Batch, Done, ImportRow } from './import.batch';

type Flat = Record<string, unknown>;

/** What a row calls a survivor of whom it tells as well. */
export const calledOf = ({ survivor, survivorId }: Readonly<Flat>): string | undefined =>
  survivor !== undefined && survivor !== null && typeof survivorId === 'string' ? survivorId : undefined;

/** Rows of a person of whom an earlier one tells come after it, so that they find who it is. */
export function inTurn(rows: readonly ImportRow[]): { readonly now: ImportRow[]; readonly later: ImportRow[] } {
  const met = new Set<string>();
  const [now, later]: [ImportRow[], ImportRow[]] = [[], []];
  for (const row of rows) {
    const { survivorId } = row.input;
    (typeof survivorId === 'string' && met.has(survivorId) ? later : now).push(row);
    const name = calledOf(row.input);
    if (name !== undefined) met.add(name);
  }
  return { now, later };
}

type Work = Parameters<Batch['references']['idOf']>[0];

/** Puts those who are known in the place of what is told of them. @returns what the others are called from now on */
export async function meetPeople(
  { references }: Batch,
  work: Work,
  inputs: ReadonlyMap<ImportRow, Flat>,
): Promise<ReadonlyMap<ImportRow, string>> {
  const named = [...inputs].flatMap(([row, input]) => {
    const name = calledOf(input);
    return name === undefined ? [] : [{ row, input, name }];
  });
  const met = await Promise.all(named.map(({ name }) => references.idOf(work, thingOf(Survivor), name)));
  const others = new Map<ImportRow, string>();
  named.forEach(({ row, input, name }, at) => {
    if (met[at] !== undefined) {
      delete input.survivor;
      input.survivorId = met[at];
    } else {
      delete input.survivorId;
      others.set(row, name);
    }
  });
  return others;
}

/** That a survivor whom a row made is called so. */
export function callings(
  { marking }: Batch,
  { row, digest }: ImportRow,
  name: string | undefined,
  { made }: Pick<Done, 'made'>,
): Kept[] {
  const found = made.find(([type]) => type === thingOf(Survivor).name);
  if (name === undefined || !found) return [];
  const [entity, recordId] = found;
  const reference = referenceOf(marking, 'SURVIVOR', name);
  return [{ kind: 'SURVIVOR', row, reference, digest, entity, recordId, made: [found] }];
}
