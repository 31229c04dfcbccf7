/** Who exports, once more: the link was made in a session, and opens nothing when that has ended. */
import { randomUUID } from 'node:crypto';
import type { RequestContext } from '../../base/context';
import { problem } from '../../base/problem';
import { outOfService } from '../../base/refusals';
import { Told } from '../../base/told';
import type { Exporting } from '../../domain/data-export/data-export.keeping';
import type { App } from '../../identity/app';
import { absentTo, scopeOf } from '../../identity/scope';

/**
 * @throws ProblemError where the session has ended; ApiError UNAVAILABLE where a country does not answer that would have
 *   rows: what lacks them looks like all
 */
export async function contextOf(app: App, { accountId, sessionId, locale }: Exporting): Promise<RequestContext> {
  const standing = await app.identity.standing(accountId, sessionId);
  if (!standing) throw ended();
  const { actor } = standing;
  const away = absentTo(app, actor);
  if (away.length > 0) throw outOfService(away);
  return Object.freeze({
    ...{ requestId: `export-${randomUUID()}`, locale, asked: locale, address: '', actor, standing, app },
    ...{ scope: scopeOf(app, actor), requiresAll: true, told: new Told() },
  });
}

const ended = () =>
  problem(
    'UNAUTHENTICATED',
    'The session in which this export was asked for has ended. Sign in and ask for it anew.',
    'A sessão em que esta exportação foi pedida terminou. Inicie sessão e peça-a de novo.',
  );
