/** Colleagues as the tests act on them and look at them. */
import type { Client } from '../../support/app';
import { actor } from '../acting';

export interface StaffShown {
  readonly id: string;
  readonly version: number;
  readonly role: string;
  readonly active: boolean;
  readonly organisation: { readonly id: string } | null;
}

export const actStaff = actor<StaffShown>('staffMember', 'id version role active organisation { id }');
export const actDeputyship = actor<{ id: string; version: number; endsAt: string }>('deputyship', 'id version endsAt');

/** A colleague as somebody sees them. */
export async function staffMember(client: Client, id: string | undefined): Promise<StaffShown | null> {
  const { data } = await client.query(
    'query ($id: ID!) { staffMember(id: $id) { id version role active organisation { id } } }',
    { id },
  );
  return (data?.staffMember ?? null) as StaffShown | null;
}

/** What the newest notices of somebody say: kind, and the name of whom it is about. */
export async function notices(client: Client, most = 1): Promise<string[]> {
  const { data } = await client.query(
    'query ($n: Int!) { notices(first: $n) { edges { node { kind about { name } } } } }',
    {
      n: most,
    },
  );
  const edges = data.notices.edges as { node: { kind: string; about: { name: string } | null } }[];
  return edges.map(({ node }) => [node.kind, node.about?.name].filter(Boolean).join(' '));
}

/** Whether somebody sees a case. */
export async function sees(client: Client, id: string): Promise<boolean> {
  const { data } = await client.query('query ($id: ID!) { case(id: $id) { id } }', { id });
  return (data?.case ?? null) !== null;
}

export const signInAgain = async (anyone: Client, email: string, password: string): Promise<string[]> => {
  const { data } = await anyone.query(
    'mutation ($i: SignInInput!) { signIn(input: $i) { problems { code } session { accessToken } } }',
    { i: { email, password } },
  );
  return (data.signIn.problems as { code: string }[]).map(({ code }) => code);
};

/** A session of its own, of an account whose earlier ones may have ended. */
export async function signedIn(anyone: Client, email: string, password: string): Promise<Client> {
  const { data } = await anyone.query('mutation ($i: SignInInput!) { signIn(input: $i) { session { accessToken } } }', {
    i: { email, password },
  });
  const token = data.signIn.session.accessToken as string;
  const authorization = `Bearer ${token}`;
  return {
    token,
    query: (document, variables, headers) => anyone.query(document, variables, { authorization, ...headers }),
  };
}
