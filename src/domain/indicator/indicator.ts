/** What an indicator is: one declaration, from which values, documents and the schema follow. */
import type { Text } from '../../base/locale';
import type { LongTermOutcome } from '../activity/activity.codes';
import type { Counting } from './counting/counting';
import type { CountedUnit, DisclosureClass, IndicatorMeasure } from './indicator.codes';
import type { IndicatorDimension } from './indicator.dimensions';

export interface Indicator {
  readonly code: string;
  /** Goes up whenever the same records would give another number. */
  readonly version: number;
  /** Null: it is of the programme's impact as a whole. */
  readonly outcome: LongTermOutcome | null;
  readonly title: Text;
  /** What counts, and what does not. */
  readonly description: Text;
  readonly of: Counting;
  /** What its numerator counts, where that is not what is counted otherwise. */
  readonly unit?: CountedUnit;
  /** Measures of what is counted. */
  readonly numerator: string;
  readonly denominator?: string;
  readonly measure: IndicatorMeasure;
  /** Of what is counted, this alone. */
  readonly only?: Readonly<Partial<Record<IndicatorDimension, readonly string[]>>>;
  /** Told apart by this whether it is asked for or not: each is told as its share of all. */
  readonly shareOf?: IndicatorDimension;
  /** How many days after its end a period counts; left out: at once, while it is running. */
  readonly matureAfterDays?: number;
  /** Who else counts so. */
  readonly source: string;
}

const known = new Map<string, Indicator>();

/** Every indicator by its code. Complete once `src/domain/all.ts` is loaded. */
export const indicators: ReadonlyMap<string, Indicator> = known;

export function indicator(declared: Indicator): Indicator {
  const { code, of, numerator, denominator, measure, only, shareOf } = declared;
  if (known.has(code)) throw new Error(`there are two indicators ${code}`);
  for (const name of [numerator, denominator ?? numerator])
    if (!(name in of.measures)) throw new Error(`${code}: ${of.name} has no measure ${name}`);
  for (const name of [...Object.keys(only ?? {}), ...(shareOf ? [shareOf] : [])])
    if (!(name in of.dimensions)) throw new Error(`${code}: ${of.name} is not told apart by ${name}`);
  if ((measure === 'PER_CENT') !== (denominator !== undefined)) throw new Error(`${code} has half of a share`);
  known.set(code, declared);
  return declared;
}

/** By their codes: I08 before I08b, before I10. */
export const allIndicators = (): readonly Indicator[] => [...known.values()].sort((a, b) => (a.code < b.code ? -1 : 1));

export const unitOf = ({ unit, of }: Indicator): CountedUnit => unit ?? of.unit;

/** By what it can be told apart; what narrows it to one thing is none of it. */
export const dimensionsOf = ({ of, only = {} }: Indicator): readonly IndicatorDimension[] =>
  (Object.keys(of.dimensions) as IndicatorDimension[]).filter((name) => only[name]?.length !== 1);

export const disclosureOf = ({ of }: Indicator): DisclosureClass =>
  of.kind === 'surveyed' ? 'SURVEY' : of.kind === 'kept' && of.ofSurvivors ? 'CONTROLLED' : 'OPEN';
