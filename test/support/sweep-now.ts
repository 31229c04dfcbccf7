/** Does what falls due in a country, as a running instance does it by itself. */
import { hoursToAnswer } from '../../src/domain/casework/referral/referral.deadlines';
import { allSweeps, sweepOnce } from '../../src/writing/sweep';
import type { TestApp } from './app';

/** @returns how much of it was done; null where another instance is at it */
export function sweepNow({ app }: Pick<TestApp, 'app'>, country: string, name: string): Promise<number | null> {
  const [database, sweep] = [app.countries.get(country.toUpperCase()), allSweeps.get(name)];
  if (!database || !sweep) throw new Error(`There is no ${country}, or no ${name}.`);
  return sweepOnce(app, database, sweep);
}

export { hoursToAnswer };
