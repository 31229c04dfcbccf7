// What is measured: a table of questions, for whom, by which servers, and with which variables.
import { randomUUID } from 'node:crypto';
import { distinctDocument, fromFolder, inReadme, operation, variablesOf } from './questions.mjs';

const everybody = ['own', 'baseline', 'postgraphile', 'handWritten'];
const caseManager = 'case-manager@za.demo';
const officer = 'me-officer@za.demo';
const secretariat = 'secretariat@region.demo';

const none = () => [{}];
const idsOfCases = async ({ cases }, ask) => {
  const ids = await Promise.all(cases.map((id) => ask('query ($id: ID!) { case(id: $id) { id } }', { id })));
  return ids.map((data) => ({ id: data.case.id }));
};

/** Our cursors are sealed: the one so deep is where a client that pages to there gets it. */
async function pagedTo({ depth }, ask) {
  const page =
    'query ($first: Int!, $after: String) { cases(first: $first, after: $after) { pageInfo { endCursor } } }';
  let after = null;
  for (let left = depth; left > 0; left -= 100) {
    const data = await ask(page, { first: Math.min(left, 100), after });
    after = data.cases.pageInfo.endCursor;
  }
  return [{ after }];
}

async function offsetTo({ depth }, ask) {
  const data = await ask(
    'query ($offset: Int!) { allCases(first: 1, offset: $offset, orderBy: [OPENED_AT_DESC, PRIMARY_KEY_DESC]) { edges { cursor } } }',
    { offset: depth - 1 },
  );
  return [{ after: data.allCases.edges[0].cursor }];
}

/** What people look for: numbers, how they begin, slips in them, names, words that thousands of titles have, and nothing. */
const searches = async (_facts, ask) => {
  const { cases } = await ask('{ cases(first: 5) { edges { node { displayId survivor { survivorCode } } } } }', {});
  const known = cases.edges.flatMap(({ node: { displayId, survivor } }) => [
    displayId,
    displayId.toLowerCase().replace('-', ' '),
    displayId.slice(0, 7),
    displayId.replace(/.$/, (last) => (last === '7' ? '8' : '7')),
    ...(survivor ? [survivor.survivorCode] : []),
  ]);
  const typed = ['old mil', 'training', 'parelegal', 'police', 'polícia', '082 555 0142', 'nobody at all'];
  return [...known, ...typed].map((text) => ({ text }));
};

const registrations = (_facts, _ask, { root, count }) => {
  const { input } = variablesOf(root, 'register-case');
  return Array.from({ length: count }, () => ({ input: { ...input, idempotencyKey: randomUUID() } }));
};

/**
 * `servers` are asked in turn; what the first answers is the measure of the others (1.00). `variables` makes those of
 * the bodies that are sent one after another, from the facts of the installation. `share` is which part of
 * BENCH_REQUESTS a round has. `writes`: every request is another, and answers are not compared. `findsNothing`: some of the answers have no record.
 */
export const workloads = [
  {
    name: 'W1',
    title: '50 cases with organisation and up to 3 referrals each',
    account: caseManager,
    question: fromFolder('list'),
    servers: ['own', 'production', 'baseline', 'postgraphile', 'handWritten'],
    variables: {
      own: none,
      postgraphile: ({ organisation }) => [{ organisation }],
      handWritten: ({ organisation }) => [[organisation]],
    },
  },
  {
    name: 'W2',
    title: 'one case with survivor, consents, incidents, perpetrators and referrals, coded fields only',
    account: caseManager,
    question: fromFolder('one'),
    servers: everybody,
    variables: {
      own: idsOfCases,
      postgraphile: ({ cases }) => cases.map((id) => ({ id })),
      handWritten: ({ cases }) => cases.map((id) => [id]),
    },
  },
  {
    name: 'W3',
    title: 'a page of 50 cases deep in the list, with all cursors',
    account: officer,
    question: fromFolder('page'),
    servers: everybody,
    variables: {
      own: pagedTo,
      postgraphile: offsetTo,
      handWritten: ({ boundary }) => [[boundary.openedAt, boundary.id]],
    },
  },
  {
    name: 'W2s',
    title: 'one case in full, sealed and logged (`case-in-full.graphql`)',
    account: caseManager,
    question: operation('case-in-full'),
    servers: ['own', 'baseline'],
    variables: { own: idsOfCases },
    share: 1 / 2,
  },
  {
    name: 'W2s-partner',
    title: 'the README’s query of a partner organisation',
    account: caseManager,
    question: inReadme('**A partner organisation** lists its cases'),
    servers: ['own', 'baseline'],
    variables: { own: none },
    share: 1 / 2,
  },
  {
    name: 'W2s-shared',
    title: 'what countries share with the region (`shared-cases.graphql`)',
    account: secretariat,
    question: operation('shared-cases'),
    // What the baseline shared of running cases is another thing, and was another question.
    servers: ['own'],
    variables: { own: none },
    share: 1 / 2,
  },
  {
    name: 'throughput',
    title: 'W1 over 64 connections',
    measure: 'throughput',
    account: caseManager,
    question: fromFolder('list'),
    servers: ['own', 'baseline'],
    variables: { own: none },
    connections: 64,
    share: 2,
  },
  {
    name: 'memory',
    title: 'different documents',
    measure: 'memory',
    account: caseManager,
    question: distinctDocument,
    servers: ['own', 'baseline'],
  },
  {
    // After all that read cases: it makes more of them.
    name: 'W4',
    title: '`registerCase`: survivor, identity, consent, an incident with a perpetrator',
    account: 'field-worker@za.demo',
    question: operation('register-case'),
    servers: ['own', 'baseline'],
    variables: { own: registrations },
    writes: true,
    share: 1 / 3,
  },
  {
    // Ours alone: before the others it would leave our compiler readier than the baseline's.
    name: 'W5',
    title: '50 trainings',
    question: fromFolder('activities'),
    servers: [
      { server: 'own', account: officer, as: 'M&E officer, one country' },
      { server: 'own', account: secretariat, as: 'secretariat, four countries' },
    ],
    variables: { own: none },
  },
  {
    name: 'W6',
    title: 'what there is to do, ten items and all counts (`work-list.graphql`)',
    question: operation('work-list'),
    servers: [
      { server: 'own', account: 'supervisor@za.demo', as: 'supervisor, the whole organisation’s' },
      { server: 'own', account: 'field-worker@za.demo', as: 'field worker, their own' },
    ],
    variables: { own: none },
  },
  {
    name: 'W7',
    title: 'one case with everything that hangs on it (`case-with-everything.graphql`)',
    account: caseManager,
    question: operation('case-with-everything'),
    servers: ['own'],
    variables: { own: idsOfCases },
    share: 1 / 2,
  },
  {
    name: 'W8',
    title: 'a search among everything: numbers, names, words, slips (`search.graphql`)',
    question: operation('search'),
    servers: [
      { server: 'own', account: caseManager, as: 'case manager' },
      { server: 'own', account: officer, as: 'M&E officer' },
    ],
    variables: { own: searches },
    findsNothing: true,
  },
];
