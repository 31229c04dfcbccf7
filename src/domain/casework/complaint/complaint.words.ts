/** Amending what was written of a complaint. */
import { changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { caseLifecycle, same } from '../case/case.lifecycle';
import { workedOn } from '../case/case.step';
import { ComplaintNote } from './complaint-record.entity';
import { complainable } from './complaint.step';

action(
  {
    name: 'amendComplaintNote',
    of: ComplaintNote,
    label: { en: 'amend a note of a complaint', pt: 'emendar uma nota de uma queixa' },
    description: 'Amends a note of a complaint; the earlier text stays in its history, sealed.',
    input: changing(ComplaintNote, {
      description: 'What amending a note of a complaint takes.',
      relies: ['text'],
    }),
    steps: [caseLifecycle.on({ from: complainable, to: same })],
  },
  async (work, { id, expectedVersion, values: { text } }) => {
    const { caseId } = await work.load(ComplaintNote, id, { right: 'read', path: ['id'] });
    if (caseId !== null) await workedOn(work, caseId);
    await work.update(ComplaintNote, await work.load(ComplaintNote, id, { expectedVersion }), { text });
    return id;
  },
);
