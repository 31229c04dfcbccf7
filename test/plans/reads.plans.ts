/**
 * At 100,000 cases in a country, whatever a list is ordered or filtered by, and whoever asks, a page of 20 reads no
 * more than a few pages' worth of rows. Every order and every filter of the schema, walked.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import '../../src/domain/all';
import { mayUse, scopesOf } from '../../src/policy/rights';
import type { Role } from '../../src/policy/role';
import { Case } from '../../src/domain/casework/case/case.entity';
import { thingOf, type Thing } from '../../src/model/thing';
import { adminRows } from '../support/admin';
import { startApp, type TestApp } from '../support/app';
import { home } from '../support/policy-actors';
import { planActors, type PlanActor } from './actors';
import { ask, pageSize } from './ask';
import { Explainer, type Measured } from './explain';
import { openInstallation, type Installation } from './installation';
import { knownOf, unmet } from './known';
import { askable, countQuestions, filterQuestions, orderQuestions, type Question } from './questions';

const pages = 50;
const mostRows = pages * pageSize;
/** A row costs its index page, its own, and those of the rows that decide whether it may be seen. */
const mostBuffers = mostRows * 8;

const report = process.env.PLANS_REPORT;
const schema = home.toLowerCase();

let installation: Installation;
let api: TestApp;
let actors: readonly PlanActor[];
const explainers = new Map<string, Explainer>();

beforeAll(async () => {
  installation = await openInstallation();
  const { database } = installation;
  const settings = process.env.PLANS_SETTINGS?.split(';') ?? [];
  for (const role of [`${schema}_app`, `${schema}_region`]) {
    explainers.set(role, await Explainer.open(database, role, settings));
  }
  if (report) writeFileSync(report, '');
});

// Sessions are shorter than the walk.
beforeEach(async () => {
  const { database } = installation;
  api = await startApp({ database, env: database.env });
  actors = await planActors(api);
});
afterEach(() => api.close());

afterAll(async () => {
  for (const explainer of explainers.values()) await explainer.close();
  await installation?.stop();
});

interface Reading extends Measured {
  readonly thing: Thing;
  readonly actor: PlanActor;
  readonly question: Question;
  readonly most: number;
}

async function measure(thing: Thing, actor: PlanActor, question: Question): Promise<Reading | null> {
  const sent = await ask(actor.client, thing, question);
  const measured = sent && (await explainers.get(actor.reader)?.measure(sent));
  return measured
    ? { ...measured, thing, actor, question, most: Math.max(await rowsOf(thing), await rowsOf(thingOf(Case))) }
    : null;
}

const counts = new Map<Thing, number>();

async function rowsOf(thing: Thing): Promise<number> {
  let count = counts.get(thing);
  if (count === undefined) {
    const of = `SELECT count(*)::int AS count FROM ${schema}."${thing.table}"`;
    const [row] = await adminRows<{ count: number }>(installation.database, of);
    counts.set(thing, (count = row?.count ?? 0));
  }
  return count;
}

const isTooMuch = ({ rows, sorted, buffers }: Measured): boolean =>
  rows > mostRows || sorted > mostRows || buffers > mostBuffers;

function tell({ thing, actor, question, rows, sorted, buffers, ms, scans }: Reading): string {
  const who = `${actor.role} (${actor.rows}, ${scopesOf(actor.role as Role, thing.dataClass, 'read').join('+')})`;
  return `${thing.plural} | ${who} | ${question.what} | ${rows} rows, ${sorted} sorted, ${buffers} buffers, ${ms.toFixed(1)} ms | ${scans}`;
}

async function measureAll(thing: Thing, questions: readonly Question[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const actor of actors) {
    if (!mayUse(actor.role as Role, thing.dataClass, 'read')) continue;
    for (const question of questions) {
      const reading = await measure(thing, actor, question);
      if (!reading) continue;
      readings.push(reading);
      if (report) appendFileSync(report, `${isTooMuch(reading) ? '!' : ' '} ${tell(reading)}\n`);
    }
  }
  return readings;
}

describe.each(askable.map((thing) => [thing.plural, thing] as const))('%s', (_, thing) => {
  it('show a page in any order at the price of a few', async () => {
    const readings = await measureAll(thing, orderQuestions(thing));
    expect(readings.length).toBeGreaterThan(0);
    expect(
      readings
        .filter(isTooMuch)
        .filter((reading) => !knownOf(reading))
        .map(tell),
    ).toEqual([]);
  });

  it('show a page of any filter at the price of a few, but for those that are known to read on', async () => {
    const readings = await measureAll(thing, await filterQuestions(installation.database, thing, schema));
    const costly = readings.filter(isTooMuch);
    expect(costly.filter((reading) => !knownOf(reading)).map(tell)).toEqual([]);
  });
});

const ofOrganisations = askable.filter(
  ({ few, attributes, reach }) => !few && attributes.has('status') && reach.organisation?.length === 1,
);

/** No other record decides whether a row is seen. */
const isDecidedAlone = ({ reach }: Thing): boolean => !reach.through && (!reach.open || reach.opens !== undefined);

async function counted(thing: Thing): Promise<Reading[]> {
  const readings = (await measureAll(thing, countQuestions(thing))).filter(({ actor }) =>
    scopesOf(actor.role as Role, thing.dataClass, 'read').includes('organisation'),
  );
  expect(readings.length).toBeGreaterThan(0);
  return readings;
}

const named = (things: readonly Thing[]) => things.map((thing) => [thing.plural, thing] as const);

describe.each(named(ofOrganisations.filter(isDecidedAlone)))('%s', (_, thing) => {
  it('are counted by status in an organisation out of an index alone', async () => {
    // Some hundred entries stand on a page of such an index, some twenty rows on one of the table.
    const costly = (await counted(thing)).filter(({ rows, buffers }) => buffers > 20 + rows / 100);
    expect(costly.map(tell)).toEqual([]);
  });
});

describe.each(named(ofOrganisations.filter((thing) => !isDecidedAlone(thing))))('%s', (_, thing) => {
  it('are counted by status in an organisation with one look at each, and at the case that decides', async () => {
    const costly = (await counted(thing)).filter(
      ({ rows, buffers, most }) => rows > 4 * most || buffers > 20 + 4 * rows,
    );
    expect(costly.map(tell)).toEqual([]);
  });
});

it('has no exception that nothing needs', () => {
  expect(unmet()).toEqual([]);
});
