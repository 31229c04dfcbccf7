/** Complaints in the demonstration data keep the rules that the API keeps. */
import type { Row } from '../../seeds/demo/batch';
import { Case } from '../../src/domain/casework/case/case.entity';
import { Complaint } from '../../src/domain/casework/complaint/complaint.entity';
import { over, running } from '../../src/domain/casework/complaint/complaint.lifecycle';
import { ComplaintWish } from '../../src/domain/casework/complaint/complaint-wish.entity';
import { breaking } from './keeping';
import { by, countries, tell } from './told';

describe.each(countries)('in the demonstration data of %s', (code) => {
  const told = tell(code, 2);

  it('a complaint is as far as its days say, and nothing is brought against the survivor’s wish', () => {
    const wishes = by(told.of(ComplaintWish), 'caseId');
    const rule = (row: Row<Complaint>): boolean =>
      (row.caseId === null) !== (row.organisationId === null) &&
      (row.caseId === null || wishes.get(row.caseId)?.some(({ wish }) => wish === 'YES') === true) &&
      (row.filedOn === null) === (row.status === 'PREPARED') &&
      (row.stallsOn !== null) === running.includes(row.status) &&
      (row.status !== 'CONCLUDED' || row.conclusion !== null);
    expect(breaking(told.of(Complaint), rule)).toEqual([]);
  });

  it('a case is concluded when its complaints are, and kept for a time from then on', () => {
    const complaints = by(told.of(Complaint), 'caseId');
    const ended = ({ id, status }: Row<Complaint>, all: readonly Row<Complaint>[]): boolean =>
      over.includes(status) || all.some(({ afterId }) => afterId === id);
    const rule = ({ id, concluded }: Row<Case>): boolean => {
      const all = complaints.get(id) ?? [];
      return concluded === (all.length === 0 ? null : all.every((one) => ended(one, all)));
    };
    expect(breaking(told.of(Case), rule)).toEqual([]);
  });
});
