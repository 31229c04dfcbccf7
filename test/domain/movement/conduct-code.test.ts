/** The code of conduct: adopted edition by edition, and checked. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told } from '../acting';
import type { World } from '../world';
import { at, newPlatform, onAssociation } from './acts';

interface Shown {
  readonly id: string;
  readonly version: number;
}

const onCode = actor<Shown & { readonly edition: string }>('codeOfConduct', 'id version edition');
const onCheck = actor<Shown & { readonly itemsMet: number }>('conductCheck', 'id version itemsMet');

let world: World;
let manager: Client;
let fieldWorker: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
  fieldWorker = await world.as('field-worker', 'za');
});
afterAll(() => world.close());

/** One of a platform of its own. */
async function association(): Promise<{ platformId: string; associationId: string }> {
  const { id: platformId } = await newPlatform(manager);
  const { id: associationId } = done(
    await onAssociation(manager, 'registerMemberAssociation', { platformId, name: 'A' }),
  );
  return { platformId, associationId };
}

describe('the code of conduct', () => {
  const code = {
    edition: '1',
    language: 'ENGLISH',
    title: 'Our code',
    text: 'We do no harm.',
    adoptedOn: '2026-01-01',
  };

  it('is adopted edition by edition, read by field workers, and never changed', async () => {
    const { platformId } = await association();
    const first = done(await onCode(manager, 'adoptCodeOfConduct', { platformId, ...code }));
    expect(told(await onCode(manager, 'adoptCodeOfConduct', { platformId, ...code }))).toEqual([
      'ALREADY_ADOPTED edition',
    ]);
    done(await onCode(manager, 'adoptCodeOfConduct', { platformId, ...code, language: 'ZULU' }));
    const { data } = await fieldWorker.query('query ($id: ID!) { codeOfConduct(id: $id) { text } }', {
      id: first.id,
    });
    expect(data.codeOfConduct).toEqual({ text: code.text });
    expectForbidden(await onCode(fieldWorker, 'adoptCodeOfConduct', { platformId, ...code, edition: '2' }));
    done(await onCode(manager, 'voidCodeOfConduct', at(first)));
  });

  it.each([
    ['neither text nor link', { text: null }, 'INVALID_INPUT text'],
    ['a link that is none', { link: 'ftp://example.org' }, 'INVALID_INPUT link'],
    ['a day to come', { adoptedOn: '2199-01-01' }, 'INVALID_INPUT adoptedOn'],
  ])('is refused with %s', async (_, wrong, expected) => {
    const { platformId } = await association();
    const input = { platformId, ...code, ...wrong };
    expect(told(await onCode(manager, 'adoptCodeOfConduct', input))).toEqual([expected]);
  });
});

describe('a check of conduct', () => {
  const check = {
    periodFrom: '2026-01-01',
    periodTo: '2026-03-31',
    itemsTotal: 10,
    itemsMet: 8,
    checkedOn: '2026-04-01',
  };

  it('counts items, is corrected and taken out', async () => {
    const { associationId } = await association();
    const first = done(await onCheck(manager, 'recordConductCheck', { associationId, ...check }));
    expect(told(await onCheck(manager, 'updateConductCheck', { ...at(first), itemsTotal: 7 }))).toEqual([
      'INVALID_INPUT itemsMet',
    ]);
    const second = done(await onCheck(manager, 'updateConductCheck', { ...at(first), itemsMet: 9 }));
    expect(second.itemsMet).toBe(9);
    done(await onCheck(manager, 'voidConductCheck', at(second)));
  });

  it.each([
    ['more met than there are', { itemsMet: 11 }, 'INVALID_INPUT itemsMet'],
    ['a time that ends before it begins', { periodTo: '2025-12-31' }, 'INVALID_INPUT periodTo'],
    ['a day before the time', { checkedOn: '2025-12-31' }, 'INVALID_INPUT checkedOn'],
    ['a day to come', { checkedOn: '2199-01-01' }, 'INVALID_INPUT checkedOn'],
  ])('is refused with %s', async (_, wrong, expected) => {
    const { associationId } = await association();
    const input = { associationId, ...check, ...wrong };
    expect(told(await onCheck(manager, 'recordConductCheck', input))).toEqual([expected]);
  });
});
