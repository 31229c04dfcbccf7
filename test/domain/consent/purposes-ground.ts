/** A case with everything on it that rests on a consent, a consent to each purpose, and what has ended of it by now. */
import { randomUUID } from 'node:crypto';
import { ConsentPurpose } from '../../../src/domain/casework/consent/consent.codes';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done } from '../acting';
import { incident, register, services, type CaseShown } from '../case/acts';
import type { CountryName, World } from '../world';

export let world: World;

export function open(): void {
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
}

const categories = {
  RELEASE_TO_HEALTH: 'HEALTH',
  RELEASE_TO_PSYCHOSOCIAL: 'PSYCHOSOCIAL',
  RELEASE_TO_LEGAL: 'LEGAL',
  RELEASE_TO_OTHER: 'EMERGENCY_RESPONSE',
  RELEASE_TO_SAFE_HOUSE: 'SAFE_HOUSE',
  RELEASE_TO_SECURITY: 'POLICE_SECURITY',
  RELEASE_TO_LIVELIHOODS: 'LIVELIHOOD',
  RELEASE_TO_PROTECTION: 'CHILD_PROTECTION',
} as const;
type Release = keyof typeof categories;
export const releases = Object.keys(categories) as Release[];

/** What ends with each purpose: the work on the case, referrals by their category, what is counted. */
export const restsOn: Readonly<Record<ConsentPurpose, readonly string[]>> = {
  SERVICES: ['work', ...Object.values(categories)],
  ...(Object.fromEntries(releases.map((name) => [name, [categories[name]]])) as Record<Release, string[]>),
  REPORTING_NON_IDENTIFIABLE: ['reporting'],
  CONTACT_FOLLOW_UP: [],
  PEER_WARNING: [],
  POLICE_ANONYMOUS: [],
  POLICE_FULL: [],
  ADVOCACY_CASE_STORY: [],
  RESEARCH: [],
  MEDIA: [],
  CROSS_BORDER_TRANSFER: [],
  PHOTO_AUDIO: [],
};
export const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();

export interface Decided {
  readonly id: string;
  readonly survivor: { readonly cases: { readonly edges: readonly { readonly node: Shown }[] } };
}
interface Shown {
  readonly status: string;
  readonly incidents: { readonly edges: readonly { readonly node: { readonly consentReporting: boolean } }[] };
  readonly referrals: {
    readonly edges: readonly { readonly node: { readonly category: string; readonly status: string } }[];
  };
}
const cases = `cases(first: 2) { edges { node { status incidents(first: 2) { edges { node { consentReporting } } }
  referrals(first: 20) { edges { node { category status } } } } } }`;
export const decide = actor<Decided>('consent', `id survivor { ${cases} }`);
const refer = actor<{ id: string; status: string }>('referral', 'id status');

/** A case, and the consents, each taken by a clock of its own. */
export interface Ground {
  readonly country: CountryName;
  readonly manager: Client;
  readonly record: CaseShown;
  /** Entries of the ledger by what they are about. */
  readonly consents: ReadonlyMap<ConsentPurpose, string>;
}

export const about = (purpose: ConsentPurpose): object =>
  purpose in categories ? { recipientCategory: categories[purpose as Release], scopes: ['INCIDENT'] } : {};

export async function ground(
  country: CountryName,
  clockOf: (purpose: ConsentPurpose) => number,
  more: object = {},
): Promise<Ground> {
  const manager = await world.as('case-manager', country);
  const consents = new Map(ConsentPurpose.codes.map((purpose) => [purpose, randomUUID()] as const));
  const given = [...consents].map(([purpose, id]) => {
    const takenAt = hours(clockOf(purpose));
    return { id, ...services, purpose, takenAt, ...about(purpose), ...more };
  });
  const district = { districtId: world.district[country] };
  const record = await register(manager, { consents: given, incidents: [{ ...incident, ...district }] });
  const made: Ground = { country, manager, record, consents };
  for (const release of releases) done(await referral(made, release, consents.get(release)!));
  return made;
}

export const referral = ({ manager, country, record }: Ground, release: Release, consentId: string) =>
  refer(manager, 'makeReferral', {
    ...{ caseId: record.id, category: categories[release], urgency: 'ROUTINE', consentId },
    receiver: { remoteProvider: 'A provider of the place' },
    sharedFields: country === 'mz' ? [] : ['INCIDENT'],
  });

/** What has ended by now, as the API shows it. */
export function endedOf({ survivor }: Pick<Decided, 'survivor'>): string[] {
  const [{ node }] = survivor.cases.edges as [{ node: Shown }];
  const ended = node.referrals.edges.filter(({ node: { status } }) => status === 'REVOKED');
  expect(node.referrals.edges).toHaveLength(releases.length);
  const counted = node.incidents.edges.some(({ node: { consentReporting } }) => consentReporting);
  return [
    ...ended.map(({ node: { category } }) => category),
    ...(node.status === 'WITHDRAWN' ? ['work'] : []),
    ...(counted ? [] : ['reporting']),
  ].sort();
}

/** The same, of somebody whom nobody decides anything about just now. */
export async function endedNow({ manager, record: { survivor } }: Ground): Promise<string[]> {
  const { data } = await manager.query(`query ($id: ID!) { survivor(id: $id) { ${cases} } }`, { id: survivor?.id });
  return endedOf({ survivor: data.survivor as Decided['survivor'] });
}
