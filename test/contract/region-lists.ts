/** The lists that the region reads across countries, walked page by page from either end, and the order that they must have. */
import type { Client } from '../support/app';
import { comparePlain } from '../support/plain-text';
import { expectSame } from '../support/same';
import { thingNamed } from '../support/walk';

export interface Node {
  readonly id: string;
  readonly country: string;
  readonly [field: string]: string | null;
}

/** A list, the fields of its orders, and an order by one term or two as `FIELD DIRECTION`; none is the list's own. */
export interface RegionList {
  readonly plural: string;
  readonly type: string;
  readonly fields: string;
  readonly own: string;
  readonly orders: readonly string[];
  /** Empty where it takes none. */
  readonly filter: string;
  readonly countries: readonly string[];
}

/** What the secretariat does itself as well. */
export const all = ['BW', 'MZ', 'REGION', 'ZA', 'ZW'];
export const countries = all.filter((code) => code !== 'REGION');
export const lists: readonly RegionList[] = [
  {
    plural: 'trainings',
    type: 'Training',
    fields: 'startOn endOn title updatedAt',
    own: 'START_ON DESC',
    orders: ['', 'TITLE ASC', 'END_ON DESC', 'END_ON ASC', 'END_ON DESC, TITLE ASC'],
    filter: '{ status: { in: [HELD, CANCELLED] } }',
    countries: all,
  },
  {
    plural: 'advocacyActivities',
    type: 'AdvocacyActivity',
    fields: 'activityOn title updatedAt',
    own: 'ACTIVITY_ON DESC',
    orders: ['', 'TITLE DESC', 'TITLE ASC, ACTIVITY_ON DESC', 'UPDATED_AT ASC'],
    filter: '{ activityOn: { gte: "2025-10-01" } }',
    countries: all,
  },
  {
    plural: 'disseminations',
    type: 'Dissemination',
    fields: 'disseminatedOn updatedAt',
    own: 'DISSEMINATED_ON DESC',
    orders: ['', 'UPDATED_AT ASC'],
    filter: '{ recipientKind: { eq: POLICE_STATION } }',
    countries,
  },
  {
    plural: 'sharedCases',
    type: 'SharedCase',
    fields: 'startsOn updatedAt',
    own: 'STARTS_ON DESC',
    orders: ['', 'STARTS_ON ASC, UPDATED_AT DESC', 'UPDATED_AT DESC'],
    filter: '{ genderIdentity: { eq: WOMAN } }',
    countries: ['BW', 'ZA', 'ZW'],
  },
  {
    plural: 'provinces',
    type: 'Province',
    fields: 'code name updatedAt',
    own: 'CODE ASC',
    orders: ['', 'NAME DESC', 'UPDATED_AT ASC, NAME ASC'],
    filter: '{ not: { name: { startsWith: "M" } } }',
    countries,
  },
  {
    plural: 'mediaPieces',
    type: 'MediaPiece',
    fields: 'publishedOn outlet title updatedAt',
    own: 'PUBLISHED_ON DESC',
    orders: ['', 'OUTLET ASC', 'TITLE DESC, PUBLISHED_ON ASC', 'UPDATED_AT ASC'],
    filter: '{ tone: { eq: SUPPORTIVE } }',
    countries,
  },
  {
    plural: 'allies',
    type: 'Ally',
    fields: 'engagedOn name updatedAt',
    own: 'ENGAGED_ON DESC',
    orders: ['', 'NAME ASC', 'NAME DESC, ENGAGED_ON ASC', 'UPDATED_AT DESC'],
    filter: '{ allyType: { in: [NGO, MEDIA] } }',
    countries,
  },
  {
    plural: 'platforms',
    type: 'Platform',
    fields: 'name updatedAt',
    own: 'NAME ASC',
    orders: ['', 'NAME DESC', 'UPDATED_AT DESC, NAME ASC'],
    filter: '{ not: { name: { contains: "Coast" } } }',
    countries,
  },
  {
    plural: 'memberAssociations',
    type: 'MemberAssociation',
    fields: 'name joinedOn updatedAt',
    own: 'NAME ASC',
    orders: ['', 'JOINED_ON DESC', 'UPDATED_AT ASC, NAME DESC'],
    filter: '{ status: { eq: MEMBER } }',
    countries,
  },
  {
    plural: 'memberCounts',
    type: 'MemberCount',
    fields: 'countedOn updatedAt',
    own: 'COUNTED_ON DESC',
    orders: ['', 'UPDATED_AT ASC', 'COUNTED_ON ASC, UPDATED_AT DESC'],
    filter: '{ total: { gte: 50 } }',
    countries,
  },
  {
    plural: 'capacityAssessments',
    type: 'CapacityAssessment',
    fields: 'assessedOn updatedAt',
    own: 'ASSESSED_ON DESC',
    orders: ['', 'UPDATED_AT DESC'],
    filter: '',
    countries,
  },
  {
    plural: 'codesOfConduct',
    type: 'CodeOfConduct',
    fields: 'adoptedOn updatedAt',
    own: 'ADOPTED_ON DESC',
    orders: ['', 'UPDATED_AT ASC'],
    filter: '{ edition: { eq: "2" } }',
    countries,
  },
  {
    plural: 'conductChecks',
    type: 'ConductCheck',
    fields: 'checkedOn updatedAt',
    own: 'CHECKED_ON DESC',
    orders: ['', 'UPDATED_AT ASC'],
    filter: '',
    countries,
  },
];

const termsOf = (order: string): string[][] => (order ? order.split(', ').map((term) => term.split(' ')) : []);

export function argumentsOf(order: string, filter: string): string {
  const terms = termsOf(order).map(([field, direction]) => `{ field: ${field}, direction: ${direction} }`);
  return `${terms.length ? `, orderBy: [${terms.join(' ')}]` : ''}${filter ? `, filter: ${filter}` : ''}`;
}

export interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: Record<'startCursor' | 'endCursor', string | null> &
    Record<'hasNextPage' | 'hasPreviousPage', boolean>;
  /** Left out where lists are not counted. */
  readonly totalCount?: number;
}

export async function page(
  client: Client,
  list: RegionList,
  args: string,
  cursor: string | null = null,
): Promise<Page> {
  const document = `query ($cursor: String) { list: ${list.plural}(${args.replace('CURSOR', '$cursor')}) {
    edges { cursor node { id country ${list.fields} } }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage } ${thingNamed(list.type).total} } }`;
  const { data, errors, text } = await client.query(
    args.includes('CURSOR') ? document : document.replace('query ($cursor: String)', ''),
    { cursor },
  );
  if (errors.length > 0) throw new Error(text);
  return data.list as Page;
}

/** All records in list order, page by page from either end, with what a page must say of itself checked on the way. */
export async function walk(
  client: Client,
  list: RegionList,
  size: number,
  args: string,
  backwards = false,
): Promise<Node[]> {
  const found: Node[] = [];
  const totals = new Set<number | undefined>();
  let cursor: string | null = null;
  for (let more = true; more;) {
    const { edges, pageInfo, totalCount }: Page = backwards
      ? await page(client, list, `last: ${size}, before: CURSOR${args}`, cursor)
      : await page(client, list, `first: ${size}, after: CURSOR${args}`, cursor);
    const nodes = edges.map(({ node }) => node);
    found[backwards ? 'unshift' : 'push'](...nodes);
    totals.add(totalCount);
    expectSame(
      [pageInfo.startCursor, pageInfo.endCursor, backwards ? pageInfo.hasNextPage : pageInfo.hasPreviousPage],
      [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null, cursor !== null],
    );
    more = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    if (more) expectSame(edges.length, size);
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor;
  }
  expectSame([...totals], [thingNamed(list.type).total ? found.length : undefined]);
  return found;
}

export const uuidOf = ({ id }: Node): string => Buffer.from(id, 'base64url').toString('latin1').split(':')[2] ?? '';
const camel = (field: string): string =>
  field.toLowerCase().replaceAll(/_[a-z]/g, (part) => part.slice(1).toUpperCase());

/** Times are compared without their Z, which would sort after a fraction. */
const withoutZ = (value: string): string => value.replace(/(\dT.*\d)Z$/, '$1');

/** What the contract says of the order of two records: nulls last, then country and id, the id in the last direction. */
export function compare(order: string, a: Node, b: Node): number {
  let sign = 1;
  for (const [field = '', direction] of termsOf(order)) {
    sign = direction === 'DESC' ? -1 : 1;
    const [x, y] = [a[camel(field)] ?? null, b[camel(field)] ?? null];
    if (x === y) continue;
    if (x === null || y === null) return x === null ? 1 : -1;
    const compared = comparePlain(withoutZ(x), withoutZ(y));
    if (compared !== 0) return sign * compared;
  }
  if (a.country !== b.country) return a.country < b.country ? -1 : 1;
  return sign * (uuidOf(a) < uuidOf(b) ? -1 : 1);
}
