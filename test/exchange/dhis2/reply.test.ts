/** What became of what was sent: by status, counts and what was refused, of both importers, whatever the HTTP code. */
import { judge, majorOf } from '../../../src/exchange/dhis2/reply';
import { sampleJson } from './reading';

const summary = (said: object) => ({
  httpStatus: 'OK',
  httpStatusCode: 200,
  status: 'OK',
  response: {
    responseType: 'ImportSummary',
    status: 'SUCCESS',
    importCount: { imported: 0, updated: 3, ignored: 0, deleted: 0 },
    conflicts: [],
    rejectedIndexes: [],
    ...said,
  },
});

test.each([
  ['dhis2-reply-242-partial-is-409.json', 'PART', [2], 'E7612', [2]],
  ['dhis2-reply-243-partial-is-200.json', 'PART', [2], 'E8120', [2]],
  ['dhis2-reply-243-whole-group-refused-409.json', 'REFUSED', [0, 1, 2], 'E8030', [0, 1, 2]],
] as const)('%s is judged %s', (name, outcome, rejected, code, indexes) => {
  expect(judge(sampleJson(name), 3)).toMatchObject({
    outcome,
    rejected,
    reasons: [{ code, indexes }],
    completed: false,
  });
});

test.each([
  ['up to 2.42', { importCount: { imported: 1, updated: 1, ignored: 0, deleted: 1 } }],
  ['from 2.43 on', { importCount: { imported: 0, updated: 3, ignored: 0, deleted: 0 } }],
  ['nothing changed', { importCount: { imported: 0, updated: 0, ignored: 3, deleted: 0 } }],
  ['without lists', { conflicts: undefined, rejectedIndexes: undefined }],
])('all was taken: %s', (_, said) => {
  expect(judge(summary(said), 3)).toMatchObject({ outcome: 'SUCCESS', rejected: [] });
});

test.each<[string, object, string, readonly number[] | null]>([
  [
    'says SUCCESS, and has read the first row only',
    { importCount: { imported: 0, updated: 1, ignored: 0, deleted: 0 } },
    'PART',
    null,
  ],
  ['says SUCCESS, and names one that it refused', { rejectedIndexes: [1] }, 'PART', [1]],
  ['says SUCCESS, and has a conflict', { conflicts: [{ value: 'invented' }] }, 'PART', null],
  ['says WARNING, and not of what', { status: 'WARNING' }, 'PART', null],
  ['says ERROR of one group, and has taken another', { status: 'ERROR', rejectedIndexes: [0] }, 'PART', [0]],
  ['says ERROR, and took nothing', { status: 'ERROR', importCount: {} }, 'REFUSED', [0, 1, 2]],
  [
    'cannot read the request',
    { status: 'ERROR', importCount: {}, conflicts: [{ value: 'no such id', errorCode: 'E8004', indexes: [-1] }] },
    'REFUSED',
    [0, 1, 2],
  ],
  ['refused each by itself', { status: 'WARNING', rejectedIndexes: [2, 0, 1] }, 'REFUSED', [0, 1, 2]],
  ['names one that was not sent', { rejectedIndexes: [7] }, 'PART', null],
  ['has no counts', { importCount: undefined }, 'UNKNOWN', null],
  ['has a status that there is not', { status: 'FINE' }, 'UNKNOWN', null],
])('an answer that %s', (_, said, outcome, rejected) => {
  expect(judge(summary(said), 3)).toMatchObject({ outcome, rejected });
});

test('a summary by itself, as of a task or before 2.38, is judged the same', () => {
  expect(judge(summary({}).response, 3).outcome).toBe('SUCCESS');
});

test.each([
  [
    {
      jobType: 'DATAVALUE_IMPORT',
      id: 'YR1UxOUXmzT',
      relativeNotifierEndpoint: '/api/system/tasks/DATAVALUE_IMPORT/YR1UxOUXmzT',
    },
  ],
  [{ jobType: 'DATAVALUE_IMPORT', id: 'YR1UxOUXmzT' }],
])('what is done later is recognised, and is no success yet', (response) => {
  const answer = {
    httpStatus: 'OK',
    httpStatusCode: 200,
    status: 'OK',
    message: 'Initiated dataValueImport',
    response,
  };
  expect(judge(answer, 3)).toMatchObject({
    outcome: 'WAITS',
    task: { type: 'DATAVALUE_IMPORT', id: 'YR1UxOUXmzT' },
    rejected: null,
  });
});

test('a task that leads elsewhere is none', () => {
  const response = {
    relativeNotifierEndpoint: 'https://evil.example/api/system/tasks/A/../../x',
    jobType: '../x',
    id: 'y',
  };
  expect(judge({ status: 'OK', response }, 1).outcome).toBe('UNKNOWN');
});

test.each<[unknown, string, string[]]>([
  [
    { httpStatus: 'Unauthorized', httpStatusCode: 401, status: 'ERROR', message: 'Access\u001b[31m is\ndenied' },
    'REFUSED',
    ['Access [31m is denied'],
  ],
  [
    { httpStatusCode: 409, status: 'ERROR', message: 'Data set not found', errorCode: 'E1' },
    'REFUSED',
    ['Data set not found'],
  ],
  [{ httpStatusCode: 500, status: 'ERROR', message: 'It broke' }, 'UNKNOWN', ['It broke']],
  [null, 'UNKNOWN', []],
  ['<html>', 'UNKNOWN', []],
  [[], 'UNKNOWN', []],
  [{}, 'UNKNOWN', []],
])('%j is no summary: %s', (body, outcome, texts) => {
  const { reasons, ...judged } = judge(body, 2);
  expect(judged.outcome).toBe(outcome);
  expect(reasons.map(({ text }) => text)).toEqual(texts);
});

test('whether the form was completed is told where it is said', () => {
  expect(judge(summary({ dataSetComplete: '2026-06-05' }), 3).completed).toBe(true);
  expect(judge(summary({ dataSetComplete: 'false' }), 3).completed).toBe(false);
  expect(judge(summary({}), 3).completed).toBeNull();
});

test.each([
  ['2.42.1', 42],
  ['2.41.9.1', 41],
  ['2.44-SNAPSHOT', 44],
  ['2.43', 43],
  ['43.0.1', 43],
  ['2.3', null],
  ['', null],
  [undefined, null],
  [2.42, null],
])('the version %j is %j', (version, major) => {
  expect(majorOf(version)).toBe(major);
});
