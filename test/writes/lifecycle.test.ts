/** Lifecycles: the table decides, an illegal step is a problem that says what would be legal. */
import { codeList } from '../../src/model/codelist';
import { Lifecycle, type Guard, type Step } from '../../src/model/lifecycle';
import type { ProblemError, ProblemShape } from '../../src/base/problem';

type Light = 'RED' | 'GREEN' | 'BROKEN' | 'SCRAPPED';
const paid: Guard<{ paid: boolean }> = {
  description: 'it was paid for',
  against: (facts) => (facts.paid ? undefined : { code: 'UNPAID', text: { en: 'Pay first.', pt: 'Pague primeiro.' } }),
};

const Lights = codeList<Light>(
  'Light',
  { en: 'How a light is.', pt: 'Como está uma lâmpada.' },
  {
    RED: { en: 'Red', pt: 'Vermelho' },
    GREEN: { en: 'Green', pt: 'Verde' },
    BROKEN: { en: 'Broken', pt: 'Avariado' },
    SCRAPPED: { en: 'Scrapped', pt: 'Abatido' },
  },
);

function lifecycle<Facts = void>(name: string, steps: readonly Step<Light, Facts>[]): Lifecycle<Light, Facts> {
  const made = new Lifecycle<Light, Facts>(name, Lights);
  for (const { action, ...move } of steps) made.on(move).take(action);
  return made;
}

const light = lifecycle<{ paid: boolean }>('Light', [
  { action: 'install', from: [], to: 'RED' },
  { action: 'go', from: ['RED'], to: 'GREEN', guards: [paid] },
  { action: 'stop', from: ['GREEN'], to: 'RED' },
  { action: 'break', from: ['RED', 'GREEN'], to: 'BROKEN' },
  { action: 'scrap', from: ['BROKEN'], to: 'SCRAPPED' },
]);
const problemsOf = (run: () => unknown): readonly ProblemShape[] => {
  try {
    run();
  } catch (error) {
    return (error as ProblemError).problems;
  }
  return [];
};

it('takes the steps of its table', () => {
  expect(light.step(null, 'install', { paid: false })).toBe('RED');
  expect(light.step('RED', 'go', { paid: true })).toBe('GREEN');
  expect(light.step('GREEN', 'break', { paid: false })).toBe('BROKEN');
});

it('answers an illegal step with the state and what is allowed there', () => {
  expect(problemsOf(() => light.step('BROKEN', 'go', { paid: true }))).toMatchObject([
    { type: 'IllegalStep', code: 'ILLEGAL_STEP', more: { from: 'BROKEN', allowed: ['scrap'] } },
  ]);
  expect(problemsOf(() => light.step('SCRAPPED', 'go', { paid: true }))).toMatchObject([
    { more: { from: 'SCRAPPED', allowed: [] } },
  ]);
  expect(problemsOf(() => light.step('RED', 'install', { paid: true }))).toMatchObject([
    { more: { allowed: ['go', 'break'] } },
  ]);
});

it('tells of the steps that lead on and are not for who asks, but for somebody else', () => {
  type Facts = { readonly same: boolean; readonly paid: boolean };
  const other: Guard<Facts> = {
    description: 'somebody else',
    against: ({ same }) => (same ? { code: 'SAME_PERSON', text: { en: 'You did.', pt: 'Foi você.' } } : undefined),
  };
  const lamp = lifecycle<Facts>('Lamp', [
    { action: 'install', from: [], to: 'RED' },
    { action: 'go', from: ['RED'], to: 'GREEN', guards: [other, paid] },
    { action: 'scrap', from: ['RED'], to: 'SCRAPPED', guards: [paid] },
    { action: 'stop', from: ['GREEN'], to: 'RED', guards: [other] },
  ]);
  const said = (from: Light, facts: Facts): unknown[] =>
    problemsOf(() => lamp.step(from, 'install', facts)).flatMap(({ text, more }) => [
      text.en.replace(/^.*?”\. /, ''),
      text.pt.replace(/^.*?»\. /, ''),
      more?.allowed,
    ]);
  expect(said('RED', { same: true, paid: true })).toEqual([
    'What you can do now: scrap. Somebody else may: go.',
    'O que pode fazer agora: scrap. Outra pessoa pode: go.',
    ['scrap'],
  ]);
  expect(said('GREEN', { same: true, paid: true })).toEqual([
    'There is no step that you can take here. Somebody else may: stop.',
    'Não há aqui nenhum passo que possa dar. Outra pessoa pode: stop.',
    [],
  ]);
  expect(said('RED', { same: true, paid: false })[0]).toBe('No step leads on from here.');
});

it('answers with what the guards have against a step', () => {
  expect(problemsOf(() => light.step('RED', 'go', { paid: false }))).toMatchObject([{ code: 'UNPAID' }]);
});

it('knows its states, where they begin and end, and which are out of reach', () => {
  expect(light.states).toEqual(['RED', 'GREEN', 'BROKEN', 'SCRAPPED']);
  expect(light.initial).toEqual(['RED']);
  expect(light.terminal).toEqual(['SCRAPPED']);
  expect(light.unreachable).toEqual([]);
  const island = lifecycle('Island', [
    { action: 'install', from: [], to: 'RED' },
    { action: 'scrap', from: ['BROKEN'], to: 'SCRAPPED' },
  ]);
  expect(island.unreachable).toEqual(['BROKEN', 'SCRAPPED']);
  expect(island.step(null, 'install')).toBe('RED');
});

it('is refused when two steps contradict each other', () => {
  const twice = (): unknown =>
    lifecycle('Twice', [
      { action: 'go', from: ['RED'], to: 'GREEN' },
      { action: 'go', from: ['RED'], to: 'BROKEN' },
    ]);
  expect(twice).toThrow('Twice: go is told twice from RED');
});

it('prints itself as a table', () => {
  expect(light.describe()).toBe(
    [
      '| from | mutation | to | needs |',
      '| --- | --- | --- | --- |',
      '| – | install | RED | – |',
      '| RED | go | GREEN | it was paid for |',
      '| GREEN | stop | RED | – |',
      '| RED, GREEN | break | BROKEN | – |',
      '| BROKEN | scrap | SCRAPPED | – |',
      '',
    ].join('\n'),
  );
});
