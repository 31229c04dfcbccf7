/** What is counted at every visit is counted in an index: it holds every column by which it is decided whether a row is open. */
import '../../src/domain/all';
import { listIndexes } from '../../src/model/list-index';
import type { Subject } from '../../src/model/reach';
import { allThings, type Thing } from '../../src/model/thing';

const subjects: readonly Subject[] = [false, true].flatMap((watches) =>
  [false, true].map((oversees) => ({
    ...{ accountId: 'account', organisationId: 'organisation', duties: ['caseWork'], lists: 'counted' as const },
    ...{ watches, oversees },
  })),
);

/** The columns of the row itself that `open` names, for whoever asks. */
function asked({ reach }: Thing): Set<string> {
  const texts = subjects.map((subject) => reach.open?.('row', subject).text ?? '');
  return new Set(texts.flatMap((text) => [...text.matchAll(/"row"\."(\w+)"/g)].map(([, name]) => name as string)));
}

const things = [...allThings.values()].filter(({ reach }) => reach.opens);

test('there are such things', () =>
  expect(things.map(({ name }) => name)).toEqual(expect.arrayContaining(['Case', 'WorkItem'])));

test.each(things.map((thing) => [thing.name, thing] as const))('%s', (_, thing) => {
  const holders = listIndexes(thing).filter(({ definition }) => definition.includes(' INCLUDE ('));
  expect(holders).not.toEqual([]);
  for (const { definition } of holders) {
    const columns = [...definition.matchAll(/"(\w+)"/g)].map(([, name]) => name);
    expect(columns).toEqual(expect.arrayContaining([...asked(thing)]));
    if (thing.tally)
      expect(definition.split(' INCLUDE (')[1]).toContain(`"${thing.attributes.get(thing.tally.by)?.column}"`);
  }
});
