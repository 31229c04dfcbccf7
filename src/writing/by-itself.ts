/** A unit of work that nobody does: it falls due. Written to the same trail as what people do. */
import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { RequestContext, Services } from '../base/context';
import type { CountryCode } from '../base/countries';
import { Told } from '../base/told';
import { NOBODY, systemActor } from './system-actor';
import type { SystemWrite } from './system-write';
import { Work } from './work';

export interface Undone {
  readonly name: string;
  /** What it writes, though nobody with a right to it acts. */
  readonly writes: readonly SystemWrite[];
  /** Does what is due. @returns how much it did */
  readonly run: (work: Work) => Promise<number>;
}

/** Does it inside the transaction that is open on `client`. @returns how much was done */
export async function byItself(app: Services, code: CountryCode, client: ClientBase, due: Undone): Promise<number> {
  const unit = new Work(contextOf(app, code), systemActor(code), client, due.name, due.writes);
  try {
    const done = await due.run(unit);
    await unit.finish();
    const doer = { accountId: NOBODY, role: unit.actor.role, organisationId: null, action: due.name };
    if (done > 0)
      await unit.outbox.send(unit.ledger.statement({ ...doer, requestId: unit.ctx.requestId, key: '' }, NOBODY));
    return done;
  } catch (error) {
    throw unit.outbox.failure ?? error;
  } finally {
    unit.outbox.close();
  }
}

const contextOf = (app: Services, code: string): RequestContext => ({
  requestId: `sweep-${code}-${randomUUID()}`,
  locale: 'en',
  address: '',
  actor: null,
  standing: null,
  app,
  scope: [],
  requiresAll: false,
  asked: null,
  told: new Told(),
});
