/** Complaints from their preparation to what came of them. */
import { openWorld } from '../../support/outside';
import type { Client } from '../../support/app';
import { done, told } from '../acting';
import { register, registration } from '../case/acts';
import type { World } from '../world';
import { complainant, day, mechanism, record, step, walk, type ComplaintShown } from './acts';

let world: World;
let manager: Client;
let supervisor: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
  supervisor = await world.as('supervisor', 'za');
});
afterAll(() => world.close());

const made = async (values: object = {}, client = manager): Promise<ComplaintShown> =>
  done(await record(client, { caseId: (await complainant(client)).id, ...values }));

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  test('a complaint goes its way, and the case is concluded when it ends', async () => {
    const client = await world.as('case-manager', country);
    const prepared = await made({}, client);
    expect(prepared).toMatchObject({ status: 'PREPARED', filedOn: null, stallsOn: null, case: { concluded: false } });
    const filed = await walk(client, prepared, ['fileComplaint', { filedOn: day(-20), company: 'PEER' }]);
    expect(filed).toMatchObject({ status: 'FILED', filedOn: day(-20), stallsOn: day(-6) });
    const ended = await walk(
      client,
      filed,
      ['recordComplaintRegistration', { registeredOn: day(-15), identity: { externalNumber: '12/11' } }],
      ['advanceComplaint', { stage: 'UNDER_INVESTIGATION', identity: { officerName: 'Sgt. Invented' } }],
      ['advanceComplaint', { stage: 'REFERRED_TO_PROSECUTOR' }],
      ['advanceComplaint', { stage: 'IN_COURT', hearingOn: day(30) }],
    );
    expect(ended).toMatchObject({ status: 'IN_COURT', heardOn: day(), hearingOn: day(30), stallsOn: day(37) });
    const concluded = await walk(client, ended, ['concludeComplaint', { conclusion: 'CONVICTION' }]);
    expect(concluded).toMatchObject({
      ...{ status: 'CONCLUDED', conclusion: 'CONVICTION', concludedOn: day(), stallsOn: null },
      case: { concluded: true },
    });
    const { data } = await client.query(
      'query ($id: ID!) { complaint(id: $id) { identity { externalNumber officerName } } }',
      { id: concluded.id },
    );
    expect(data.complaint.identity).toEqual({ externalNumber: '12/11', officerName: 'Sgt. Invented' });
  });
});

test('one that was brought already is recorded as brought; its province is that of the office', async () => {
  const client = await world.as('case-manager', 'mz');
  const gabinete = await mechanism(client, 'VIOLENCE_OFFICE', 'Gabinete');
  expect(gabinete.offices).toHaveLength(11);
  expect(gabinete.offices.every(({ verified }) => !verified)).toBe(true);
  const office = gabinete.offices.find(({ name }) => name.endsWith('Sofala'));
  const filed = await made({ mechanismId: gabinete.id, officeId: office?.id, filedOn: day(-1) }, client);
  expect(filed).toMatchObject({ status: 'FILED', filedOn: day(-1), province: { code: 'MZ-S' } });
  const station = await mechanism(client, 'POLICE_STATION');
  const caseId = (await complainant(client)).id;
  const at = (values: object) => record(client, { caseId, ...values });
  expect(told(await at({ mechanismId: station.id, officeId: office?.id }))).toEqual(['INVALID_INPUT officeId']);
  const maputo = gabinete.offices.find(({ name }) => name.endsWith('Gaza'));
  const { data } = await client.query('{ provinces(first: 20) { edges { node { id code } } } }');
  const provinces = data.provinces.edges as { node: { id: string; code: string } }[];
  const provinceId = provinces.find(({ node }) => node.code === 'MZ-A')?.node.id;
  const elsewhere = { mechanismId: gabinete.id, officeId: maputo?.id, provinceId };
  expect(told(await at(elsewhere))).toEqual(['INVALID_INPUT provinceId']);
});

describe('a refusal', () => {
  test('is counted from the complaint, and is an incident only where she wants that', async () => {
    const { id: caseId } = await complainant(manager);
    const filed = done(await record(manager, { caseId, filedOn: day(-3) }));
    const refused = await walk(manager, filed, ['recordComplaintRefusal', { refusalReason: 'SEX_WORK' }]);
    expect(refused).toMatchObject({
      status: 'REFUSED_TO_REGISTER',
      refusedOn: day(),
      stallsOn: null,
      case: { concluded: false },
    });
    const { data } = await manager.query('query ($id: ID!) { case(id: $id) { incidents { totalCount } } }', {
      id: caseId,
    });
    expect(data.case.incidents.totalCount).toBe(0);
  });

  test('names an incident of the case that says so, and no other', async () => {
    const incidents = [
      { violationTypes: ['REFUSAL_TO_REGISTER_COMPLAINT'], consentReporting: true },
      { violationTypes: ['BEATING'], consentReporting: true },
    ];
    const { id: caseId } = await complainant(manager, 'YES', { incidents });
    const query = 'query ($id: ID!) { case(id: $id) { incidents { edges { node { id violationTypes } } } } }';
    const { data } = await manager.query(query, { id: caseId });
    const all = (data.case.incidents.edges as { node: { id: string; violationTypes: string[] } }[]).map(
      ({ node }) => node,
    );
    const of = (type: string): string => all.find(({ violationTypes }) => violationTypes.includes(type))?.id ?? '';
    const filed = done(await record(manager, { caseId, filedOn: day(-3), incidentId: of('BEATING') }));
    const refuse = (refusalIncidentId: string) =>
      step(manager, 'recordComplaintRefusal', filed, { refusalReason: 'SEX_WORK', refusalIncidentId });
    expect(told(await refuse(of('BEATING')))).toEqual(['INVALID_INPUT refusalIncidentId']);
    const other = await register(manager, registration({ incidents: [incidents[0]] }));
    const { data: elsewhere } = await manager.query(query, { id: other.id });
    expect(told(await refuse(elsewhere.case.incidents.edges[0].node.id as string))).toEqual([
      'INVALID_INPUT refusalIncidentId',
    ]);
    expect(done(await refuse(of('REFUSAL_TO_REGISTER_COMPLAINT'))).status).toBe('REFUSED_TO_REGISTER');
  });

  test('is brought again, or taken elsewhere, once; what goes on there concludes the case', async () => {
    const { id: caseId } = await complainant(manager);
    const filed = done(await record(manager, { caseId, filedOn: day(-9) }));
    const refused = await walk(manager, filed, [
      'recordComplaintRefusal',
      { refusedOn: day(-8), refusalReason: 'NONE_GIVEN' },
    ]);
    const ipid = await mechanism(manager, 'POLICE_OVERSIGHT');
    const further = { caseId, mechanismId: ipid.id, filedOn: day(-5), afterId: refused.id };
    const later = done(await record(manager, further));
    expect(told(await record(manager, further))).toEqual(['INVALID_INPUT afterId']);
    expect(told(await record(manager, { ...further, afterId: later.id }))).toEqual(['INVALID_INPUT afterId']);
    const elsewhere = (await complainant(manager)).id;
    expect(told(await record(manager, { ...further, caseId: elsewhere }))).toEqual(
      expect.arrayContaining(['INVALID_INPUT afterId']),
    );
    expect(told(await step(manager, 'fileComplaint', refused, { filedOn: day() }))).toEqual(['TAKEN_FURTHER']);
    expect(told(await step(manager, 'recordComplaintRegistration', refused))).toEqual(['TAKEN_FURTHER']);
    const ended = await walk(manager, later, ['concludeComplaint', { conclusion: 'DISCIPLINARY_SANCTION' }]);
    expect(ended.case).toMatchObject({ concluded: true });
    // Found to be recorded in error: then the first is open again.
    const voiding = { complaintId: ended.id, expectedVersion: ended.version, reason: 'Another case.' };
    const { data } = await supervisor.query(
      'mutation ($input: VoidComplaintInput!) { voidComplaint(input: $input) { voiding { id } problems { code } } }',
      { input: { idempotencyKey: 'void-later-0001', ...voiding } },
    );
    expect(data.voidComplaint.problems).toEqual([]);
    const { data: after } = await manager.query(
      'query ($id: ID!) { case(id: $id) { concluded complaints { totalCount } } }',
      { id: caseId },
    );
    expect(after.case).toEqual({ concluded: false, complaints: { totalCount: 1 } });
    expect((await walk(manager, refused, ['fileComplaint', { filedOn: day() }])).status).toBe('FILED');
  });
});
