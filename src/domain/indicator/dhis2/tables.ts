/**
 * Asks the API for what a DHIS2 is to be told: as the region is told it, so that nothing exact of survivors leaves; or by a
 * release to the country's own ministry.
 */
import type { Api } from '../../../base/api';
import type { KnownIndicator } from '../../../exchange/dhis2/check';
import { NotTold } from '../../../exchange/dhis2/fault';
import type { Mapping } from '../../../exchange/dhis2/mapping';
import type { Published } from '../../../exchange/dhis2/placing';
import { PLACE, type IndicatorRow } from '../../../exchange/dhis2/row';
import { countryAway, noCountry } from '../../../exchange/dhis2/texts';
import { CountryCode } from '../../../model/country.codes';
import { MOST_INDICATORS } from '../table/asked';

const places = `query Places($country: CountryCode!) {
  countries(country: $country) { edges { node { releasePlace } } }
  provinces(country: $country, first: 100) { edges { node { code zone } } } }`;
interface Places {
  readonly countries: { readonly edges: readonly { readonly node: { readonly releasePlace: Published['place'] } }[] };
  readonly provinces: {
    readonly edges: readonly { readonly node: { readonly code: string; readonly zone: string | null } }[];
  };
}

/**
 * How finely the country lets anything be told; its own ministry by its provinces.
 * @throws NotTold for a country that is none, or that the account does not see
 */
export async function placesOf(api: Api, country: string, isExact: boolean): Promise<Published> {
  if (!(CountryCode.codes as readonly string[]).includes(country)) throw new NotTold(noCountry(country));
  const { countries, provinces } = await api.query<Places>(places, { country });
  const published = countries.edges[0]?.node.releasePlace;
  if (!published) throw new NotTold(noCountry(country));
  const place = isExact ? 'PROVINCE' : published;
  const found = provinces.edges.map(({ node }) => (place === 'ZONE' ? node.zone : node.code));
  return { place, codes: [...new Set(found.flatMap((code) => code ?? []))] };
}

const indicators = `query Indicators { indicators { code measure disclosure dimensions regionalDimensions } }`;
interface Indicators {
  readonly indicators: readonly {
    readonly code: string;
    readonly measure: string;
    readonly disclosure: string;
    readonly dimensions: readonly string[];
    readonly regionalDimensions: readonly string[];
  }[];
}

export async function indicatorsOf(api: Api, isExact: boolean): Promise<readonly KnownIndicator[]> {
  const { indicators: found } = await api.query<Indicators>(indicators);
  return found.map(({ regionalDimensions, dimensions, disclosure, ...one }) => {
    return { ...one, dimensions: isExact ? dimensions : regionalDimensions, isOpen: disclosure === 'OPEN' };
  });
}

const told = `{ rows { indicator country period dimensions { dimension code } value numerator denominator status gap }
    countries { country gap gapLabel } }`;
const publishedTable = `query Table($country: CountryCode!, $indicators: [String!]!, $by: [IndicatorDimension!], $period: IndicatorPeriodInput!) {
  table: indicatorTable(input: { countries: [$country], indicators: $indicators, by: $by, period: $period }) ${told} }`;
const releasedTable = `query Table($release: ID!, $indicators: [String!]!, $by: [IndicatorDimension!], $period: IndicatorPeriodInput!) {
  table: ministryTable(release: $release, indicators: $indicators, by: $by, period: $period) ${told} }`;
interface Table {
  readonly table: {
    readonly rows: readonly IndicatorRow[];
    readonly countries: readonly {
      readonly country: string;
      readonly gap: string | null;
      readonly gapLabel: string | null;
    }[];
  };
}

/**
 * Every row that the mapping speaks of.
 * @param release id of that to a ministry by which exact numbers are told; null: those that are published
 * @throws NotTold where the country does not tell its numbers now: they are not gone, and must not be deleted
 */
export async function rowsOf(
  api: Api,
  mapping: Mapping,
  periods: readonly string[],
  release: string | null,
): Promise<readonly IndicatorRow[]> {
  const rows: IndicatorRow[] = [];
  for (const { by, codes } of questionsOf(mapping))
    for (let from = 0; from < codes.length; from += MOST_INDICATORS) {
      const asked = { indicators: codes.slice(from, from + MOST_INDICATORS), by, period: { names: periods } };
      const { table } =
        release === null
          ? await api.query<Table>(publishedTable, { ...asked, country: mapping.country })
          : await api.query<Table>(releasedTable, { ...asked, release });
      const [country] = table.countries;
      const away = country?.gap ? country.gapLabel : table.rows.find(isAway)?.gap;
      if (!country || away) throw new NotTold(countryAway(mapping.country, away ?? '–'), true);
      rows.push(...table.rows);
    }
  return rows;
}

const isAway = ({ gap }: IndicatorRow): boolean => gap === 'NO_ANSWER' || gap === 'NOT_COUNTED';

/** Indicators that are asked by the same are asked together, the place first. */
function questionsOf({
  dataSets,
}: Mapping): readonly { readonly by: readonly string[]; readonly codes: readonly string[] }[] {
  const found = new Map<string, { by: readonly string[]; codes: Set<string> }>();
  for (const { by, indicator } of dataSets.flatMap(({ entries }) => entries)) {
    const sorted = [...by].sort((a, b) => Number(b === PLACE) - Number(a === PLACE) || (a < b ? -1 : 1));
    const question = found.get(sorted.join()) ?? { by: sorted, codes: new Set<string>() };
    found.set(sorted.join(), question);
    question.codes.add(indicator);
  }
  return [...found.values()].map(({ by, codes }) => ({ by, codes: [...codes] }));
}
