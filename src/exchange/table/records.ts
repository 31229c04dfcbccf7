/** The rows of a table, mapped, one after the other. */
import { breathing } from '../../base/breathe';
import type { Input } from '../../model/input';
import type { Text } from '../../base/locale';
import { EXTERNAL_ID, type Given, type Mapping } from '../mapping/mapping';
import { OPEN, pathOf, placeAt, settled } from '../mapping/paths';
import type { CellFinding, MappedRow, Origin } from '../mapped';
import type { RawRow } from '../files/sheet';
import type { Shape, Under } from '../shapes/shape';
import { isUnknown, valueOf } from '../values/value';
import type { Repeats } from './repeats';
import { RowReader, type Findings, type Readable } from './row';
import { recordsOf, underOf, type Column } from './table';
import { Tree, type Steps } from './tree';

/** What a row has besides what its cells say. */
export interface Constant {
  readonly steps: Steps;
  readonly value: unknown;
  /** Only where something lies there; null: in every row. */
  readonly where: Steps | null;
  readonly remark?: Text | undefined;
}

export interface Context {
  readonly shape: Shape;
  readonly repeats: Repeats;
  readonly constants: readonly Constant[];
}

export async function* mappedRows(readable: Readable, context: Context): AsyncGenerator<MappedRow> {
  const { table } = readable.assignment;
  const under = underOf(table);
  for await (const row of breathing(recordsOf(table))) {
    if (readable.scanned.totals.has(row.row)) continue;
    yield mappedRow(readable, context, row, under(row));
  }
}

function mappedRow(readable: Readable, { shape, repeats, constants }: Context, row: RawRow, under: Under): MappedRow {
  const { table, externalId } = readable.assignment;
  const id = idOf(externalId, row);
  const place = { row: row.row, sheet: table.name, externalId: id?.text ?? null };
  const why = shape.refusal?.(under);
  if (why) return { ...place, input: {}, origins: new Map(), problems: [ofRow(why)], warnings: [] };
  const [tree, findings]: [Tree, Findings] = [new Tree(), { problems: [], warnings: [] }];
  new RowReader(readable, tree, findings, row, []).read();
  repeats.read(repeats.keysOf(under, table), tree, findings);
  for (const constant of constants) settle(tree, constant, findings);
  const odd = shape.remark?.(under);
  if (odd) findings.warnings.push(ofRow(odd));
  return { ...place, ...finished(tree, findings, id) };
}

type Finished = Pick<MappedRow, 'input' | 'origins' | 'problems' | 'warnings'>;

/** With paths as they are in the input, where lists have no gaps. */
export function finished(tree: Tree, { problems, warnings }: Findings, id: Id | null): Finished {
  const { input, origins, renamed } = tree.done();
  const told = (finding: CellFinding): CellFinding => ({
    ...finding,
    path: finding.path === null ? null : renamed(finding.path),
  });
  if (id) origins.set(EXTERNAL_ID, id.origin);
  return { input, origins, problems: problems.map(told), warnings: warnings.map(told) };
}

const ofRow = (text: Text): CellFinding => ({ column: null, heading: null, path: null, text });

interface Id {
  readonly text: string;
  readonly origin: Origin;
}

/** Programs that write what kind of identifier it is do not always. */
const plainId = (text: string): string => text.trim().replace(/^uuid:/i, '');

function idOf(columns: readonly Column[], { cells }: RawRow): Id | null {
  for (const { at, letter, heading } of columns) {
    const cell = cells[at];
    if (typeof cell !== 'string' || cell.trim() === '' || isUnknown(cell)) continue;
    return { text: plainId(cell), origin: { column: letter, heading } };
  }
  return null;
}

/** Puts a constant where nothing was said: where items of a list are open, in each that there is. */
export function settle(tree: Tree, { steps, value, where, remark }: Constant, findings: Findings): void {
  if (where && !tree.reaches(where)) return;
  for (const place of openEach(tree, steps)) {
    if (tree.reaches(place)) continue;
    tree.put(place, value, null);
    if (remark) findings.warnings.push({ column: null, heading: null, path: pathOf(place), text: remark });
  }
}

function openEach(tree: Tree, steps: Steps): Steps[] {
  const at = steps.indexOf(OPEN);
  if (at < 0) return [steps];
  const [before, after] = [steps.slice(0, at), steps.slice(at + 1)];
  return tree.positions(before).flatMap((position) => openEach(tree, [...before, position, ...after]));
}

/** What every row has: of the mapping, then of the shape. What does not fit was told before. */
export function constantsOf(
  input: Input,
  { constants = {} }: Mapping,
  given: readonly Given[],
  timeZone: string,
): Constant[] {
  const reading = { meanings: new Map(), timeZone, isMonthFirst: false };
  const said = Object.entries(constants).flatMap(([path, constant]): Constant[] => {
    const place = placeAt(input, path);
    const converted = place?.field.attribute && valueOf(place.field.attribute, String(constant), reading);
    return converted && 'value' in converted ? [{ steps: place.steps, value: converted.value, where: null }] : [];
  });
  const shaped = given.flatMap(({ path, value, where, remark, once }): Constant[] => {
    const place = placeAt(input, path);
    const converted = place?.field.attribute && valueOf(place.field.attribute, value, reading);
    if (!place || !converted || !('value' in converted)) return [];
    const of = where === '' ? null : where.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return [{ steps: settled(place), value: converted.value, where: of, remark: once ? undefined : remark }];
  });
  return [...said, ...shaped];
}
