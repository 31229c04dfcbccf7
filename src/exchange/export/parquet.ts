/** Parquet: every column typed, whatever stands in it; times are in UTC, and their names say so. */
import type { ColumnSource, SchemaElement } from 'hyparquet-writer' with { 'resolution-mode': 'import' };
import type { Cell, Column, ColumnKind, Row, WriteFile } from './column';
import { headingOf } from './workbook';

/** Rows that are held before they are written: the fewer, the less columns gain by standing together. */
const GROUP_ROWS = 20_000;

type Typed = Omit<SchemaElement, 'name' | 'repetition_type'>;

const types: Readonly<Record<ColumnKind, Typed>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  dateTime: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
};

export const writeParquet: WriteFile = async function* (columns, batches) {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'Hands Off API' });
  let held: Row[] = [];
  const written = (): Buffer => {
    const bytes = Buffer.from(writer.getBytes());
    writer.index = 0;
    return bytes;
  };
  const group = (): Buffer => {
    void file.write({ columnData: columnsOf(columns, held), rowGroupSize: held.length });
    held = [];
    return written();
  };
  for await (const rows of batches) {
    held = held.concat(rows);
    if (held.length >= GROUP_ROWS) yield group();
  }
  if (held.length > 0) yield group();
  void file.finish();
  yield written();
};

const schemaOf = (columns: readonly Column[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map((column): SchemaElement => ({
    ...types[column.kind],
    name: headingOf(column),
    repetition_type: 'OPTIONAL',
  })),
];

const columnsOf = (columns: readonly Column[], rows: readonly Row[]): ColumnSource[] =>
  columns.map((column, at) => ({ name: headingOf(column), data: rows.map((row) => valueOf(row[at] ?? null, column)) }));

const valueOf = (cell: Cell, { kind }: Column): Cell | Date =>
  typeof cell === 'string' && (kind === 'date' || kind === 'dateTime') ? new Date(cell) : cell;
