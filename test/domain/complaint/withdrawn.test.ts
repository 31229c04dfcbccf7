/** A survivor ends our work: her complaints are followed no more, but end, and what an authority decides is recorded. */
import { openWorld } from '../../support/outside';
import type { Client } from '../../support/app';
import { actor, done, told } from '../acting';
import { step as onCase } from '../case/acts';
import type { World } from '../world';
import { complainant, day, record, step, walk, type ComplaintShown } from './acts';

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

interface CaseNow {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly closedAt: string | null;
  readonly survivor: { readonly consents: { readonly edges: { node: { id: string; purpose: string } }[] } };
}

async function caseOf({ id }: { readonly id: string }): Promise<CaseNow> {
  const { data } = await manager.query(
    'query ($id: ID!) { case(id: $id) { id version status closedAt survivor { consents { edges { node { id purpose } } } } } }',
    { id },
  );
  return data.case as CaseNow;
}

/** The two ways in which a survivor ends the work on a case. */
const endings: Readonly<Record<string, (of: CaseNow) => Promise<unknown>>> = {
  'the case is withdrawn': (of) => onCase(manager, 'withdrawCase', of),
  'the consent to services is withdrawn': async ({ survivor }) => {
    const consentId = survivor.consents.edges.find(({ node }) => node.purpose === 'SERVICES')?.node.id;
    done(await actor('consent', 'id')(manager, 'withdrawConsent', { consentId }));
  },
};

describe.each(Object.entries(endings))('when %s', (_, end) => {
  const ended = async (...steps: (readonly [string, object?])[]): Promise<ComplaintShown> => {
    const { id: caseId } = await complainant(manager);
    const filed = done(await record(manager, { caseId, filedOn: day(-20) }));
    const complaint = await walk(manager, filed, ...steps);
    await end(await caseOf({ id: caseId }));
    expect(await caseOf({ id: caseId })).toMatchObject({ status: 'WITHDRAWN' });
    return complaint;
  };

  test('she withdraws the complaint, and what the authority decides all the same is recorded in codes', async () => {
    const filed = await ended();
    const withdrawn = done(await step(manager, 'withdrawComplaint', filed, { withdrawnOn: day(-1) }));
    expect(withdrawn).toMatchObject({ status: 'WITHDRAWN_BY_SURVIVOR', case: { concluded: true } });
    const decided = done(await step(manager, 'concludeComplaint', withdrawn, { conclusion: 'CONVICTION' }));
    expect(decided).toMatchObject({ status: 'WITHDRAWN_BY_SURVIVOR', conclusion: 'CONVICTION', concludedOn: day() });
    const corrected = done(await step(manager, 'updateComplaint', decided, { conclusion: 'ACQUITTAL' }));
    expect(corrected.conclusion).toBe('ACQUITTAL');
    expect(await caseOf(corrected.case!)).toMatchObject({ status: 'WITHDRAWN', closedAt: null });
  });

  test('one that she did not withdraw goes to court and ends there; the case stays as it is', async () => {
    const registered = await ended(['recordComplaintRegistration', { registeredOn: day(-15) }]);
    const inCourt = done(await step(manager, 'advanceComplaint', registered, { stage: 'IN_COURT' }));
    const over = done(await step(manager, 'concludeComplaint', inCourt, { conclusion: 'CONVICTION' }));
    expect(over).toMatchObject({ status: 'CONCLUDED', case: { concluded: true } });
    expect(await caseOf(over.case!)).toMatchObject({ status: 'WITHDRAWN' });
  });

  test('nothing else is recorded of it', async () => {
    const registered = await ended(['recordComplaintRegistration', { registeredOn: day(-15) }]);
    const note = { text: 'They called.' };
    for (const [action, more] of [
      ['recordComplaintNews', {}],
      ['recordComplaintHearing', { hearingOn: day(3) }],
      ['advanceComplaint', { stage: 'IN_COURT', hearingOn: day(3) }],
      ['concludeComplaint', { conclusion: 'CONVICTION', note }],
      ['concludeComplaint', { conclusion: 'CONVICTION', identity: { externalNumber: '1' } }],
      ['withdrawComplaint', { note }],
      ['updateComplaint', { company: 'PEER' }],
      ['putBackComplaint', { stage: 'FILED', note }],
    ] as const)
      expect([action, more, told(await step(manager, action, registered, more))]).toEqual([
        ...[action, more, ['CONSENT_MISSING']],
      ]);
    expect(told(await record(manager, { caseId: registered.case!.id }))).toEqual(['CONSENT_MISSING']);
  });
});
