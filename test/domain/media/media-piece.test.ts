/** Pieces in the media: recorded as they are, and no link passed on of one that shows somebody without consent. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, warned, type Acted } from '../acting';
import type { World } from '../world';

interface PieceShown {
  readonly id: string;
  readonly version: number;
  readonly url: string | null;
  readonly trainedJournalist: string;
}
const act = actor<PieceShown>('mediaPiece', 'id version url trainedJournalist');

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const url = 'https://www.example.org/news/1';
const about = {
  ...{ outlet: 'A newspaper', title: 'Sex workers ask for protection', publishedOn: '2026-02-10', language: 'ENGLISH' },
  ...{ tone: 'SUPPORTIVE', showsPeople: false, consentOfShown: 'NOT_NEEDED', level: 'NATIONAL', outcome: 'LTO3' },
};
const record = (values: object, client = manager): Promise<Acted<PieceShown>> =>
  act(client, 'recordMediaPiece', { ...about, ...values });
const now = ({ id, version }: PieceShown): object => ({ id, expectedVersion: version });

test.each(['field-worker', 'case-manager', 'supervisor', 'partner-admin'])('a %s records a piece', async (role) => {
  const made = done(await record({ url, reach: 12000, credit: 'A photographer (2021)' }, await world.as(role, 'za')));
  expect(made).toMatchObject({ url, trainedJournalist: 'UNKNOWN' });
});

test.each([
  ['service-provider', 'za'],
  ['privacy-officer', 'za'],
])('a %s may not', async (role, country) => {
  expectForbidden(await record({}, await world.as(role, country)));
});

describe('a piece that shows people', () => {
  it('is recorded without a link where somebody did not agree, whoever made it', async () => {
    for (const ownPiece of [true, false]) {
      const shown = { showsPeople: true, consentOfShown: 'NOT_GIVEN', ownPiece };
      expect(told(await record({ ...shown, url }))).toEqual(['INVALID_INPUT url']);
      expect(done(await record(shown)).url).toBeNull();
    }
  });

  it('is warned about where it is our own and nobody knows that they agreed', async () => {
    const shown = { showsPeople: true, ownPiece: true };
    for (const consentOfShown of ['NOT_GIVEN', 'UNKNOWN']) {
      const acted = await record({ ...shown, consentOfShown });
      expect([done(acted).url, warned(acted)]).toEqual([null, ['CONTRADICTORY consentOfShown']]);
      expect(told(await record({ ...shown, consentOfShown, url }))).toEqual(['INVALID_INPUT url']);
    }
    for (const consentOfShown of ['GIVEN', 'NOT_NEEDED']) {
      const acted = await record({ ...shown, consentOfShown, url });
      expect([done(acted).url, warned(acted)]).toEqual([url, []]);
    }
  });

  it('of others keeps its link where nobody knows, since what harms is answered by what it says', async () => {
    const acted = await record({ showsPeople: true, consentOfShown: 'UNKNOWN', tone: 'HARMFUL', url });
    expect([done(acted).url, warned(acted)]).toEqual([url, []]);
  });

  it('loses its link when somebody takes their consent back', async () => {
    const piece = done(await record({ showsPeople: true, consentOfShown: 'GIVEN', url }));
    const withdrawn = { ...now(piece), consentOfShown: 'NOT_GIVEN' };
    expect(told(await act(manager, 'updateMediaPiece', withdrawn))).toEqual(['INVALID_INPUT url']);
    expect(done(await act(manager, 'updateMediaPiece', { ...withdrawn, url: null })).url).toBeNull();
  });
});

describe('the link of a piece', () => {
  const shown = { showsPeople: true, consentOfShown: 'GIVEN' };
  const historyOf = async (id: string): Promise<string> => {
    const { data } = await manager.query(
      'query ($id: ID!) { mediaPiece(id: $id) { history(first: 9) { edges { node { action changes { field before after } } } } } }',
      { id },
    );
    return JSON.stringify(data.mediaPiece.history);
  };

  it('is told by no history, which says that it was changed', async () => {
    const piece = done(await record({ ...shown, url }));
    const without = { ...now(piece), consentOfShown: 'NOT_GIVEN', url: null };
    done(await act(manager, 'updateMediaPiece', without));
    const history = await historyOf(piece.id);
    expect(history).toContain('{"field":"url","before":null,"after":null}');
    expect(history).not.toContain('example.org');
  });

  it('is to be emptied in a correction, which leaving it out does not', async () => {
    const piece = done(await record({ ...shown, url }));
    const { problems } = await act(manager, 'updateMediaPiece', { ...now(piece), consentOfShown: 'NOT_GIVEN' });
    expect(problems.map(({ path }) => path)).toEqual([['url']]);
    expect(problems[0]!.message).toContain('Empty the link (`url: null`)');
    const { problems: first } = await record({ ...shown, consentOfShown: 'NOT_GIVEN', url });
    expect(first[0]!.message).toContain('Leave the link out');
  });

  it.each(['outlet', 'title', 'credit'])('does not stand in the %s, whoever agreed', async (field) => {
    for (const consentOfShown of ['GIVEN', 'NOT_GIVEN'])
      for (const address of [`See ${url}`, 'http://example.org', 'www.example.org/page'])
        expect(told(await record({ ...shown, consentOfShown, [field]: address }))).toEqual([`INVALID_INPUT ${field}`]);
  });
});

test('that somebody agreed who is not shown is odd', async () => {
  expect(warned(await record({ consentOfShown: 'GIVEN' }))).toEqual(['CONTRADICTORY consentOfShown']);
});

test('what is wrong is told at once, in both languages', async () => {
  const input = { ...about, publishedOn: '2198-01-01', url: 'http://www.example.org' };
  const acted = await act(manager, 'recordMediaPiece', input, { 'accept-language': 'pt' });
  expect(told(acted)).toEqual(['INVALID_INPUT publishedOn', 'INVALID_INPUT url']);
  expect(acted.problems.map(({ message }) => message)).toEqual([
    'Está no futuro. Indique um dia ou uma hora que já passou.',
    'A ligação não começa por https://. Indique a página com https://; se não existir, retire a ligação e diga onde está publicada.',
  ]);
  expect((await act(manager, 'recordMediaPiece', input)).problems[0]?.message).toBe(
    'It lies in the future. Give a day or a time that is past.',
  );
  expect(told(await record({ reach: -1 }))).toEqual(['INVALID_INPUT reach']);
});

test('a piece that was recorded in error stands in no list', async () => {
  const piece = done(await record({}));
  done(await act(manager, 'voidMediaPiece', now(piece)));
  const { data } = await manager.query('{ mediaPieces(first: 100) { edges { node { id } } } }');
  expect(JSON.stringify(data)).not.toContain(piece.id);
});
