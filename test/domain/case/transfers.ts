/** Handing cases over to the other partner, as the tests do it and look at it. */
import { globalId } from '../../../src/base/global-id';
import type { Client } from '../../support/app';
import type { CaseIds, World } from '../world';
import { actTransfer, rowsOf, step, type TransferShown } from './acts';

interface Parties {
  readonly world: World;
  readonly sender: Client;
}

/** @param get who is there, once the world is open */
export function transfersOf(get: () => Parties) {
  const receiving = (): string => get().world.organisation.za.otherPartner;

  /** A case whose survivor agreed that the other partner supports her. */
  async function agreed(values: object = {}): Promise<CaseIds> {
    const { world } = get();
    const made = await world.newCase();
    await world.newConsent(made.survivorId, { purpose: 'SERVICES', recipientId: receiving(), ...values });
    return made;
  }

  const ask = (caseId: string, toOrganisationId: string, more: object = {}) =>
    step(get().sender, 'transferCase', { id: caseId, version: 1 }, { toOrganisationId, ...more });

  /** The one transfer of a case, as the receiver sees it in its list. */
  async function transferOf(
    client: Client,
    caseId: string,
  ): Promise<TransferShown & { case: { id: string } | null; displayId: string }> {
    const { data } = await client.query(
      '{ caseTransfers(first: 100) { edges { node { id version status respondedAt displayId case { id } } } } }',
    );
    const [row] = await rowsOf(get().world, 'case_transfer', 'case_id = $1', [caseId]);
    const nodes = (data.caseTransfers.edges as { node: never }[]).map(({ node }) => node as TransferShown);
    return nodes.find(({ id }) => id === globalId('CaseTransfer', 'ZA', String(row?.id))) as never;
  }

  const answer = (client: Client, action: string, transfer: TransferShown, more: object = {}) =>
    actTransfer(client, action, { id: transfer.id, expectedVersion: transfer.version, ...more });

  const seen = async (client: Client, caseId: string): Promise<unknown> =>
    (await client.query('query ($id: ID!) { case(id: $id) { status } }', { id: caseId })).data.case;

  return { receiving, agreed, ask, transferOf, answer, seen };
}
