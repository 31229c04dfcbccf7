/** What a file for a DHIS2 is asked for: read strictly, and told what is wrong with it before anything is made. */
import { dayIn } from '../../base/calendar';
import { REGION_ZONE } from '../../base/countries';
import type { Text } from '../../base/locale';
import { periodOf } from '../../base/period/period';
import { problem, ProblemError } from '../../base/problem';
import { periodFaults } from '../../exchange/dhis2/check';
import { BadMapping, eachOnce, faultAt, NotTold, NotWritable, type Fault } from '../../exchange/dhis2/fault';
import type { DataSet, Mapping } from '../../exchange/dhis2/mapping';
import { readMapping } from '../../exchange/dhis2/mapping-read';
import type { Format } from '../../exchange/dhis2/payloads';
import { isOpenOn } from '../../exchange/dhis2/period';
import { measures } from '../../exchange/dhis2/row';
import { unsayable } from '../../exchange/dhis2/sayable';
import { readSent, type Sent } from '../../exchange/dhis2/sent';
import * as texts from '../../exchange/dhis2/texts';
import { InputCheck } from '../../writing/input';

/** As it is given. */
export interface Dhis2Wanted {
  /** Null: the one that the mapping has. */
  readonly dataSet: string | null;
  readonly periods: readonly string[];
  /** The record of what was sent; null: nothing is deleted. */
  readonly sent: string | null;
}

/** As it is kept until the link is over. */
export interface Dhis2Given extends Dhis2Wanted {
  readonly country: string;
}

export interface Dhis2Asked {
  readonly mapping: Mapping;
  readonly dataSet: DataSet;
  readonly periods: readonly string[];
  readonly sent: Sent | null;
  readonly form: Format;
}

/** @throws ProblemError with all that is wrong, as far as nobody has to be asked */
export function askedForDhis2(text: string, given: Dhis2Wanted, form: Format): Dhis2Asked {
  const mapping = told(() => readMapping(text));
  const dataSet = dataSetOf(mapping, given.dataSet);
  const check = new InputCheck();
  if (given.periods.length === 0) check.refuse(['periods'], texts.noPeriods);
  for (const [at, name] of given.periods.entries()) {
    const against = againstPeriod(name, { ...mapping, dataSets: [dataSet] }, form);
    if (against) check.refuse(['periods', at], against);
  }
  if (given.sent !== null && form === 'adx') check.refuse(['sent'], texts.noDeletions);
  check.done();
  const faults = unsayable(mapping, dataSet, given.periods, form);
  if (faults.length > 0) throw refusal(eachOnce(faults));
  const sent = given.sent === null ? null : told(() => readSent(given.sent ?? '', null, mapping), ['sent']);
  return { mapping, dataSet, periods: [...new Set(given.periods)], sent, form };
}

function againstPeriod(name: string, mapping: Mapping, form: Format): Text | null {
  const [fault] = periodFaults(mapping, [name]);
  if (fault) return fault.text;
  if (!periodOf(name)) return texts.uncountedPeriod(name);
  return form === 'adx' && isOpenOn(name, dayIn(REGION_ZONE)) ? texts.noProvisional(name) : null;
}

function dataSetOf({ dataSets }: Mapping, id: string | null): DataSet {
  const ids = dataSets.map((one) => one.id);
  const found = id === null ? dataSets : dataSets.filter((one) => one.id === id);
  const [only] = found;
  if (only && found.length === 1) return only;
  const { en, pt } = id === null ? texts.severalDataSets(ids) : texts.noDataSet(id, ids);
  throw problem('INVALID_INPUT', en, pt, ['dataSet']);
}

/** What of each row leaves, by the names of the fields of a table of indicators. */
export function columnsOf({ entries }: DataSet): string[] {
  const by = new Set(entries.flatMap((entry) => entry.by));
  const taken = measures.filter((measure) => entries.some(({ targets }) => targets[measure]));
  return ['indicator', 'period', ...[...by].map((name) => `dimensions.${name}.code`), ...taken];
}

/** Faults that are told at once. */
const MOST_FAULTS = 100;

/** Each fault with its line, as a problem of its own. */
export function refusal(faults: readonly Fault[]): ProblemError {
  const all = faults.slice(0, MOST_FAULTS).map(faultAt);
  if (faults.length > all.length) all.push(texts.moreFaults(faults.length - all.length));
  return new ProblemError(all.map((text) => ({ code: 'INVALID_INPUT', text, path: ['mapping'] })));
}

/** What is against a mapping, a record or a form, as a problem; anything else as it is. */
export function asProblem(error: unknown, path: readonly string[] = ['mapping']): unknown {
  if (error instanceof BadMapping) return refusal(error.faults);
  const isTold = error instanceof NotTold;
  if (!isTold && !(error instanceof NotWritable)) return error;
  const { en, pt } = error.text;
  return problem(isTold && error.isPassing ? 'UNAVAILABLE' : 'INVALID_INPUT', en, pt, path);
}

/** @throws ProblemError for what a mapping, a record or a form has against it */
function told<T>(work: () => T, path?: readonly string[]): T {
  try {
    return work();
  } catch (error) {
    throw asProblem(error, path);
  }
}
