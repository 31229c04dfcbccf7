/** The types of reporting periods that are offered, and how DHIS2 names the periods of each. */
import type { Text } from '../locale';

export interface PeriodType {
  readonly label: Text;
  /** What DHIS2 calls the type. */
  readonly dhis2: string;
  /** How many months a period of it has. */
  readonly months: 1 | 3 | 6 | 12;
  /** The month in which the first period of a year begins: 1 is January. */
  readonly firstMonth: 1 | 4 | 7 | 10;
  /** What follows the year in the names of a year's periods, in their order. */
  readonly named: readonly string[];
}

export const yearTypeCodes = ['YEAR', 'FINANCIAL_APRIL', 'FINANCIAL_JULY', 'FINANCIAL_OCTOBER'] as const;
export const periodTypeCodes = ['MONTH', 'QUARTER', 'HALF_YEAR', ...yearTypeCodes] as const;

export type PeriodTypeCode = (typeof periodTypeCodes)[number];
/** A year of some kind: what a country's financial year can be, which in some is the calendar year. */
export type YearTypeCode = (typeof yearTypeCodes)[number];

/**
 * Each begins with the first of a month and is of whole months, so that all are reckoned in months. DHIS2 has more.
 * Those from November are left out, since it reads quarters back as others than it wrote, and names the year after the
 * one in which it ends, which its own library takes for a year later; weeks, since no month is made of them; others,
 * since nobody here reports by them.
 */
export const periodTypes: Readonly<Record<PeriodTypeCode, PeriodType>> = {
  MONTH: {
    label: { en: 'Month', pt: 'Mês' },
    dhis2: 'Monthly',
    months: 1,
    firstMonth: 1,
    named: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'],
  },
  QUARTER: {
    label: { en: 'Quarter', pt: 'Trimestre' },
    dhis2: 'Quarterly',
    months: 3,
    firstMonth: 1,
    named: ['Q1', 'Q2', 'Q3', 'Q4'],
  },
  HALF_YEAR: {
    label: { en: 'Half-year', pt: 'Semestre' },
    dhis2: 'SixMonthly',
    months: 6,
    firstMonth: 1,
    named: ['S1', 'S2'],
  },
  YEAR: { label: { en: 'Year', pt: 'Ano' }, dhis2: 'Yearly', months: 12, firstMonth: 1, named: [''] },
  // A financial year is named after the calendar year in which it begins, whatever those who use it say.
  FINANCIAL_APRIL: {
    label: { en: 'Financial year from April', pt: 'Ano fiscal com início em Abril' },
    dhis2: 'FinancialApril',
    months: 12,
    firstMonth: 4,
    named: ['April'],
  },
  FINANCIAL_JULY: {
    label: { en: 'Financial year from July', pt: 'Ano fiscal com início em Julho' },
    dhis2: 'FinancialJuly',
    months: 12,
    firstMonth: 7,
    named: ['July'],
  },
  FINANCIAL_OCTOBER: {
    label: { en: 'Financial year from October', pt: 'Ano fiscal com início em Outubro' },
    dhis2: 'FinancialOct',
    months: 12,
    firstMonth: 10,
    named: ['Oct'],
  },
};
