/** What a form cannot say of a mapping, whatever the numbers are: it is told before anybody asks for them. */
import { periodInAdx, xmlText } from './adx';
import { csvCell } from './csv';
import { DEFAULT } from './data-value';
import { NotWritable, type Fault } from './fault';
import type { DataSet, Entry, Mapping } from './mapping';
import type { Format } from './payloads';
import { noDefaultUid } from './texts';

type Of = Pick<Mapping, 'schemes' | 'orgUnits' | 'categories'>;

/** Of one data set. */
export function unsayable(mapping: Of, dataSet: DataSet, periods: readonly string[], format: Format): readonly Fault[] {
  if (format === 'json') return [];
  const [check, line] = [format === 'csv' ? csvCell : xmlText, dataSet.line];
  const units = [...mapping.orgUnits.values()].flatMap((unit) => unit ?? []);
  return [
    ...(format === 'adx' ? periods.flatMap((period) => refused(null, () => periodInAdx(period))) : []),
    ...[dataSet.id, dataSet.attributeOptionCombo].flatMap((id) => refused(line, () => check(id))),
    ...units.flatMap((id) => refused(null, () => check(id))),
    ...dataSet.entries.flatMap((entry) => [
      ...idsOf(entry).flatMap((id) => refused(entry.line, () => check(id))),
      ...(format === 'adx' && lacksDefault(mapping, entry) ? [{ line: entry.line, text: noDefaultUid }] : []),
    ]),
  ];
}

const combosOf = ({ combo, combos }: Entry): readonly string[] =>
  combos ? [...combos.values()].flatMap((id) => id ?? []) : combo === null ? [] : [combo];

const idsOf = (entry: Entry): readonly string[] => [
  ...Object.values(entry.targets).map(({ dataElement }) => dataElement),
  ...combosOf(entry),
];

/** Where combinations are named by uid the default one cannot be; where categories are named none is. */
const lacksDefault = ({ schemes, categories }: Of, entry: Entry): boolean =>
  schemes.categoryOptionCombos === 'UID' && categories.size === 0 && combosOf(entry).includes(DEFAULT);

function refused(line: number | null, work: () => unknown): readonly Fault[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof NotWritable) return [{ line, text: error.text }];
    throw error;
  }
}
