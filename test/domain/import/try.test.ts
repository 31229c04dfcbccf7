import { startApp, type Client, type TestApp } from '../../support/app';
import { ndjson, prepared, send } from './sending';

let running: TestApp;
let manager: Client;
beforeAll(async () => {
  running = await startApp({ env: { LOG_LEVEL: 'error' } });
  manager = await running.as('case-manager', 'za');
});
afterAll(() => running.close());

it('imports', async () => {
  const id = await prepared(manager, { kind: 'CASE' });
  const rows = Array.from({ length: 1000 }, (_, at) => ({
    externalId: `paper ${at}`,
    source: at % 50 === 7 ? 'NOWHERE' : 'HELPLINE',
    openedAt: '2024-02-03T10:00:00Z',
    survivor: { genderIdentity: 'TRANS_WOMAN', ageBand: 'AGE_25_34', demographics: { birthYear: 1995, exchangesSexForMoneyOrGoods: true } },
    incidents: [{ gbvimsType: 'PHYSICAL_ASSAULT', violationTypes: ['BEATING'], consentReporting: at % 2 === 0, districtId: 'City of Johannesburg', allegedPerpetrators: [{ actorKind: 'PERSON', category: 'POLICE_OFFICER', relationship: 'NO_RELATION' }] }],
    ...(at % 3 === 0 && { consents: [{ purpose: 'SERVICES', decision: 'GIVEN', mode: 'VERBAL', takenAt: '2024-02-03T10:00:00Z' }, { purpose: 'REPORTING_AGGREGATED', decision: 'GIVEN', mode: 'VERBAL', takenAt: '2024-02-03T10:00:00Z' }], closedAt: '2024-05-05T10:00:00Z', closureReason: 'NEEDS_MET' }),
  }));
  const began = performance.now();
  const came = await send(running, manager, id, ndjson(rows));
  console.log(performance.now() - began, came.status, JSON.stringify(came.lines).slice(0, 1500));
  const again = await prepared(manager, { kind: 'CASE' });
  const came2 = await send(running, manager, again, ndjson(rows));
  console.log(JSON.stringify(came2.end).slice(0, 300));
  const undone = await manager.query(`mutation ($input: UndoImportInput!) { undoImport(input: $input) { dataImport { status rowsUndone rowsKept } problems { code message } } }`, { input: { idempotencyKey: 'undo-it-now', id, expectedVersion: 3 } });
  console.log(JSON.stringify(undone));
}, 30_000);
