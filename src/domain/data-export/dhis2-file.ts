/** The file of one data set for a DHIS2: as `handsoff dhis2 write` makes it, of what the region is told. */
import type { Actor } from '../../base/actor';
import type { Api } from '../../base/api';
import { problem } from '../../base/problem';
import { unauthenticated } from '../../base/refusals';
import type { Text } from '../../base/locale';
import { faultAt, NotTold } from '../../exchange/dhis2/fault';
import type { Mapping } from '../../exchange/dhis2/mapping';
import { payloadsOf, writtenNow } from '../../exchange/dhis2/payloads';
import { exactHere, hiddenNumbers, moreWarnings, notCompletedByFile, nothingToSend } from '../../exchange/dhis2/texts';
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

/** Remarks that are told at once. */
const MOST_REMARKS = 100;

/** What is odd, and stops nothing: as `handsoff dhis2 check` tells it of the mapping, and of the numbers of this file. */
export async function oddIn(api: Api, wanted: Dhis2Asked): Promise<Remark[]> {
  const { findings } = await lookAtMapping(api, wanted.mapping, null);
  const found = [...findings.warnings.map(faultAt), ...(await oddInNumbers(api, wanted))];
  const all = [...new Map(found.map((text) => [text.en, text])).values()];
  const told = all.slice(0, MOST_REMARKS);
  if (told.length < all.length) told.push(moreWarnings(all.length - told.length));
  return told.map((text) => ({ code: 'UNLIKELY', text, path: ['mapping'] }));
}

/** Nothing where the country does not tell its numbers now: the link says why. */
async function oddInNumbers(api: Api, { mapping, dataSet, periods, sent }: Dhis2Asked): Promise<readonly Text[]> {
  const alone = { ...mapping, dataSets: [dataSet] };
  try {
    const { rows, published, today, findings } = await look(api, alone, { periods, release: null });
    const { hidden } = valuesOf(alone, rows, { periods, published, today, sent });
    return [
      ...findings.warnings.map(faultAt),
      ...(hidden > 0 ? [hiddenNumbers(hidden)] : []),
      ...(dataSet.complete ? [notCompletedByFile(dataSet.id)] : []),
    ];
  } catch (error) {
    if (error instanceof NotTold) return [];
    throw error;
  }
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
