/** The service directory as tests use it. */
import type { Client } from '../../support/app';
import { actor, done } from '../acting';

export interface EntryShown {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly status: string;
  readonly organisation: { name: string } | null;
  readonly keptBy: { name: string };
  readonly lastConfirmedOn: string;
  readonly confirmedBy: { name: string } | null;
  readonly closedOn: string | null;
  readonly openingHours: string[];
}

const shown =
  'id version name status organisation { name } keptBy { name } lastConfirmedOn closedOn openingHours' as const;
export const act = actor<EntryShown>('serviceEntry', `${shown} confirmedBy { name }`);
/** Who does not see colleagues. */
export const actAsProvider = actor<EntryShown>('serviceEntry', shown);

export const outside = { name: 'Green Door Clinic', categories: ['HEALTH'], coverage: 'NATIONWIDE' };

export const add = async (client: Client, input: object = {}): Promise<EntryShown> =>
  done(await act(client, 'addServiceEntry', { ...outside, ...input }));

/** Names in the directory, in its order. */
export async function names(client: Client, args: string): Promise<string[]> {
  const { data, errors } = await client.query(`{ serviceDirectory(${args}) { edges { node { name } } } }`);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return (data.serviceDirectory.edges as { node: { name: string } }[]).map(({ node }) => node.name);
}
