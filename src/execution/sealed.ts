/** A sealed value of a row, opened while the answer is written. */
import { column, raw } from '../base/sql';
import type { Attribute } from '../model/thing';
import type { Cells } from './cells';
import type { Part, Source } from './part';
import type { Writing } from './writing';

/** @throws SealBroken */
export type Open = (cells: Cells, at: number, writing: Writing) => string | null;

/** A row whose data key was destroyed keeps null: it was erased. */
export function sealedText(part: Part, from: Source, attribute: Attribute): Open {
  const cell = part.attribute(from, attribute);
  const id = part.id(from);
  const key = part.cell(part.export(from, 'data_key_id', column(from.alias, 'data_key_id')));
  const wrapped = part.cell(part.export(from, '$wrapped', raw(`encode(k.wrapped, 'hex')`)));
  part.keys.set(key, wrapped);
  const where = { table: from.thing.table, column: attribute.column };
  return (cells, at, writing) => {
    const text = cells[at + cell];
    const dataKey = typeof text === 'string' ? writing.key(cells[at + key] as string, cells[at + wrapped]) : null;
    return dataKey && writing.open(dataKey, text as string, { ...where, row: cells[at + id] as string });
  };
}
