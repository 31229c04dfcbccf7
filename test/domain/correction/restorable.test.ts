/** What is taken out as recorded in error says that it can be put back where that is so, and nowhere else. */
import '../../../src/domain/all';
import type { ProblemError } from '../../../src/base/problem';
import type { ThingRecord } from '../../../src/model/record';
import { allActions } from '../../../src/model/action';
import { isRestorable } from '../../../src/model/restorable';
import { allThings, isVoidable, type Thing } from '../../../src/model/thing';
import { Voiding } from '../../../src/domain/casework/erasure/voiding.entity';
import { assertStands } from '../../../src/writing/work-errors';

const voidables = [...allThings.values()].filter(isVoidable);
/** What is ended on purpose has words of its own. */
const inError = voidables.filter(({ ended }) => ended === undefined);

/** What somebody is told who changes a record that was taken out. */
function toldOf(thing: Thing): { en: string; pt: string } {
  const record = { id: 'x', version: 2, voidedAt: '2026-03-02T00:00:00Z' } as unknown as ThingRecord;
  try {
    assertStands(thing, record, ['id']);
  } catch (error) {
    return (error as ProblemError).problems[0]!.text;
  }
  throw new Error('it stands');
}

test.each(inError.map((thing) => [thing.name, thing] as const))('a %s', (_, thing) => {
  const { en, pt } = toldOf(thing);
  expect([/have it put back/.test(en), /peça que seja reposto/.test(pt)]).toEqual(Array(2).fill(isRestorable(thing)));
  expect([/record it anew/.test(en), /registe-o de novo/.test(pt)]).toEqual(Array(2).fill(!isRestorable(thing)));
});

test('only what was recorded in error says so', () => {
  const others = voidables.filter((thing) => !inError.includes(thing));
  expect(others.map(({ name }) => name)).toEqual(['ReportingPeriodLock']);
  for (const { en, pt } of others.map(toldOf)) expect(`${en} ${pt}`).not.toMatch(/error|engano/);
});

test('is put back where taking it out answers with a voiding, and nothing else is', () => {
  const taking = [...allActions.values()].filter(({ name }) => name.startsWith('void'));
  const taken = (thing: Thing): Thing[] =>
    taking.filter(({ thing: of, name }) => of.target === Voiding && name === `void${thing.name}`).map(() => thing);
  const answering = voidables.flatMap(taken);
  expect(answering.length).toBeGreaterThan(8);
  expect(answering.filter((thing) => !isRestorable(thing))).toEqual([]);
  const others = taking.filter(({ thing }) => thing.target !== Voiding).map(({ thing }) => thing);
  expect(others.length).toBeGreaterThan(8);
  expect(others.filter(isRestorable)).toEqual([]);
});
