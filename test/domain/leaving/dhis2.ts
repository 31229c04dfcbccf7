/**
 * What `handsoff dhis2 write` makes of tables: by a mapping in which every cell that an account is told has a place of its
 * own, so that whatever stands in the files is read back as what it is of.
 */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClient } from '../../../src/cli/api-client';
import { placesOf } from '../../../src/domain/indicator/dhis2/tables';
import { write } from '../../../src/cli/dhis2-write';
import type { DataValue } from '../../../src/exchange/dhis2/data-value';
import type { Mapping } from '../../../src/exchange/dhis2/mapping';
import { readMapping } from '../../../src/exchange/dhis2/mapping-read';
import { dhis2Period } from '../../../src/exchange/dhis2/period';
import { nothingSent, sentText, withTaken } from '../../../src/exchange/dhis2/sent';
import type { Client } from '../../support/app';
import { csvOfNew, jsonRead, type Read } from '../../support/dhis2/readers';
import type { Row } from './asked';
import { measures, NOT_KNOWN, Numbers, type Measure, type Told } from './numbers';

/** The commands ask over the network; here they ask the API itself. */
const clientOf = (account: Client): ApiClient => ({
  ...{ url: '', locale: 'en' },
  async query<T>(document: string, variables?: Readonly<Record<string, unknown>>) {
    const { data, errors } = await account.query(document, variables, { 'accept-language': 'en' });
    if (!data || errors.length > 0) throw new Error(JSON.stringify(errors));
    return data as T;
  },
  send: () => Promise.reject(new Error('Nothing is sent')),
});

const PLACE = 'PROVINCE';
/** No code has it. */
const BETWEEN = ' & ';

interface Entry {
  readonly indicator: string;
  readonly by: readonly string[];
  readonly combos: Set<string>;
  isShare: boolean;
}

const codesAt = ({ dimensions }: Pick<Row, 'dimensions'>): readonly (readonly [string, string])[] =>
  dimensions.map(({ dimension, code }) => [dimension, code ?? NOT_KNOWN] as const);

/** Of each type of period its indicators by what they are told. */
function entriesOf(rows: readonly Row[]): ReadonlyMap<string, ReadonlyMap<string, Entry>> {
  const sets = new Map<string, Map<string, Entry>>();
  for (const row of rows) {
    const type = dhis2Period(row.period)?.type ?? '';
    const set = sets.get(type) ?? new Map<string, Entry>();
    sets.set(type, set);
    const codes = codesAt(row);
    const by = codes.map(([dimension]) => dimension);
    const key = [row.indicator, ...by].join();
    const entry = set.get(key) ?? { indicator: row.indicator, by, combos: new Set(), isShare: false };
    set.set(key, entry);
    entry.isShare ||= row.denominator !== null;
    const others = codes.filter(([dimension]) => dimension !== PLACE).map(([, code]) => code);
    if (others.length > 0) entry.combos.add(others.join());
  }
  return sets;
}

function entryText({ indicator, by, combos, isShare }: Entry): object {
  const element = (measure: Measure): string => [indicator, measure, ...by].join(BETWEEN);
  const told = measures.filter((measure) => measure !== 'denominator' || isShare);
  return {
    ...{ indicator, ...Object.fromEntries(told.map((measure) => [measure, element(measure)])) },
    ...(by.length > 0 && { by }),
    ...(combos.size > 0 && {
      categoryOptionCombos: Object.fromEntries([...combos].map((codes) => [codes, codes.replaceAll(',', BETWEEN)])),
    }),
  };
}

/** Everything that these rows tell has a place. */
export async function mappingOf(account: Client, rows: readonly Row[]): Promise<Mapping> {
  const country = rows[0]?.country ?? '';
  const { codes } = await placesOf(clientOf(account), country, false);
  const units = [country, ...codes, NOT_KNOWN];
  const scheme = { dataSets: 'code', dataElements: 'code', orgUnits: 'code', categoryOptionCombos: 'code' };
  const dataSets = [...entriesOf(rows)].map(([periodType, entries]) => ({
    ...{ id: periodType, periodType, rounded: true },
    indicators: [...entries.values()].map(entryText),
  }));
  const said = { country, schemes: scheme, orgUnits: Object.fromEntries(units.map((one) => [one, one])), dataSets };
  return readMapping(JSON.stringify(said));
}

export interface Written {
  readonly numbers: Numbers;
  /** What is to be deleted: of what, without a number. */
  readonly deletions: readonly Omit<Told, 'number'>[];
  /** The record that is kept of it, as text. */
  readonly record: string;
}

export interface Writing {
  readonly account: Client;
  readonly mapping: Mapping;
  readonly periods: readonly string[];
  readonly format?: 'json' | 'csv';
  /** Path of the record of what was sent before. */
  readonly sent?: string;
}

/** @param folder in which the files are made */
export async function written(folder: string, { account, mapping, periods, format = 'json', sent }: Writing) {
  const out = mkdtempSync(join(folder, 'out-'));
  const say = jest.spyOn(console, 'log').mockImplementation();
  const release = { release: null, ...(sent !== undefined && { sent }) };
  await write(clientOf(account), mapping, { periods, format, out, ...release }).finally(() => say.mockRestore());
  const texts = readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')] as const);
  const values = texts.flatMap(([, text]) => (format === 'csv' ? csvOfNew(text) : jsonRead(text).values));
  return read(mapping, values);
}

function read(mapping: Mapping, values: readonly Read[]): Written {
  const [numbers, deletions, taken] = [new Numbers(), [] as Omit<Told, 'number'>[], [] as DataValue[]];
  for (const one of values) {
    const of = cellOf(mapping, one);
    if (one.deleted) deletions.push(of);
    else numbers.add({ ...of, number: Number(one.value) });
    const { dataElement, period, orgUnit, categoryOptionCombo, attributeOptionCombo } = one;
    taken.push({
      ...{ dataElement: dataElement ?? '', period: period ?? '', orgUnit: orgUnit ?? '', value: one.value ?? '' },
      ...{ categoryOptionCombo, attributeOptionCombo, dataSet: dhis2Period(period ?? '')?.type ?? '' },
      ...(one.deleted && { deleted: true as const }),
    });
  }
  return { numbers, deletions, record: sentText(withTaken(nothingSent('https://dhis2.example', mapping), taken)) };
}

function cellOf({ country }: Mapping, one: Read): Omit<Told, 'number'> {
  const [indicator = '', measure, ...by] = (one.dataElement ?? '').split(BETWEEN);
  const codes = (one.categoryOptionCombo ?? '').split(BETWEEN);
  const others = by.filter((name) => name !== PLACE);
  const at = by.map((name) => [name, name === PLACE ? (one.orgUnit ?? '') : (codes[others.indexOf(name)] ?? '')]);
  return {
    ...{ country, indicator, period: one.period ?? '', measure: measure as Measure },
    at: Object.fromEntries(at) as Told['at'],
  };
}
