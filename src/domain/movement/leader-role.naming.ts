/** Names of leaders: kept with the person’s consent where the country keeps names at all, and erased when either ends. */
import { ProblemError, problem } from '../../base/problem';
import { raw, sql, type Sql } from '../../base/sql';
import { SWEEP_BATCH, sweep } from '../../writing/sweep';
import { asSystem } from '../../writing/system-write';
import type { Values, Work } from '../../writing/work';
import { countryOf } from '../country/country.own';
import { LeaderName, type LeaderRole } from './leader-role.entity';

/** Months after the last day in office that a name is kept. */
const KEPT_MONTHS = 24;

/** Whether the time is over in which the name of who left office on a day is kept. */
const isOver = (heldUntil: Sql, today: string): Sql =>
  sql`${heldUntil} + make_interval(months => ${KEPT_MONTHS}) <= ${today}::date`;

/** @throws ProblemError where nobody is to be named */
export async function assertNameable(
  work: Work,
  { nameConsent: hasConsent, heldUntil }: Values<LeaderRole>,
): Promise<void> {
  const path = ['person'];
  if (!(await countryOf(work)).identityVault) {
    throw new ProblemError([
      {
        code: 'IDENTITY_VAULT_OFF',
        text: {
          en: 'This country keeps no names. Record the office alone, and leave the name out.',
          pt: 'Este país não guarda nomes. Registe apenas o cargo, sem o nome.',
        },
        path,
      },
    ]);
  }
  if (!hasConsent) throw notAgreed(path);
  if (!heldUntil) return;
  const [found] = await work.query<{ over: boolean }>(
    sql`SELECT ${isOver(sql`${heldUntil}::date`, work.day())} AS over`,
  );
  if (found?.over) throw overLongAgo(path);
}

const notAgreed = (path: string[]) =>
  problem(
    'CONSENT_MISSING',
    'Nobody is named who has not agreed to it. Ask the person, and record the consent with the name; else leave the name out.',
    'Ninguém é nomeado sem ter concordado. Pergunte à pessoa e registe o consentimento com o nome; senão, não indique o nome.',
    path,
  );

const overLongAgo = (path: string[]) =>
  problem(
    'INVALID_INPUT',
    `This office ended more than ${KEPT_MONTHS} months ago, and no name is kept for longer: it would be erased at once. Record the office alone, or correct its last day.`,
    `Este cargo terminou há mais de ${KEPT_MONTHS} meses, e nenhum nome se guarda por mais tempo: seria logo apagado. Registe apenas o cargo, ou corrija o último dia.`,
    path,
  );

export async function keepName(work: Work, leaderRoleId: string, name: string): Promise<void> {
  const [held] = await work.find(LeaderName, { leaderRoleId }, true);
  if (held) await work.update(LeaderName, held, { name });
  else await work.insert(LeaderName, { leaderRoleId, name, dataKeyId: work.newDataKey() });
}

const byItself = asSystem(LeaderName, 'The name of a leader is erased when consent or time is over.');

/** Erases names with their keys and with what their history held. */
export async function eraseNames(work: Work, leaderRoleIds: readonly string[]): Promise<void> {
  const names = await work.find(LeaderName, { leaderRoleId: leaderRoleIds }, true);
  work.erase(LeaderName, names, { as: byItself });
  work.destroyKeys(names.map(({ dataKeyId }) => dataKeyId));
}

sweep({
  name: 'eraseLeaderNames',
  label: { en: 'erase names of former leaders', pt: 'apagar nomes de quem já não dirige' },
  description: 'erases the name of who led an association 24 months after the last day in office, with its key',
  writes: [byItself],
  run: async (work) => {
    const due = await work.query<{ id: string }>(sql`
      SELECT r.id FROM leader_role r JOIN leader_name n ON n.leader_role_id = r.id
      WHERE ${isOver(raw('r.held_until'), work.day())}
      ORDER BY r.id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE OF r SKIP LOCKED`);
    if (due.length > 0)
      await eraseNames(
        work,
        due.map(({ id }) => id),
      );
    return due.length;
  },
});
