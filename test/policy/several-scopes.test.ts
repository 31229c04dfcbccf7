/** A right of several scopes reaches the rows of each, in lists, below records and by id, and no others. */
import { dataClasses } from '../../src/policy/table';
import { globalId } from '../../src/base/global-id';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { now } from '../../src/writing/moments';
import { openWorld, type World } from '../domain/world';
import * as referrals from '../domain/referral/acts';
import type { Client } from '../support/app';
import { put } from '../support/arranging';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const rights = dataClasses.REFERRAL_OPERATIONS.rights as Record<string, unknown>;
const { CASE_MANAGER: own } = rights;
afterEach(() => {
  rights.CASE_MANAGER = own;
});

const everywhere = `query ($id: ID!, $organisation: ID!) {
  referrals(first: 100) { totalCount edges { node { id } } }
  organisation(id: $organisation) { referralsReceived(first: 100) { edges { node { id } } } }
  referral(id: $id) { id }
}`;

interface List {
  readonly totalCount?: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}
interface Shown {
  readonly referrals: List;
  readonly organisation: { readonly referralsReceived: List };
  readonly referral: { readonly id: string } | null;
}
const ids = ({ edges }: List): string[] => edges.map(({ node }) => node.id);

interface Seen {
  readonly listed: string[];
  readonly below: string[];
  readonly byId: string | undefined;
}

/** What a client sees; the document is another each time, since what is planned for a role is kept. */
async function seen(client: Client, id: string, note: string): Promise<Seen> {
  const organisation = world.organisation.za.otherPartner;
  const { data, errors } = await client.query(`${everywhere} # ${note}`, { id, organisation });
  const { referrals: list, organisation: receiver, referral } = data as Shown;
  expect(errors).toEqual([]);
  expect(list.totalCount).toBe(list.edges.length);
  return { listed: ids(list), below: ids(receiver.referralsReceived), byId: referral?.id };
}

it('what is sent to my organisation is seen beside what is my organisation’s', async () => {
  const { caseId } = await world.newCase('za');
  const { partner, otherPartner } = world.organisation.za;
  const uuid = await world.arrange('za', (work) =>
    put(work, Referral, {
      ...{ caseId, fromOrganisationId: partner, toOrganisationId: otherPartner, sharedFields: [] },
      ...{ category: 'PSYCHOSOCIAL', urgency: 'ROUTINE', status: 'REQUESTED', requestedAt: now() },
    }),
  );
  const id = globalId('Referral', 'ZA', uuid);
  const sender = await world.as('case-manager', 'za');
  const elsewhere = await referrals.sent(world);
  const receiver = await world.as('case-manager-2', 'za');

  rights.CASE_MANAGER = 'organisation rw';
  expect(await seen(receiver, id, 'before')).toEqual({ listed: [], below: [], byId: undefined });
  rights.CASE_MANAGER = ['organisation rw', 'referred r'];
  expect(await seen(receiver, id, 'several')).toEqual({ listed: [id], below: [id], byId: id });
  expect((await seen(receiver, elsewhere.id, 'another')).byId).toBeUndefined();
  const { listed } = await seen(sender, id, 'sender');
  expect(listed).toEqual(expect.arrayContaining([id, elsewhere.id]));
});
