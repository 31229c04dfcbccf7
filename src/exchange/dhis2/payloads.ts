/**
 * What is sent at once: one group of each data set, so that one refusal does not take all; of a data set that is completed,
 * one of each form, since a day of completion is that of a period and a unit.
 */
import type { Text } from '../../base/locale';
import { adxOf, inGroups } from './adx';
import { csvOf } from './csv';
import { cellKey, type DataValue } from './data-value';
import { grouped } from './grouped';
import { jsonOf } from './json';
import type { Mapping, Schemes } from './mapping';
import { notCompleted } from './texts';

export const formats = ['json', 'csv', 'adx'] as const;
export type Format = (typeof formats)[number];

export interface Payload {
  readonly dataSet: string;
  readonly format: Format;
  readonly contentType: string;
  /** In the order in which DHIS2 counts what it refuses. */
  readonly values: readonly DataValue[];
  readonly body: string;
  /** Of the request, beside the id schemes. */
  readonly query: Readonly<Record<string, string>>;
  /** Whether the form is to be complete once it is there. */
  readonly completes: boolean;
}

export interface Writing {
  readonly format: Format;
  /** Moment at which it is written, in UTC: `2026-06-05T08:00:00Z`. */
  readonly at: string;
  /** A dry run completes nothing. */
  readonly dryRun: boolean;
}

export const contentTypes: Readonly<Record<Format, string>> = {
  json: 'application/json',
  csv: 'application/csv',
  adx: 'application/adx+xml',
};

/** How files of a format end. */
export const endings: Readonly<Record<Format, string>> = { json: 'json', csv: 'csv', adx: 'xml' };

/** An id as part of the name of a file. */
export const inFileName = (id: string): string => id.replace(/[^A-Za-z0-9_-]+/g, '_');

/** The moment at which something is written, as DHIS2 is told it. */
export const writtenNow = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

/** @throws NotWritable for what the format cannot say */
export function payloadsOf(mapping: Mapping, values: readonly DataValue[], writing: Writing): readonly Payload[] {
  const { format } = writing;
  const taken = format === 'adx' ? values.filter((one) => !one.deleted) : values;
  const others = format === 'adx' ? values.filter((one) => one.deleted) : [];
  return [
    ...grouped(taken, ({ dataSet }) => dataSet).flatMap((group) => written(mapping, group, writing)),
    ...grouped(others, ({ dataSet }) => dataSet).flatMap((group) =>
      written(mapping, group, { ...writing, format: 'json' }),
    ),
  ];
}

function written(mapping: Mapping, values: readonly DataValue[], writing: Writing): readonly Payload[] {
  const { format, at, dryRun } = writing;
  const dataSet = values[0]?.dataSet ?? '';
  const day = at.slice(0, 10);
  const of = { dataSet, format, contentType: contentTypes[format], completes: false };
  if (format === 'csv') return [{ ...of, values, body: csvOf(values, day), query: { dataSet } }];
  if (format === 'adx')
    return [
      { ...of, values: inGroups(values), body: adxOf(values, { schemes: mapping.schemes, exported: at }), query: {} },
    ];
  const isCompleted = mapping.dataSets.some(({ id, complete }) => id === dataSet && complete) && !dryRun;
  if (!isCompleted) return [{ ...of, values, body: jsonOf({ dataSet, values }), query: {} }];
  return grouped(values, formOf).map((form) => {
    // A form of which all goes is none that was filled in, and one of a period that is not over is filled in again.
    const completes = form.some((one) => !one.deleted) && !form.some((one) => one.provisional);
    return {
      ...of,
      values: form,
      completes,
      body: jsonOf({ dataSet, values: form, ...(completes && { completeDate: day }) }),
      query: {},
    };
  });
}

const formOf = (value: DataValue): string => {
  const [, period, orgUnit, , attributeOptionCombo] = cellKey(value);
  return JSON.stringify([period, orgUnit, attributeOptionCombo]);
};

/** What the format of what is sent leaves to somebody else. */
export const leftBy = (mapping: Mapping, payloads: readonly Pick<Payload, 'dataSet' | 'format'>[]): readonly Text[] => {
  const sent = new Set(payloads.filter(({ format }) => format !== 'json').map(({ dataSet }) => dataSet));
  return mapping.dataSets.filter(({ id, complete }) => complete && sent.has(id)).map(({ id }) => notCompleted(id));
};

/** The id schemes as the request names them; each, since importers have defaults of their own for what is not named. */
export const queryOf = ({
  dataSets,
  dataElements,
  orgUnits,
  categoryOptionCombos,
}: Schemes): Record<string, string> => ({
  dataSetIdScheme: dataSets,
  dataElementIdScheme: dataElements,
  orgUnitIdScheme: orgUnits,
  categoryOptionComboIdScheme: categoryOptionCombos,
  attributeOptionComboIdScheme: categoryOptionCombos,
  // ADX alone names them, always by code.
  categoryIdScheme: 'CODE',
  categoryOptionIdScheme: 'CODE',
});
