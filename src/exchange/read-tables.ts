/** Tables of an import as rows of what a mutation takes. */
import { FileRefused, type Sheet } from './files/sheet';
import type { FileFinding, MappedRow, ReadFiles } from './mapped';
import { folded, Headings } from './mapping/headings';
import { nothing, ofFile, refusalOf, type Reading } from './reading';
import { isOfAProgram, shapeNamed, shapeOf } from './shapes/telling';
import { Assigner } from './table/assigned';
import { constantsOf, mappedRows, type Context } from './table/records';
import type { Readable } from './table/row';
import { scanAll } from './table/scanning';
import { foundOf, sort, wrongIn } from './table/sorted';
import { tableOf, type Table } from './table/table';
import * as texts from './texts';

export async function readTables(sheets: readonly Sheet[], reading: Reading): Promise<ReadFiles> {
  const { input, mapping, timeZone } = reading;
  const headings = new Headings(input);
  const warnings = sheets.flatMap((sheet) => sheet.warnings.map((one) => ofFile(sheet.file, sheet.name, one)));
  const tables = await tablesOf(sheets, headings, reading, warnings);
  if (tables instanceof Refused) return nothing(reading.shape ?? 'OWN', [tables.finding], { warnings });
  const shape = reading.shape ? shapeNamed(reading.shape) : shapeOf(tables.map((table) => table.headings));
  if (tables.length === 0) {
    return nothing(shape.code, [], { warnings: [...warnings, ofFile(sheets[0]?.file ?? '', null, texts.noRows)] });
  }
  const sorted = sort(tables, shape, (table) => new Assigner(table, { input, headings, mapping, shape }).assign());
  const found = [...sorted.mains, ...sorted.repeats].map((one) => foundOf(one, shape));
  warnings.push(...sorted.warnings);
  const wrong = wrongIn(sorted, tables, reading);
  if (wrong.length > 0) return nothing(shape.code, wrong, { warnings, tables: found });
  const ready = await scanAll(sorted, reading);
  if (!('mains' in ready)) return nothing(shape.code, [ready], { warnings, tables: found });
  const constants = constantsOf(input, mapping, shape.given ?? [], timeZone);
  return {
    ...{ shape: shape.code, tables: found, problems: [], warnings: [...warnings, ...ready.warnings] },
    rows: allRows(ready.mains, { shape, repeats: ready.repeats, constants }),
  };
}

class Refused {
  constructor(readonly finding: FileFinding) {}
}

/** Hidden sheets are not read, blank ones have nothing to read. */
async function tablesOf(
  sheets: readonly Sheet[],
  headings: Headings,
  { mapping }: Reading,
  warnings: FileFinding[],
): Promise<Table[] | Refused> {
  const mapped = new Set(Object.keys(mapping.columns).map((heading) => folded(heading)));
  const isKnown = (text: string): boolean => {
    const key = folded(text);
    return mapped.has(key) || isOfAProgram(key) || headings.isExternalId(key) || headings.placeOf(text) !== null;
  };
  const files = new Set(sheets.map(({ file }) => file));
  const tables: Table[] = [];
  for (const sheet of sheets) {
    const name = sheet.name ?? (files.size > 1 ? sheet.file : null);
    try {
      const table = await tableOf(sheet, name, isKnown);
      if (table && sheet.hidden) warnings.push(ofFile(sheet.file, sheet.name, texts.hiddenSheet));
      else if (table) tables.push(table);
    } catch (error) {
      if (error instanceof FileRefused) return new Refused(refusalOf(sheet.file, sheet.name, error));
      throw error;
    }
  }
  return tables;
}

async function* allRows(mains: readonly Readable[], context: Context): AsyncGenerator<MappedRow> {
  for (const main of mains) yield* mappedRows(main, context);
}
