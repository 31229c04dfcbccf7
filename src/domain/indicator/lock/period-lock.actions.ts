/** Locking a reporting period, and lifting the lock. */
import { periodOf, type Period } from '../../../base/period/period';
import { problem } from '../../../base/problem';
import { dayIn } from '../../../base/calendar';
import { sql } from '../../../base/sql';
import { changing, making, type Changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { EARLIEST_YEAR } from '../../../writing/distant-days';
import { now } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import { countryOf } from '../../country/country.own';
import { lockedNow, locksBetween, versionsNow, type Lock } from './locked.sql';
import { ReportingPeriodLock } from './period-lock.entity';

action(
  {
    name: 'lockReportingPeriod',
    of: ReportingPeriodLock,
    label: { en: 'lock a reporting period', pt: 'fechar um período de reporte' },
    description:
      'Holds the numbers of a period fast as they are counted now: what is counted otherwise later is told beside them. Indicators whose period is too young by now are not locked with it.',
    duty: 'dataQuality',
    input: making(ReportingPeriodLock, { description: 'What locking a reporting period takes.', relies: ['period'] }),
  },
  async (work, { id, values }) => {
    const period = lockable(work, values.period);
    // One after the other: two that overlap would not see each other.
    await work.query(sql`SELECT pg_advisory_xact_lock(hashtext('lock of reporting periods'))`);
    const [there] = await work.query<Lock & Record<string, unknown>>(locksBetween(period.from, period.to));
    if (there) throw lockedAlready(there.period);
    const asOf = await countedBy(work, period);
    const { name, from: startsOn, to: endsOn } = period;
    const lockId = await work.insert(ReportingPeriodLock, {
      ...{ ...values, id, period: name, startsOn, endsOn, asOf },
      ...{ lockedOn: work.day(), versions: versionsNow() },
    });
    work.write(lockedNow(lockId, period));
    return lockId;
  },
);

/** @throws ProblemError where it is no period, is not over, or lies before anything that is told of */
function lockable(work: Work, name: string): Period {
  const period = periodOf(name);
  if (!period)
    throw problem(
      'INVALID_INPUT',
      'This is no period that is offered. Write it as DHIS2 does: 202603, 2026Q1, 2026S1, 2026, 2026April, 2026July, 2026Oct.',
      'Não é um período disponível. Escreva-o como o DHIS2: 202603, 2026Q1, 2026S1, 2026, 2026April, 2026July, 2026Oct.',
      ['period'],
    );
  if (period.to >= work.day())
    throw problem(
      'INVALID_INPUT',
      `The period is not over: its last day is ${period.to}. Lock it afterwards.`,
      `O período não terminou: o último dia é ${period.to}. Feche-o depois.`,
      ['period'],
    );
  if (period.from < `${EARLIEST_YEAR}-01-01`)
    throw problem(
      'INVALID_INPUT',
      `Nothing is recorded of the years before ${EARLIEST_YEAR}, so there is nothing to lock. Check the year.`,
      `Nada está registado dos anos anteriores a ${EARLIEST_YEAR}, por isso nada há para fechar. Verifique o ano.`,
      ['period'],
    );
  return period;
}

const lockedAlready = (period: string) =>
  problem(
    'ALREADY_EXISTS',
    `Months of it are locked already, with ${period}. Lock the others by themselves, or lift that lock first: a table of the period tells each month as it is locked.`,
    `Alguns dos seus meses já estão fechados, com ${period}. Feche os outros à parte, ou levante primeiro esse fecho: uma tabela do período indica cada mês como está fechado.`,
    ['period'],
  );

/** @throws ProblemError where what was recorded by the end of the period is not all counted yet */
async function countedBy(work: Work, period: Period): Promise<string> {
  const [state] = await work.query<{ asOf: string }>(sql`
    SELECT to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "asOf" FROM indicator_as_of`);
  const { timezone } = await countryOf(work);
  if (state && dayIn(timezone, new Date(state.asOf)) > period.to) return state.asOf;
  throw problem(
    'INVALID_INPUT',
    'What was recorded in the period is not all counted yet. Try again in some minutes.',
    'O que se registou no período ainda não está todo contado. Tente de novo daqui a alguns minutos.',
    ['period'],
  );
}

action(
  {
    name: 'voidReportingPeriodLock',
    of: ReportingPeriodLock,
    label: { en: 'lift the lock of the period', pt: 'levantar o fecho do período' },
    description: 'Lifts the lock of a period: its numbers are told as they are counted now. It can be locked again.',
    duty: 'dataQuality',
    input: changing(ReportingPeriodLock, { description: 'What lifting the lock of a period takes.' }),
  },
  async (work, { id, expectedVersion }: Changing) => {
    const lock = await work.load(ReportingPeriodLock, id, { expectedVersion });
    await work.update(ReportingPeriodLock, lock, { voidedAt: now() });
    return id;
  },
);
