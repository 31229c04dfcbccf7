/** Many rows in one transaction: each does what a mutation of its own would, and what fails of some does not undo the rest. */
import type { RequestContext } from '../base/context';
import type { CountryActor, Work } from './work';
import { patiently, transact } from './transaction';
import type { Taken } from './made-id';
import type { Path } from './input';

export interface Doing {
  readonly actor: CountryActor;
  /** What the histories say was done. */
  readonly action: string;
  /** Under which all of it stands in the trail. */
  readonly requestId: string;
  /** Everything is checked, nothing is kept. */
  readonly rehearsal?: boolean;
}

const nowhere = (_taken: Taken): Path | undefined => undefined;

/** Does something in one transaction that is no request of a client's: it is audited and fed, and has no key. */
export function together<T>(
  ctx: RequestContext,
  { actor, action, requestId, rehearsal = false }: Doing,
  task: (work: Work) => Promise<T>,
): Promise<T> {
  const { accountId, role, organisationId } = actor;
  const doer = { accountId, role, organisationId, action, requestId, key: '' };
  return patiently(() =>
    transact(ctx, { actor, action, placeOf: nowhere }, async (work, client) => {
      const result = await task(work);
      await work.finish();
      if (rehearsal) {
        work.outbox.flush();
        await client.query('ROLLBACK');
        if (work.outbox.failure) throw work.outbox.failure as Error;
        return result;
      }
      await Promise.all([work.outbox.send(work.ledger.statement(doer, accountId)), client.query('COMMIT')]);
      return result;
    }),
  );
}
