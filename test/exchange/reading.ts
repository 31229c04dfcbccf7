/** Reads files in a test as an import of cases does, and says of each row what was found. */
import '../../src/domain/all';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allActions } from '../../src/model/action';
import type { Input } from '../../src/model/input';
import { readFiles, type Mapping, type ReadOptions } from '../../src/exchange/read-files';
import type { CellFinding, MappedRow, ReadFiles } from '../../src/exchange/mapped';

export const inputOf = (action: string): Input => {
  const found = allActions.get(action);
  if (!found) throw new Error(`there is no mutation ${action}`);
  return found.input;
};
export const ofCases = inputOf('registerCase');

export const sample = (name: string) => ({ name, bytes: readFileSync(join(__dirname, 'samples', name)) });
export const csv = (text: string, name = 'table.csv') => ({ name, bytes: Buffer.from(text) });
export const xlsx = (bytes: Buffer, name = 'table.xlsx') => ({ name, bytes });

export interface Read extends Omit<ReadFiles, 'rows'> {
  readonly rows: readonly MappedRow[];
}

type File = Parameters<typeof readFiles>[0][number];

/** Everything that is in some files, by the clocks of Maputo. */
export async function read(files: File | readonly File[], options: Partial<ReadOptions> = {}): Promise<Read> {
  const given = Array.isArray(files) ? (files as readonly File[]) : [files as File];
  const found = await readFiles(given, { input: ofCases, timeZone: 'Africa/Maputo', ...options });
  const rows: MappedRow[] = [];
  for await (const row of found.rows) rows.push(row);
  return { ...found, rows };
}

export const mapped = (columns: Mapping['columns'], values: Mapping['values'] = {}): { mapping: Mapping } => ({
  mapping: { columns, values },
});

/** `B incidents.0.detail.occurredOn`: where something was found. */
export const places = (findings: readonly CellFinding[]): string[] =>
  findings.map(({ column, path }) => [column, path].filter((one) => one !== null).join(' '));

/** What is said of rows, without their texts. */
export const outcome = ({ row, input, problems }: MappedRow) => [row, input, ...places(problems)];
