/** Who sees a breach of a code of conduct: its reviewers, whatever becomes of them and of the platform, and never its reporter. */
import '../../../src/domain/all';
import { done, told } from '../acting';
import { rowsOf, uuidOf } from '../case/acts';
import { at, onAssociation, onPlatform } from './acts';
import {
  about,
  act,
  as,
  breachesOf,
  listed,
  name,
  note,
  onReviewer,
  openBreaches,
  reviewedBy,
  step,
  world,
} from './breaches';

beforeAll(openBreaches);
afterAll(() => world.close());

test('who reports a breach and is no reviewer is told that it arrived, and does not read it', async () => {
  const { associationId } = await reviewedBy('supervisor');
  const answer = await act(as['field-worker']!, 'reportConductBreach', { associationId, ...about });
  expect([answer.record, told(answer), answer.answer.errors]).toEqual([null, ['RECORD_OUT_OF_SIGHT'], []]);
  expect(answer.problems[0]!.message).toMatch(/^This was recorded\. It is read by the reviewers who were named/);
  const portuguese = { 'accept-language': 'pt' };
  const again = await act(as['field-worker']!, 'reportConductBreach', { associationId, ...about }, portuguese);
  expect(again.problems[0]!.message).toMatch(/^Isto ficou registado\. É lido pelos revisores nomeados/);
  expect(await listed(as['field-worker']!)).toEqual([]);
  expect((await listed(as.supervisor!)).at(-1)).toMatchObject({ status: 'REPORTED', note });
});

test.each(['en', 'pt'])(
  'where no reviewer reads it yet the answer says so, and who names one, in %s',
  async (language) => {
    const { platformId, associationId } = await reviewedBy();
    const report = async (who: string) =>
      act(as[who]!, 'reportConductBreach', { associationId, ...about }, { 'accept-language': language });
    const unread = { en: /nobody reads it yet.* An administrator/, pt: /ainda ninguém o lê.* um administrador/ }[
      language
    ];
    const answer = await report('field-worker');
    expect(told(answer)).toEqual(['RECORD_OUT_OF_SIGHT']);
    expect(answer.problems[0]!.message).toMatch(unread as RegExp);
    done(await name(platformId, 'field-worker'));
    expect((await report('field-worker')).problems[0]!.message).toMatch(unread as RegExp);
    expect((await report('case-manager')).problems[0]!.message).not.toMatch(unread as RegExp);
  },
);

test('who reported it neither reads nor changes it, also as a reviewer', async () => {
  const { associationId } = await reviewedBy('case-manager', 'supervisor');
  const answer = await act(as.supervisor!, 'reportConductBreach', { associationId, ...about });
  expect([answer.record, told(answer)]).toEqual([null, ['RECORD_OUT_OF_SIGHT']]);
  const breach = (await breachesOf('case-manager', associationId))[0]!;
  expect(await breachesOf('supervisor', associationId)).toEqual([]);
  expect((await listed(as.supervisor!)).map(({ id }) => id)).not.toContain(breach.id);
  const { data } = await as.supervisor!.query('query ($id: ID!) { conductBreach(id: $id) { id } }', { id: breach.id });
  expect(data.conductBreach).toBeNull();
  for (const action of ['updateConductBreach', 'takeUpConductBreach'])
    expect([action, told(await step('supervisor', action, breach))]).toEqual([action, ['NOT_FOUND id']]);
});

describe('of a platform and an association that are taken out, as recorded in error', () => {
  const takenOut = async (ids: { platformId: string; associationId: string }): Promise<string[]> => {
    const association = { id: ids.associationId, version: 1 };
    const first = await onAssociation(as['partner-admin']!, 'voidMemberAssociation', at(association));
    const then = await onPlatform(as['partner-admin']!, 'voidPlatform', at({ id: ids.platformId, version: 1 }));
    return [...told(first), ...told(then)];
  };

  test('a breach is hidden from none of its reviewers, and who takes them out does not learn that it is there', async () => {
    const [bare, ids] = [await reviewedBy('field-worker-2'), await reviewedBy('field-worker-2')];
    await act(as['field-worker']!, 'reportConductBreach', { associationId: ids.associationId, ...about });
    const breach = (await breachesOf('field-worker-2', ids.associationId))[0]!;
    expect([await takenOut(bare), await takenOut(ids)]).toEqual([[], []]);
    const { data } = await as['field-worker-2']!.query(
      'query ($id: ID!) { conductBreach(id: $id) { note association { name platform { name } } } }',
      { id: breach.id },
    );
    expect(data.conductBreach).toEqual({ note, association: { name: 'A', platform: { name: 'A platform' } } });
    done(await step('field-worker-2', 'takeUpConductBreach', breach));
  });

  test('a reviewer is named whether or not something waits, and what waits is on a list until then', async () => {
    const [bare, ids] = [await reviewedBy(), await reviewedBy()];
    for (let n = 0; n < 3; n++)
      await act(as['field-worker']!, 'reportConductBreach', { associationId: ids.associationId, ...about });
    expect([await takenOut(bare), await takenOut(ids)]).toEqual([[], []]);
    const lacking = async (): Promise<{ since: string; createdAt: string; updatedAt: string }[]> => {
      const { data } = await as['partner-admin']!.query(
        '{ workList(first: 100, filter: { kind: { eq: REVIEWER_MISSING } }) { edges { node { recordId since createdAt updatedAt } } } }',
      );
      const { edges } = data.workList as {
        edges: { node: { recordId: string; since: string; createdAt: string; updatedAt: string } }[];
      };
      return edges.map(({ node }) => node).filter(({ recordId }) => recordId === uuidOf(ids.platformId));
    };
    const { data } = await as['partner-admin']!.query('query ($id: ID!) { platform(id: $id) { name voidedAt } }', {
      id: ids.platformId,
    });
    expect([(await lacking()).length, data.platform]).toEqual([
      1,
      { name: 'A platform', voidedAt: expect.any(String) },
    ]);
    // Neither how many wait nor since when.
    const [platform] = await rowsOf(world, 'platform', 'id = $1', [uuidOf(ids.platformId)]);
    const [item] = await lacking();
    const { since, createdAt, updatedAt } = item!;
    expect([since, createdAt.slice(10), updatedAt]).toEqual([platform?.created_at, 'T00:00:00.000000Z', createdAt]);
    done(await name(bare.platformId, 'case-manager'));
    done(await name(ids.platformId, 'case-manager'));
    expect([await lacking(), (await breachesOf('case-manager', ids.associationId)).length]).toEqual([[], 3]);
    const change = { ...at({ id: ids.platformId, version: 2 }), name: 'B' };
    expect(told(await onPlatform(as['partner-admin']!, 'updatePlatform', change))).toEqual(['VOIDED id']);
  });

  test('they stand in no list, and nobody else finds them', async () => {
    const ids = await reviewedBy();
    expect(await takenOut(ids)).toEqual([]);
    const document =
      'query ($id: ID!) { memberAssociation(id: $id) { id } memberAssociations(first: 100) { edges { node { id } } } }';
    for (const [who, isFound] of [
      ['supervisor', true],
      ['case-manager-2', false],
      ['me-officer', false],
    ] as const) {
      const { data } = await (await world.as(who, 'za')).query(document, { id: ids.associationId });
      expect([who, data.memberAssociation !== null]).toEqual([who, isFound]);
      expect(JSON.stringify(data.memberAssociations)).not.toContain(ids.associationId);
    }
  });
});

test('a reviewer of another platform, or one whose part has ended, reads it no more', async () => {
  const { platformId, associationId } = await reviewedBy('case-manager');
  const reviewer = done(await name(platformId, 'supervisor'));
  await reviewedBy('field-worker-2');
  await act(as['field-worker']!, 'reportConductBreach', { associationId, ...about });
  const seen = async (who: string): Promise<boolean> => {
    const { data } = await as[who]!.query(
      'query ($id: ID!) { memberAssociation(id: $id) { conductBreaches { edges { node { id } } } } }',
      { id: associationId },
    );
    return data.memberAssociation.conductBreaches.edges.length > 0;
  };
  expect([await seen('supervisor'), await seen('field-worker-2')]).toEqual([true, false]);
  expect(done(await onReviewer(as['partner-admin']!, 'endPlatformReviewer', at(reviewer))).endedAt).not.toBeNull();
  expect(await seen('supervisor')).toBe(false);
});

test('that a breach was read stands in the log of its reviewers and the privacy officer, and of nobody else', async () => {
  const { associationId } = await reviewedBy('case-manager');
  await act(as['field-worker']!, 'reportConductBreach', { associationId, ...about });
  const breach = (await breachesOf('case-manager', associationId))[0]!;
  const document = `query ($id: ID!) { conductBreach(id: $id) { note } }`;
  const { data } = await as['case-manager']!.query(document, { id: breach.id });
  expect(data.conductBreach).toEqual({ note });
  const logged = async (who: string): Promise<number> => {
    const log = `query ($of: IdFilter) { accessLogEntries(filter: { recordId: $of }) { totalCount } }`;
    const answer = await (await world.as(who, 'za')).query(log, { of: { eq: uuidOf(breach.id) } });
    expect(answer.errors).toEqual([]);
    return answer.data.accessLogEntries.totalCount as number;
  };
  expect(await logged('case-manager')).toBeGreaterThan(0);
  expect(await logged('privacy-officer')).toBeGreaterThan(0);
  expect(await logged('supervisor')).toBe(0);
});
