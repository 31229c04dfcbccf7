/** Whom to ask: the providers nearest to a district, and the next for a referral. */
import '../../../src/domain/all';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done } from '../acting';
import type { World } from '../world';
import { act, add, names } from './acts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

interface District {
  readonly id: string;
  readonly code: string;
  readonly province: { readonly code: string };
}

const refer = actor<{ id: string; version: number }>('referral', 'id version');

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  let manager: Client;
  let here: District;
  let next: District;
  let far: District;
  beforeAll(async () => {
    manager = await world.as('case-manager', country);
    const { data } = await manager.query('{ districts(first: 100) { edges { node { id code province { code } } } } }');
    const all = (data.districts.edges as { node: District }[]).map(({ node }) => node);
    here = all.find(({ code, province }) => all.some((o) => o.code !== code && o.province.code === province.code))!;
    next = all.find((o) => o.code !== here.code && o.province.code === here.province.code)!;
    far = all.find((o) => o.province.code !== here.province.code)!;
    const covering = (code: string): object => ({ coverage: 'DISTRICTS', districtCodes: [code] });
    for (const [name, input] of [
      ['elsewhere', covering(far.code)],
      ['beside', covering(next.code)],
      ['country', {}],
      ['province', { coverage: 'PROVINCES', provinceCodes: [here.province.code] }],
      ['here', covering(here.code)],
      ['here, Old', covering(here.code)],
      ['closed', covering(here.code)],
      ['lawyers', { ...covering(here.code), categories: ['LEGAL'] }],
    ] as const)
      await add(manager, { name, ...input });
    await add(manager, {
      name: 'here, ours',
      organisationId: world.organisation[country].clinic,
      ...covering(here.code),
    });
    const { data: found } = await manager.query(
      '{ serviceDirectory(filter: {name: {eq: "closed"}}) { edges { node { id version } } } }',
    );
    const [{ node }] = found.serviceDirectory.edges;
    done(await act(manager, 'closeServiceEntry', { id: node.id, expectedVersion: node.version }));
  });

  const nearest = ['here, ours', 'here', 'here, Old', 'province', 'country', 'beside', 'elsewhere'];
  const health = 'filter: { categories: { has: HEALTH } }';

  it('names the nearest first, those inside the system before others, closed ones last', async () => {
    expect(await names(manager, `near: "${here.id}", ${health}`)).toEqual([...nearest, 'closed']);
    expect((await names(manager, `near: "${far.id}", ${health}`))[0]).toBe('elsewhere');
  });

  it('is paged in that order, both ways', async () => {
    const page = async (args: string): Promise<{ names: string[]; end: string; start: string }> => {
      const { data } = await manager.query(
        `{ serviceDirectory(near: "${here.id}", ${health}, ${args}) { edges { node { name } } pageInfo { startCursor endCursor } } }`,
      );
      const { edges, pageInfo } = data.serviceDirectory;
      const read = (edges as { node: { name: string } }[]).map(({ node }) => node.name);
      return { names: read, end: pageInfo.endCursor, start: pageInfo.startCursor };
    };
    const read: string[] = [];
    for (let at = await page('first: 3'); at.names.length > 0; at = await page(`first: 3, after: "${at.end}"`))
      read.push(...at.names);
    expect(read).toEqual([...nearest, 'closed']);
    const last = await page('last: 2');
    expect(last.names).toEqual(['elsewhere', 'closed']);
    expect((await page(`last: 2, before: "${last.start}"`)).names).toEqual(['country', 'beside']);
  });

  it('has cursors of its own question', async () => {
    const { data } = await manager.query(
      `{ serviceDirectory(near: "${here.id}", first: 1) { pageInfo { endCursor } } }`,
    );
    const { endCursor } = data.serviceDirectory.pageInfo;
    for (const other of [`near: "${far.id}", `, '']) {
      const { errors } = await manager.query(
        `{ serviceDirectory(${other}first: 1, after: "${endCursor}") { edges { cursor } } }`,
      );
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('offers whom to ask next, without those who were asked', async () => {
    const { caseId } = await world.newCase(country, { anonymous: true });
    const input = { caseId, category: 'HEALTH', urgency: 'ROUTINE', districtId: here.id };
    const made = async (remoteProvider: string, more: object = {}): Promise<string> =>
      done(await refer(manager, 'makeReferral', { ...input, receiver: { remoteProvider }, ...more })).id;
    const id = await made('Here');
    const open = nearest.filter((name) => name !== 'here');
    expect(await names(manager, `forReferral: "${id}"`)).toEqual(open);
    await made('country', { draft: true });
    expect(await names(manager, `forReferral: "${id}"`)).toEqual(open);
    await made('country');
    expect(await names(manager, `forReferral: "${id}"`)).toEqual(open.filter((name) => name !== 'country'));
    expect(await names(manager, `forReferral: "${id}", first: 1`)).toEqual(['here, ours']);
    const { data } = await manager.query(`{ serviceDirectory(forReferral: "${id}") { totalCount } }`);
    expect(data.serviceDirectory.totalCount).toBe(open.length - 1);
    // Nobody else learns who was asked, nor that there is such a referral.
    for (const who of ['case-manager-2', 'service-provider', 'field-worker-2'])
      expect(await names(await world.as(who, country), `forReferral: "${id}"`)).toEqual([]);
  });

  it('refuses what it cannot be asked by', async () => {
    const ask = async (who: string, args: string): Promise<unknown> =>
      (await (await world.as(who, country)).query(`{ serviceDirectory(${args}) { totalCount } }`)).errors.map(
        ({ extensions }) => extensions.code,
      );
    const { caseId } = await world.newCase(country);
    expect(await ask('case-manager', 'near: "nothing"')).toEqual(['BAD_USER_INPUT']);
    const organisation = await manager.query('{ organisations(first: 1) { edges { node { id } } } }');
    const { id } = organisation.data.organisations.edges[0].node;
    expect(await ask('case-manager', `near: "${id}"`)).toEqual(['BAD_USER_INPUT']);
    expect(await ask('case-manager', `near: "${here.id}", forReferral: "${caseId}"`)).toEqual(['BAD_USER_INPUT']);
    const [name, added, kept] = ['NAME', 'UPDATED_AT', 'LAST_CONFIRMED_ON'].map((f) => `{field: ${f}, direction: ASC}`);
    expect(await ask('case-manager', `near: "${here.id}", orderBy: [${name}, ${added}, ${kept}]`)).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(await ask('privacy-officer', `forReferral: "${caseId}"`)).toEqual(['FORBIDDEN']);
  });
});
