/** A word of five letters or more that was mistyped by one is found, wherever the slip is. */
import { soughtNumber } from '../../src/execution/search/sought-number';
import type { Client } from '../support/app';
import { actor, done } from './acting';
import { openWorld, type World } from './world';

const title = 'Arrest, forum (Serowe-Palapye) hands!';

let world: World;
let officer: Client;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.as('me-officer', 'za');
  const training = {
    ...{ organisationId: world.organisation.za.partner, title, audience: 'POLICE', topic: 'POLICE_SENSITISATION' },
    ...{ level: 'NATIONAL', outcome: 'LTO1', startOn: '2026-12-10' },
  };
  done(await actor<{ id: string }>('training', 'id')(officer, 'planTraining', training));
});
afterAll(() => world.close());

const document = `query ($text: String!, $types: [SearchType!]) {
  search(text: $text, types: $types, first: 50) { edges { node { title match } } } }`;

async function found(text: string, type: string): Promise<string[]> {
  const { data, errors } = await officer.query(document, { text, types: [type] });
  expect(errors).toEqual([]);
  const { edges } = data.search as { edges: { node: { title: string; match: string } }[] };
  return edges.map(({ node }) => `${node.match} ${node.title}`);
}

/** The word with one letter wrong, missing, too many, or changed with the next. */
const slipsOf = (word: string): string[] =>
  [...word].flatMap((letter, at) => {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    const swapped = after === '' ? [] : [`${before}${after[0]}${letter}${after.slice(1)}`];
    return [...swapped, `${before}x${after}`, `${before}${after}`, `${before}x${letter}${after}`];
  });

it.each(['arrest', 'forum', 'serowe', 'palapye', 'hands'])('%s with any slip is found', async (word) => {
  const slips = slipsOf(word).filter((slip) => slip.length >= 5 && slip !== word);
  const missed: string[] = [];
  for (const slip of slips) {
    const hits = await found(slip, 'TRAINING');
    if (!hits.some((hit) => hit.endsWith(` ${title}`))) missed.push(slip);
  }
  expect(missed).toEqual([]);
});

it('what a record is called is what may be meant by a slip, and not where it stood', async () => {
  const piece = {
    organisationId: world.organisation.za.partner,
    ...{ title: 'Assembly debates the new bylaw', outlet: 'The Daily', level: 'NATIONAL', tone: 'NEUTRAL' },
    ...{
      publishedOn: '2026-05-03',
      credit: 'Staff',
      showsPeople: false,
      consentOfShown: 'NOT_NEEDED',
      language: 'ENGLISH',
      outcome: 'LTO4',
    },
  };
  done(await actor<{ id: string }>('mediaPiece', 'id')(officer, 'recordMediaPiece', piece));
  expect(await found('assemblyx', 'MEDIA_PIECE')).toEqual(['ALIKE Assembly debates the new bylaw']);
});

test('letters alone are a number as they stand, and no slip of one; with a digit or a hyphen they are', () => {
  const slips = (text: string): number => soughtNumber(text, { prefix: 'S', length: 6 }, 'ZA')?.alike.length ?? 0;
  expect(soughtNumber('kwtxyz', { prefix: 'S', length: 6 }, 'ZA')?.exact).toContain('S-KWTXYZ');
  expect(slips('kwtxyz')).toBe(0);
  expect(slips('S-kwtxyz')).toBeGreaterThan(150);
  expect(slips('kwtx7z')).toBeGreaterThan(150);
});
