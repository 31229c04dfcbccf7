/** `dataValueSets` as JSON: one group of one data set, which both importers read alike. */
import { assertWritable, type DataValue } from './data-value';
import { NotWritable } from './fault';
import { oneDataSet, oneForm } from './texts';

export interface Group {
  readonly dataSet: string;
  /** All of the data set; of one period and unit where it is completed. */
  readonly values: readonly DataValue[];
  /** Day on which the form was completed. */
  readonly completeDate?: string;
}

/** Id schemes never stand in the body: 2.43 takes that of data elements for that of data sets there. */
export function jsonOf({ dataSet, values, completeDate }: Group): string {
  assertWritable(values);
  if (values.some((one) => one.dataSet !== dataSet)) throw new NotWritable(oneDataSet);
  const same = <Key extends keyof DataValue>(key: Key): DataValue[Key] | undefined =>
    new Set(values.map((one) => one[key])).size === 1 ? values[0]?.[key] : undefined;
  const [period, orgUnit, attributeOptionCombo] = [same('period'), same('orgUnit'), same('attributeOptionCombo')];
  if (completeDate !== undefined && (!period || !orgUnit || attributeOptionCombo === undefined))
    throw new NotWritable(oneForm);
  const group = { dataSet, completeDate, period, orgUnit, attributeOptionCombo: attributeOptionCombo ?? undefined };
  const dataValues = values.map((one) => ({
    dataElement: one.dataElement,
    period: period ? undefined : one.period,
    orgUnit: orgUnit ? undefined : one.orgUnit,
    categoryOptionCombo: one.categoryOptionCombo ?? undefined,
    attributeOptionCombo: attributeOptionCombo === undefined ? (one.attributeOptionCombo ?? undefined) : undefined,
    value: one.value,
    comment: one.comment,
    deleted: one.deleted,
  }));
  return JSON.stringify({ ...group, dataValues }, null, 1);
}
