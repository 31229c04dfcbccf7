/**
 * A right that is taken from the policy table is gone everywhere: at the mutation, at the part of its input, and at the
 * row, whichever service would write it.
 */
import { randomUUID } from 'node:crypto';
import '../../src/domain/all';
import { allActions } from '../../src/model/action';
import type { Input } from '../../src/model/input';
import { allThings } from '../../src/model/thing';
import { isOfRegion, mayUse, rolesOfAction } from '../../src/policy/rights';
import { roles, type Role } from '../../src/policy/role';
import { dataClasses, type DataClass } from '../../src/policy/table';
import { systemWrites } from '../../src/writing/system-write';
import { Work } from '../../src/writing/work';
import { register, services, step, uuidOf } from '../domain/case/acts';
import * as referrals from '../domain/referral/acts';
import { actor, type Acted } from '../domain/acting';
import { openWorld, type World } from '../domain/world';
import type { Client } from '../support/app';
import { fillInput, mutationDocument, mutationNamed, startsWith, type Path } from '../support/walk-input';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const writers: readonly (readonly [Role, DataClass])[] = (Object.keys(dataClasses) as DataClass[]).flatMap((name) =>
  roles.filter((role) => mayUse(role, name, 'write')).map((role) => [role, name] as const),
);

/** Runs with the right to write a class taken from a role. */
async function without<T>(role: Role, dataClass: DataClass, run: () => T | Promise<T>): Promise<T> {
  const rights = dataClasses[dataClass].rights as Record<string, unknown>;
  const right = rights[role];
  rights[role] = [right]
    .flat()
    .map((each) => String(each).replace('w', ''))
    .filter((each) => each.endsWith('r'));
  try {
    return await run();
  } finally {
    rights[role] = right;
  }
}

const clientOf = (role: Role): Promise<Client> =>
  world.as(role.toLowerCase().replaceAll('_', '-'), isOfRegion(role) ? 'region' : 'za');

/** The places in an input where a part of the class stands. */
const partsOf = (input: Input, dataClass: DataClass, path: Path = []): Path[] =>
  [...input.fields.values()].flatMap(({ name, part }) => {
    if (!part) return [];
    const here = [...path, name];
    return [...(part.thing?.dataClass === dataClass ? [here] : []), ...partsOf(part, dataClass, here)];
  });

const named = (path: Path): Path => path.filter((step) => typeof step === 'string');

/** A document of its own each time: what is planned once for a role is kept. */
async function call(client: Client, name: string, inside: Path = []): Promise<unknown[]> {
  const mutation = mutationNamed(name);
  const document = `${mutationDocument(mutation, 'id')} # ${randomUUID()}`;
  const input = fillInput(mutation, { id: () => randomUUID(), optional: (path) => startsWith(inside, named(path)) });
  const { errors } = await client.query(document, { input });
  return errors.map(({ extensions }) => [extensions.code, extensions.dataClass, extensions.coordinate]);
}

describe.each(writers)('without the right of %s to write %s', (role, dataClass) => {
  const actions = [...allActions.values()].filter(({ name }) => rolesOfAction(name).includes(role));
  const own = actions.filter(({ thing }) => thing.dataClass === dataClass).map(({ name }) => name);
  const holding = actions
    .filter(({ thing }) => thing.dataClass !== dataClass)
    .flatMap(({ name, input }) => partsOf(input, dataClass).map((path) => [name, path] as const));
  const things = [...allThings.values()].filter((thing) => thing.dataClass === dataClass);

  it('no mutation of it is open', async () => {
    const client = await clientOf(role);
    for (const name of own) {
      const told = await without(role, dataClass, () => call(client, name));
      expect([name, told]).toEqual([name, [['FORBIDDEN', dataClass, `Mutation.${name}`]]]);
    }
  });

  it('no mutation takes it as a part', async () => {
    const client = await clientOf(role);
    for (const [name, path] of holding) {
      const told = await without(role, dataClass, () => call(client, name, path));
      expect([name, path, told]).toEqual([name, path, [['FORBIDDEN', dataClass, expect.any(String)]]]);
    }
  });

  it('no unit of work writes a row of it', async () => {
    for (const thing of things) {
      const work = Object.assign(Object.create(Work.prototype), { actor: { role }, anyway: [] }) as Work;
      expect(() => work.admit(thing)).not.toThrow();
      const denied = expect.objectContaining({ denial: expect.objectContaining({ coordinate: thing.name }) }) as Error;
      await without(role, dataClass, () => expect(() => work.admit(thing)).toThrow(denied));
    }
  });
});

it('what is written whoever acts is written for its own thing alone', () => {
  const work = Object.assign(Object.create(Work.prototype), { actor: { role: 'ANALYST' } }) as Work;
  for (const as of systemWrites) {
    for (const thing of allThings.values()) {
      if (thing === as.thing) expect(() => work.admit(thing, { as })).not.toThrow();
      else expect(() => work.admit(thing, { as })).toThrow(`declared for ${as.thing.name}`);
    }
  }
});

/** What a mutation writes beside its own class, deep in its services. */
describe('at the row, when a mutation comes to it', () => {
  const forbidden = ({ answer, record }: Acted<unknown>): unknown[] => {
    expect(record).toBeNull();
    return answer.errors.map(({ extensions }) => [extensions.code, extensions.dataClass, extensions.coordinate]);
  };

  it('a service is not completed by who may not record it', async () => {
    const provider = await clientOf('SERVICE_PROVIDER');
    const referral = await referrals.walk(
      await referrals.sent(world),
      [provider, 'acceptReferral'],
      [provider, 'startReferral'],
    );
    const complete = (): Promise<Acted<unknown>> =>
      referrals.step(provider, 'completeReferral', referral, { outcome: 'SERVICE_PROVIDED', providerNote: 'Given.' });
    const told = forbidden(await without('SERVICE_PROVIDER', 'SERVICE_RECORD', complete));
    expect(told).toEqual([['FORBIDDEN', 'SERVICE_RECORD', 'ServiceRecord']]);
    expect((await complete()).record).toMatchObject({ status: 'COMPLETED' });
  });

  it('a case with an open referral is not withdrawn by who may not end referrals', async () => {
    const manager = await clientOf('CASE_MANAGER');
    const record = await register(manager);
    const consentId = await world.newConsent(uuidOf(record.survivor?.id ?? ''));
    await referrals.act(
      manager,
      'makeReferral',
      referrals.inputFor(world, { caseId: uuidOf(record.id) }, { consentId }),
    );
    const withdraw = (): Promise<Acted<unknown>> => step(manager, 'withdrawCase', record);
    const told = forbidden(await without('CASE_MANAGER', 'REFERRAL_OPERATIONS', withdraw));
    expect(told).toEqual([['FORBIDDEN', 'REFERRAL_OPERATIONS', 'Referral']]);
    expect((await withdraw()).record).toMatchObject({ status: 'WITHDRAWN' });
  });

  it('a refusal of reporting is not recorded by who may not take incidents out of reports', async () => {
    const manager = await clientOf('CASE_MANAGER');
    const incidents = [{ violationTypes: ['BEATING'], consentReporting: true }];
    const record = await register(manager, { incidents });
    const refusal = { ...services, purpose: 'REPORTING_NON_IDENTIFIABLE', decision: 'REFUSED' };
    const refuse = (): Promise<Acted<unknown>> =>
      actor('consent', 'id')(manager, 'recordConsent', { survivorId: record.survivor?.id, ...refusal });
    const told = forbidden(await without('CASE_MANAGER', 'INCIDENT', refuse));
    expect(told).toEqual([['FORBIDDEN', 'INCIDENT', 'Incident']]);
    expect((await refuse()).record).not.toBeNull();
  });
});
