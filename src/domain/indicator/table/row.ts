/** A row of a table of indicators: one value, of what it is, and what it is held against. */
import type { Period } from '../../../base/period/period';
import type { Indicator } from '../indicator';
import type { IndicatorDimension } from '../indicator.dimensions';
import type { TargetsOfRow } from './targets';
import type { Value } from './values';

export interface DimensionValue {
  readonly dimension: IndicatorDimension;
  /** Of provinces their own code, of organisations their id; null: not known. */
  readonly code: string | null;
  readonly label: string;
}

export interface TableRow extends Value, TargetsOfRow {
  readonly indicator: Indicator;
  /** By which it was counted; where that is of a lock, not today's. */
  readonly version: number;
  readonly country: string;
  readonly period: Period;
  readonly dimensions: readonly DimensionValue[];
  readonly previous: number | null;
  readonly baseline: number | null;
  /** Day on which the last of its months was locked; null: not all of them are. */
  readonly lockedOn: string | null;
  /** Day on which the country published it, of several parts the last; null: it is counted when it is asked for. */
  readonly publishedOn: string | null;
  /** What is counted now, where it is not what was locked. */
  readonly revised: Value | null;
}

/** Where nothing is told there is nothing beside it either. */
export const besideNothing = {
  previous: null,
  baseline: null,
  lockedOn: null,
  publishedOn: null,
  revised: null,
} as const;
