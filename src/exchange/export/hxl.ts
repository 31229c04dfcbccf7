/**
 * HXL tags (hxlstandard.org 1.1): what a column is, whatever it is called. Only what the standard has a tag for has one;
 * `#value` is money there, so numbers are `#indicator +num`.
 */
import type { ColumnKind } from './column';

const byCoordinate: Readonly<Record<string, string>> = {
  'Province.code': '#adm1+code',
  'Province.name': '#adm1+name',
  'District.code': '#adm2+code',
  'District.name': '#adm2+name',
  'Organisation.id': '#org+code',
  'Organisation.name': '#org+name',
  'IndicatorRow.indicator': '#indicator+code',
  'IndicatorRow.indicatorLabel': '#indicator+name',
  'IndicatorRow.value': '#indicator+num',
  'IndicatorRow.numerator': '#indicator+num+numerator',
  'IndicatorRow.denominator': '#indicator+num+denominator',
  'IndicatorRow.previous': '#indicator+num+previous',
  'IndicatorRow.baseline': '#indicator+num+baseline',
  'IndicatorRow.target': '#indicator+num+targeted',
  'IndicatorRow.from': '#date+start',
  'IndicatorRow.to': '#date+end',
};

const byField: Readonly<Record<string, string>> = {
  country: '#country+code',
  countryLabel: '#country+name',
  status: '#status+code',
  statusLabel: '#status+name',
};

/** The tag of a dimension of indicators, by its code or by its label. */
const byDimension: Readonly<Record<string, string>> = {
  PROVINCE: '#adm1',
  ORGANISATION: '#org',
};

/** @returns nothing where the standard has no tag */
export const tagOf = (type: string, field: string, kind: ColumnKind): string =>
  byCoordinate[`${type}.${field}`] ?? byField[field] ?? (kind === 'date' || kind === 'dateTime' ? '#date' : '');

export const tagOfDimension = (dimension: string, part: 'code' | 'name'): string => {
  const tag = byDimension[dimension];
  return tag === undefined ? '' : `${tag}+${part}`;
};
