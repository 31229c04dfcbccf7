/** Possible duplicates as the tests find and decide them. */
import type { Client } from '../../support/app';
import { actor, done } from '../acting';
import { act, registration, type CaseShown } from '../case/acts';

export interface PairShown {
  readonly id: string;
  readonly version: number;
  readonly ground: string;
  readonly status: string;
  readonly survivor: { id: string } | null;
  readonly other: { id: string } | null;
}

const fields = 'id version ground status survivor { id } other { id }';

export const actPair = actor<PairShown>('possibleDuplicate', fields);

export const decide = (client: Client, action: string, { id, version }: Pick<PairShown, 'id' | 'version'>) =>
  actPair(client, action, { id, expectedVersion: version });

export type Known = CaseShown & { readonly survivor: { readonly id: string; readonly survivorCode: string } };

/** A case of a new survivor of whom this is known. */
export const registerWith = async (client: Client, survivor: object = {}, more: object = {}): Promise<Known> =>
  done(
    await act(client, 'registerCase', registration({ survivor: { genderIdentity: 'WOMAN', ...survivor }, ...more })),
  ) as Known;

/** Whom the survivor of a case may be. */
export async function offered(client: Client, { survivor }: Known): Promise<PairShown[]> {
  const list = `possibleDuplicates(first: 50) { edges { node { ${fields} } } }`;
  const { possibleDuplicates } = await shown<Edges<'possibleDuplicates', PairShown>>(client, survivor.id, list);
  return possibleDuplicates.edges.map(({ node }) => node);
}

export interface Two {
  readonly first: Known;
  readonly second: Known;
  readonly pair: PairShown;
}

/** Two records, the second of which is found to be the first's. */
export async function two(client: Client, one: object = {}, other: object = {}): Promise<Two> {
  const [first, second] = [await registerWith(client, {}, one), await registerWith(client, {}, other)];
  const both = { survivorId: first.survivor.id, otherId: second.survivor.id };
  return { first, second, pair: done(await actPair(client, 'pointOutDuplicate', both)) };
}

export const merged = async (client: Client, { pair }: Pick<Two, 'pair'>): Promise<PairShown> =>
  done(await decide(client, 'mergeSurvivors', pair));

export const casesOf = async (client: Client, { survivor }: Known): Promise<string[]> => {
  const cases = await shown<Edges<'cases', { id: string }>>(
    client,
    survivor.id,
    'cases(first: 20) { edges { node { id } } }',
  );
  return cases.cases.edges.map(({ node }) => node.id).sort();
};

/** A list as it is answered. */
export type Edges<K extends string, T> = Record<K, { readonly edges: readonly { readonly node: T }[] }>;

/** Fields of a survivor. */
export const shown = async <T = Record<string, unknown>>(client: Client, id: string, fields: string): Promise<T> => {
  const { data } = await client.query(`query ($id: ID!) { survivor(id: $id) { ${fields} } }`, { id });
  return data.survivor as T;
};
/** A telephone number of the country that nobody else has: an invented one, in a block for tests. */
let numbers = 0;
export const newPhone = (): string => `71 555 ${String(1000 + numbers++)}`;
