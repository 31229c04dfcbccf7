/** Makes complaints that have come through all that can be recorded of one, and what goes with them. */
import type { CountryName, World } from '../world';
import { act, mechanism, onWish, walk } from '../complaint/acts';
import { done } from '../acting';
import { call } from './makers';

export const complaintMakers = (world: World): Readonly<Record<string, (country: CountryName) => Promise<string>>> => {
  async function complaint(country: CountryName): Promise<string> {
    const manager = await world.as('case-manager', country);
    const { caseId } = await world.newCase(country);
    done(await onWish(manager, 'recordComplaintWish', { caseId, mechanismsExplained: true, wish: 'YES' }));
    const { id: mechanismId } = await mechanism(manager, 'POLICE_STATION');
    const identity = { externalNumber: '1/2026', officerName: 'Somebody' };
    const input = { caseId, mechanismId, about: 'VIOLENCE', filedOn: '2026-01-05', company: 'NOBODY', identity };
    const filed = done(await act(manager, 'recordComplaint', { ...input, note: { text: 'Brought.' } }));
    const { id } = await walk(
      manager,
      filed,
      ['recordComplaintRefusal', { refusedOn: '2026-01-06', refusalReason: 'OTHER' }],
      ['recordComplaintRegistration', { registeredOn: '2026-01-20' }],
      ['advanceComplaint', { stage: 'IN_COURT', heardOn: '2026-02-01', hearingOn: '2026-02-20' }],
      ['withdrawComplaint', { withdrawnOn: '2026-02-21' }],
      ['concludeComplaint', { conclusion: 'UNKNOWN', concludedOn: '2026-02-22' }],
    );
    return id;
  }
  return {
    Complaint: complaint,
    async ComplaintNote(country) {
      const manager = await world.as('case-manager', country);
      const query = 'query ($id: ID!) { complaint(id: $id) { notes { edges { node { id } } } } }';
      const { data } = await manager.query(query, { id: await complaint(country) });
      return data.complaint.notes.edges[0].node.id as string;
    },
    async ComplaintWish(country) {
      const { caseId } = await world.newCase(country);
      const input = { caseId, mechanismsExplained: true, wish: 'NO', reason: 'OTHER' };
      return done(await onWish(await world.as('case-manager', country), 'recordComplaintWish', input)).id;
    },
    async ComplaintOffice(country) {
      const manager = await world.as('case-manager', country);
      const { id: mechanismId } = await mechanism(manager, 'COURT');
      const made = await call(
        manager,
        'addComplaintOffice',
        { mechanismId, name: 'A court' },
        'complaintOffice { id }',
      );
      return made.complaintOffice!.id;
    },
  };
};
