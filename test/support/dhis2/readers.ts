/**
 * How DHIS2 reads what it is sent, by the rules of its two importers (up to 2.42, and from 2.43 on), traps included: what a
 * writer makes is held against this.
 */
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { dhis2Period } from '../../../src/exchange/dhis2/period';

export type Importer = 'OLD' | 'NEW';

export interface Read {
  readonly dataElement: string | null;
  readonly period: string | null;
  readonly orgUnit: string | null;
  readonly categoryOptionCombo: string | null;
  readonly attributeOptionCombo: string | null;
  readonly value: string | null;
  readonly comment: string | null;
  readonly deleted: boolean;
  /** What is read as category and option. */
  readonly options?: Readonly<Record<string, string>>;
}

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** By position; the first row is passed over, whatever it says. */
export function csvOfOld(text: string): readonly Read[] {
  const rows = parse(text, { relax_column_count: true, trim: true, skip_empty_lines: true, bom: true });
  return rows.slice(1).map((row) => ({
    ...{ dataElement: orNull(row[0]), period: orNull(row[1]), orgUnit: orNull(row[2]) },
    ...{ categoryOptionCombo: orNull(row[3]), attributeOptionCombo: orNull(row[4]), value: orNull(row[5]) },
    ...{ comment: orNull(row[8]), deleted: row[10] === 'true' },
  }));
}

const fields = ['dataElement', 'period', 'orgUnit', 'categoryOptionCombo', 'attributeOptionCombo', 'value', 'comment'];
const known = [...fields, 'deleted', 'followUp', 'storedBy', 'timestamp', 'lastUpdated', 'created'];

/** By heading; a comma parts cells wherever it stands, a blank line ends the file, and so does what is no LF. */
export function csvOfNew(text: string): readonly Read[] {
  const lines = text.split('\n');
  const unquoted = (cell: string): string => (/^".*"$/.test(cell) ? cell.slice(1, -1) : cell);
  const cellsOf = (line: string): string[] =>
    line.split(',').map((cell) => unquoted(cell.replace(/^[ \t]+|[ \t]+$/g, '')));
  const headings = cellsOf((lines[0] ?? '').replace(/\r$/, ''));
  const end = lines.findIndex((line, at) => at > 0 && line.replace(/\r$/, '') === '');
  const rows = lines.slice(1, end < 0 ? undefined : end);
  const read = rows.findIndex((line) => line.includes('\r'));
  return rows.slice(0, read < 0 ? undefined : read + 1).map((line) => {
    const said: Record<string, string | null> = {};
    cellsOf(line).forEach((cell, at) => {
      const heading = headings[at] ?? '';
      const name = known.find((one) => one === heading || one.toLowerCase() === heading) ?? heading;
      said[name] = cell === 'null' || cell === '' ? null : cell;
    });
    const others = Object.entries(said).filter(([name, value]) => !known.includes(name) && value !== null);
    const plain = Object.fromEntries(fields.map((name) => [name, said[name] ?? null]));
    return {
      ...(plain as unknown as Omit<Read, 'deleted'>),
      deleted: said['deleted'] === 'true',
      ...(others.length > 0 && { options: Object.fromEntries(others) as Record<string, string> }),
    };
  });
}

interface JsonGroup {
  readonly dataSet?: string;
  readonly period?: string;
  readonly orgUnit?: string;
  readonly attributeOptionCombo?: string;
  readonly completeDate?: string;
  readonly dataValues: readonly (Partial<Omit<Read, 'value'>> & { readonly value?: unknown })[];
}

/** What a group says of all its values counts where they say nothing. Both importers want values to be texts. */
export function jsonRead(text: string): { readonly group: JsonGroup; readonly values: readonly Read[] } {
  const group = JSON.parse(text) as JsonGroup;
  const values = group.dataValues.map((one) => ({
    dataElement: one.dataElement ?? null,
    period: one.period ?? group.period ?? null,
    orgUnit: one.orgUnit ?? group.orgUnit ?? null,
    categoryOptionCombo: one.categoryOptionCombo ?? null,
    attributeOptionCombo: one.attributeOptionCombo ?? group.attributeOptionCombo ?? null,
    value: typeof one.value === 'string' ? orNull(one.value) : null,
    comment: one.comment ?? null,
    deleted: one.deleted === true,
  }));
  return { group, values };
}

/** What DHIS2 takes of a document in ADX, with what it makes of periods. */
export function adxRead(text: string): readonly (Read & { readonly dataSet: string | null })[] {
  const found: (Read & { dataSet: string | null })[] = [];
  let group: Record<string, string> = {};
  let annotation: string | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'group') group = { ...(attributes as Record<string, string>) };
    if (name === 'annotation') annotation = '';
    if (name !== 'dataValue') return;
    const { dataElement, value, comment, categoryOptionCombo, ...options } = attributes as Record<string, string>;
    found.push({
      ...{ dataSet: group['dataSet'] ?? null, dataElement: orNull(dataElement), orgUnit: orNull(group['orgUnit']) },
      period: adxPeriod(group['period'] ?? ''),
      categoryOptionCombo: orNull(categoryOptionCombo),
      attributeOptionCombo: orNull(group['attributeOptionCombo']),
      ...{ value: orNull(value), comment: orNull(comment), deleted: false },
      ...(Object.keys(options).length > 0 && categoryOptionCombo === undefined && { options }),
    });
  });
  parser.on('text', (said) => {
    if (annotation !== null) annotation += said;
  });
  parser.on('closetag', ({ name }) => {
    if (name !== 'annotation') return;
    found.push({ ...(found.pop() as (typeof found)[number]), value: annotation });
    annotation = null;
  });
  parser.write(text).close();
  return found;
}

/** The period that DHIS2 finds for a start and a duration: of those that there are, one that is read back as itself. */
export function adxPeriod(said: string): string | null {
  const [start = '', duration = ''] = said.split('/');
  if (!/^P(\d+[DM]|1Y)$/.test(duration)) return null;
  if (duration === 'P1D') return dhis2Period(start.replaceAll('-', ''))?.id ?? null;
  const years = [-1, 0, 1].map((by) => Number(start.slice(0, 4)) + by);
  for (const id of years.flatMap(idsOf)) {
    const period = dhis2Period(id);
    if (period?.adx === said && period.survives) return id;
  }
  return null;
}

const range = (count: number, named: (nth: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => named(at + 1));
const two = (nth: number): string => String(nth).padStart(2, '0');

const idsOf = (year: number): string[] => [
  ...range(12, (nth) => `${year}${two(nth)}`),
  ...range(6, (nth) => `${year}${two(nth)}B`),
  ...range(4, (nth) => `${year}Q${nth}`),
  ...['S', 'AprilS', 'NovS'].flatMap((name) => range(2, (nth) => `${year}${name}${nth}`)),
  ...['', 'Feb', 'April', 'July', 'Aug', 'Sep', 'Oct', 'Nov'].map((name) => `${year}${name}`),
  ...['W', 'WedW', 'ThuW', 'FriW', 'SatW', 'SunW'].flatMap((name) => range(53, (nth) => `${year}${name}${nth}`)),
  ...range(26, (nth) => `${year}BiW${nth}`),
];
