/** From rows of published tables to the values of a DHIS2, and to deletions of those that may not stand there any more. */
import { cellKey, cellOf, DEFAULT, keyText, type DataValue } from './data-value';
import { eachOnce, type Fault } from './fault';
import type { Mapping } from './mapping';
import { dhis2Period, isOpenOn } from './period';
import { placingOf, type Placed, type Published } from './placing';
import { measures, type IndicatorRow } from './row';
import type { Sent } from './sent';
import { zeroGoes, notOver } from './texts';

export interface ToSend {
  /** By data set; values first, then deletions. */
  readonly values: readonly DataValue[];
  /** What of the rows goes nowhere: nothing is to be sent as long as there are any. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** How many numbers are not sent because they are hidden, or told only roughly. */
  readonly hidden: number;
}

export interface Sending {
  /** Those that the rows are of: what was sent of other periods stays. */
  readonly periods: readonly string[];
  readonly published: Published | null;
  /** Day of the country: what is counted of a period that is not over by then is not final. */
  readonly today: string;
  /** Null: nothing is known to have been sent. */
  readonly sent: Sent | null;
}

export function valuesOf(mapping: Mapping, rows: readonly IndicatorRow[], sending: Sending): ToSend {
  const placings = rows.map((row) => ({ row, ...placingOf(row, mapping, sending.published) }));
  const faults = placings.flatMap((one) => one.faults);
  const found = placings.flatMap(({ row, placed }) => placed.flatMap((one) => numbersOf(row, one, sending.today)));
  const values = found.flatMap(({ value }) => value ?? []);
  const zeros = new Set(
    found.flatMap(({ value, keepsZero }) => (value?.value === '0' && !keepsZero ? value.dataElement : [])),
  );
  const running = new Set(values.filter((one) => one.provisional).map(({ period }) => period));
  return {
    values: [...values, ...deletions(values, sending)],
    faults: eachOnce(faults),
    warnings: [...[...running].map(runningWarning), ...[...zeros].map(zeroWarning)],
    hidden: found.filter(({ value }) => !value).length,
  };
}

interface Found {
  /** Null: there is a number, and it is not told. */
  readonly value: DataValue | null;
  readonly keepsZero: boolean;
}

/** What of a row goes to a data element. Of what is missing nothing does, but for the nought that a share would be of. */
function numbersOf(row: IndicatorRow, { dataSet, entry, orgUnit, combo, categories }: Placed, today: string): Found[] {
  const withheld = row.status === 'SUPPRESSED' || (row.status === 'ROUNDED' && !dataSet.rounded);
  return measures.flatMap((measure): Found[] => {
    const target = entry.targets[measure];
    if (!target) return [];
    // Beside its denominator a numerator tells the share: where that is hidden, both are.
    if (withheld) return [{ value: null, keepsZero: true }];
    const number = row[measure];
    if (number === null) return [];
    const value: DataValue = {
      ...{ dataSet: dataSet.id, dataElement: target.dataElement, period: row.period, orgUnit },
      categoryOptionCombo: combo,
      attributeOptionCombo: dataSet.attributeOptionCombo === DEFAULT ? null : dataSet.attributeOptionCombo,
      value: numberText(number, measure === 'value' && row.denominator !== null),
      ...remarkOf(row, today),
      ...(categories && { categories }),
    };
    return [{ value, keepsZero: target.zeroIsSignificant }];
  });
}

/** To what is not said: it is as large as the threshold of each cell. */
export const ROUNDED = 'rounded';
/** Of a period that is not over. */
export const PROVISIONAL = 'provisional';

/** What has to be said beside a number. */
function remarkOf({ status, period }: IndicatorRow, today: string): Pick<DataValue, 'comment' | 'provisional'> {
  const isRunning = isOpenOn(period, today);
  const said = [...(status === 'ROUNDED' ? [ROUNDED] : []), ...(isRunning ? [PROVISIONAL] : [])];
  return { ...(said.length > 0 && { comment: said.join(' ') }), ...(isRunning && { provisional: true }) };
}

/** Zero is 0 and nothing else; never an exponent. A share has one decimal, that of a survey two where it needs them. */
function numberText(number: number, isShare: boolean): string {
  if (!isShare || number === 0) return Number.isInteger(number) ? BigInt(number).toString() : number.toFixed(2);
  const [one, two] = [number.toFixed(1), number.toFixed(2)];
  return Number(one) === Number(two) ? one : two;
}

/** What was sent of these periods, and is not sent now. */
function deletions(values: readonly DataValue[], { sent, periods }: Sending): readonly DataValue[] {
  const now = new Set(values.map((value) => keyText(cellKey(value))));
  return [...(sent?.cells ?? [])].flatMap(([dataSet, keys]) =>
    [...keys].flatMap(([text, key]) =>
      now.has(text) || !periods.includes(key[1])
        ? []
        : [{ dataSet, ...cellOf(key), value: '', deleted: true as const }],
    ),
  );
}

const runningWarning = (period: string): Fault => ({
  line: null,
  text: notOver(period, dhis2Period(period)?.to ?? '', PROVISIONAL),
});

const zeroWarning = (element: string): Fault => ({
  line: null,
  upTo: 42,
  text: zeroGoes(element),
});
