/** Mutations as the API does them, taken back at the end: so one input that can be done is tried in many ways. */
import { randomUUID } from 'node:crypto';
import '../../src/domain/all';
import type { Actor } from '../../src/base/actor';
import type { RequestContext } from '../../src/base/context';
import { present, ProblemError, type Problem } from '../../src/base/problem';
import { Told } from '../../src/base/told';
import { allActions } from '../../src/model/action';
import type { Role } from '../../src/policy/role';
import { mutate } from '../../src/writing/mutate';
import { normalise, sorted } from '../../src/writing/normalise';
import type { Work } from '../../src/writing/work';
import { adminRows } from './admin';
import type { Answer, TestApp } from './app';
import type { InputValue } from './walk-input';

/** Tries an input; `begun` is called with each attempt, of which there is one unless it was in somebody's way. @returns what is against it; nothing where it would be done */
export type Rehearse = (input: InputValue, begun?: () => void) => Promise<readonly Problem[]>;

interface Account {
  readonly id: string;
  readonly role: Role;
  readonly country: string;
  readonly organisation_id: string | null;
}

/** Rehearses a mutation as an account such as `case-manager@za.demo`. */
export async function rehearsal(api: TestApp, name: string, email: string): Promise<Rehearse> {
  const text = 'SELECT id, role, country, organisation_id FROM identity.account WHERE email = $1';
  const [account] = await adminRows<Account & Record<string, unknown>>(api.database, text, [email]);
  if (!account) throw new Error(`there is no ${email}`);
  const ctx = contextOf(api, account, email);
  const action = allActions.get(name);
  if (!action) throw new Error(`there is no mutation ${name}`);
  const run = action.run as (work: Work, input: unknown) => Promise<string>;
  return async (input, begun) => {
    const given = { idempotencyKey: randomUUID(), ...input };
    const { input: checked, problems } = normalise(ctx.actor, action.thing, action.input, given);
    if (problems.length > 0) return problems.map((problem) => present(problem, 'en'));
    const { problems: met } = await mutate(ctx, name, checked, async (work, told) => {
      begun?.();
      await run(work, sorted(action.input, told));
      await work.finish();
      work.outbox.flush();
      throw new ProblemError([]);
    });
    return met;
  };
}

type Ours = RequestContext & { readonly actor: Actor };

const contextOf = (api: TestApp, account: Account, email: string): Ours => ({
  requestId: randomUUID(),
  locale: 'en',
  address: '127.0.0.1',
  asked: null,
  actor: {
    locale: 'en',
    accountId: account.id,
    role: account.role,
    organisationId: account.organisation_id,
    country: account.country,
    sessionId: randomUUID(),
    name: email,
    email,
  },
  app: api.app,
  scope: [],
  standing: null,
  requiresAll: false,
  told: new Told(),
});

/** The same as an answer of the API. */
export const answered = (name: string, problems: readonly Problem[]): Answer => ({
  status: 200,
  text: '',
  headers: {},
  data: { [name]: { problems } },
  errors: [],
});
