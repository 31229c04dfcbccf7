/** The file of one data set for a DHIS2: as `handsoff dhis2 write` makes it, of what the region is told. */
import type { Actor } from '../../base/actor';
import type { Api } from '../../base/api';
import { problem } from '../../base/problem';
import { unauthenticated } from '../../base/refusals';
import { faultAt } from '../../exchange/dhis2/fault';
import type { Mapping } from '../../exchange/dhis2/mapping';
import { readMapping } from '../../exchange/dhis2/mapping-read';
import { payloadsOf, writtenNow } from '../../exchange/dhis2/payloads';
import { exactHere, nothingToSend } from '../../exchange/dhis2/texts';
import { valuesOf } from '../../exchange/dhis2/values';
import type { Remark } from '../../writing/action';
import { look, lookAtMapping } from '../indicator/dhis2/look';
import { asProblem, refusal, type Dhis2Asked } from './dhis2-asked';

export interface Dhis2File {
  readonly body: string;
  /** Values in it, deletions among them. */
  readonly values: number;
}

/** @throws ProblemError for an account of a country: what it reads is exact */
export function assertOfRegion(actor: Actor | null): void {
  if (!actor) throw unauthenticated();
  if (actor.country === null) return;
  const { en, pt } = exactHere(actor.country);
  throw problem('FORBIDDEN', en, pt);
}

/** @throws ProblemError with every fault that the mapping has, before any number is asked for */
export async function assertMapped(api: Api, { mapping }: Dhis2Asked): Promise<void> {
  const { findings } = await asked(() => lookAtMapping(api, mapping, null));
  if (findings.faults.length > 0) throw refusal(findings.faults);
}

/** What of a mapping is odd, and stops nothing: a code that no table has. */
export async function oddIn(api: Api, mapping: string): Promise<Remark[]> {
  const { findings } = await lookAtMapping(api, readMapping(mapping), null);
  return findings.warnings.map((one) => ({ code: 'UNLIKELY', text: faultAt(one), path: ['mapping'] }));
}

/** @throws ProblemError for what only the rows can tell, and where nothing is to be sent */
export function dhis2FileOf(api: Api, { mapping, dataSet, periods, sent, form }: Dhis2Asked): Promise<Dhis2File> {
  return asked(async () => {
    const whole = besides(mapping, dataSet.periodType);
    const { rows, published, today, findings } = await look(api, whole, { periods, release: null });
    if (findings.faults.length > 0) throw refusal(findings.faults);
    const { values } = valuesOf(whole, rows, { periods, published, today, sent });
    const own = values.filter((one) => one.dataSet === dataSet.id);
    // A day of completion is that of one form, and this file has all of them.
    const alone = { ...mapping, dataSets: [{ ...dataSet, complete: false }] };
    const [payload] = payloadsOf(alone, own, { format: form, at: writtenNow(), dryRun: false });
    if (!payload) throw problem('INVALID_INPUT', nothingToSend.en, nothingToSend.pt);
    return { body: payload.body, values: payload.values.length };
  });
}

/** With the data sets that take the same periods: a cell that moved from one into another is not deleted there. */
const besides = (mapping: Mapping, periodType: string): Mapping => ({
  ...mapping,
  dataSets: mapping.dataSets.filter((one) => one.periodType === periodType),
});

async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asProblem(error);
  }
}
