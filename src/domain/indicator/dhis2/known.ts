/** What a mapping for DHIS2 is checked against: the indicators and codes that are declared, and where the region is told. */
import type { KnownIndicator } from '../../../exchange/dhis2/check';
import { allIndicators, disclosureOf } from '../indicator';
import { codesOfDimension, type IndicatorDimension } from '../indicator.dimensions';
import { PublishedGroup } from '../publication/publication.codes';
import { tablesOf } from '../publication/publication.plan';
import { openDimensionsOf } from '../table/counts.sql';

/** As this version declares them; an API of another version says itself what it has. */
export const declaredIndicators = (): readonly KnownIndicator[] =>
  allIndicators().map((one) => {
    const isOpen = disclosureOf(one) === 'OPEN';
    const dimensions = isOpen ? openDimensionsOf(one) : [...new Set(tablesOf(one)?.flat())];
    return { code: one.code, measure: one.measure, dimensions, isOpen };
  });

/** Codes that stand for several in published tables are among them. */
export function codesOf(dimension: string): readonly string[] | null {
  const list = codesOfDimension[dimension as IndicatorDimension] as
    (typeof codesOfDimension)[IndicatorDimension] | undefined;
  return list === undefined || typeof list === 'string' ? null : [...list.codes, ...PublishedGroup.codes];
}
