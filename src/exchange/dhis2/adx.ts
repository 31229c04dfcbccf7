/**
 * ADX (IHE Aggregate Data Exchange), as the standard has it and DHIS2 reads it: a group for each data set, period and unit;
 * categories as attributes, or a combination by its name. It has no deletions, and DHIS2 takes an annotation for the value.
 */
import { assertWritable, DEFAULT, type DataValue } from './data-value';
import { NotWritable } from './fault';
import { grouped } from './grouped';
import type { Schemes } from './mapping';
import { dhis2Period } from './period';
import * as texts from './texts';

export const ADX_NAMESPACE = 'urn:ihe:qrph:adx:2015';

export interface AdxOptions {
  readonly schemes: Schemes;
  /** Moment at which it is written, as `2026-06-05T08:00:00Z`. */
  readonly exported: string;
}

/** The values in the order in which they stand in the document: refusals count them so. */
export const inGroups = (values: readonly DataValue[]): readonly DataValue[] => grouped(values, groupKey).flat();

const groupKey = (one: DataValue): string =>
  JSON.stringify([one.dataSet, one.orgUnit, one.period, one.attributeOptionCombo]);

/** @throws NotWritable for what ADX cannot say, or DHIS2 would read back as something else */
export function adxOf(values: readonly DataValue[], { schemes, exported }: AdxOptions): string {
  assertWritable(values);
  const groups = grouped(values, groupKey).map((group) => groupOf(group, schemes));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    element('adx', { xmlns: ADX_NAMESPACE, exported }, false),
    ...groups.flat(),
    '</adx>',
    '',
  ].join('\n');
}

function groupOf(values: readonly [DataValue, ...DataValue[]], schemes: Schemes): readonly string[] {
  const [first] = values;
  const combo = first.attributeOptionCombo;
  const group = {
    ...{ dataSet: first.dataSet, orgUnit: first.orgUnit, period: periodInAdx(first.period) },
    ...(combo !== null && { attributeOptionCombo: combo }),
  };
  const lines = values.map((one) => {
    if (one.deleted) throw new NotWritable(texts.noDeletions);
    if (one.provisional) throw new NotWritable(texts.noProvisional(one.period));
    if (one.comment !== undefined) throw new NotWritable(texts.noComments);
    return `    ${element('dataValue', { dataElement: one.dataElement, ...comboOf(one, schemes), value: one.value }, true)}`;
  });
  if (new Set(lines.map((line) => line.replace(/ value="[^"]*"/, ''))).size < lines.length)
    throw new NotWritable(texts.sameOptions);
  return [`  ${element('group', group, false)}`, ...lines, '  </group>'];
}

/** @throws NotWritable where ADX does not bring the period back */
export function periodInAdx(id: string): string {
  const period = dhis2Period(id);
  if (period?.survives) return period.adx;
  throw new NotWritable(texts.lostPeriod(id));
}

function comboOf({ categories, categoryOptionCombo }: DataValue, schemes: Schemes): Readonly<Record<string, string>> {
  if (categories) return Object.fromEntries(categories);
  // The uid of the default one is not the same everywhere; its code is.
  if (categoryOptionCombo === null && schemes.categoryOptionCombos === 'UID') throw new NotWritable(texts.noDefaultUid);
  return { categoryOptionCombo: categoryOptionCombo ?? DEFAULT };
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** @throws NotWritable for what XML cannot say */
export function xmlText(value: string): string {
  if (/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(value))
    throw new NotWritable(texts.noXml(JSON.stringify(value)));
  return value.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

function element(name: string, attributes: Readonly<Record<string, string>>, isEmpty: boolean): string {
  const said = Object.entries(attributes).map(([key, value]) => {
    if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(key)) throw new NotWritable(texts.noXml(JSON.stringify([key, value])));
    return `${key}="${xmlText(value)}"`;
  });
  return `<${[name, ...said].join(' ')}${isEmpty ? '/' : ''}>`;
}
