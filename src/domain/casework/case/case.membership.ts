/** Opening a restricted case to colleagues by name, and closing it to them again. */
import { nobodysId } from '../../../base/global-id';
import { problem } from '../../../base/problem';
import { changing, making } from '../../../model/action-input';
import { field } from '../../../model/input';
import { hasDuty, mayUse } from '../../../policy/rights';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { now } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { AccusedColleague, CaseMember } from './case-member.entity';
import { Case } from './case.entity';
import { admit, endOutside, isSupervisor, notRestricted, numbered, tellUnsupervised } from './case.members';
import { ableColleague } from '../colleague/colleague.able';
import { passOnOfShut } from '../colleague/colleague.passing-on';
import { tell } from '../notice/notice.sending';

action(
  {
    name: 'admitToCase',
    of: CaseMember,
    label: { en: 'open the restricted case to a colleague', pt: 'abrir o caso restrito a um colega' },
    description: 'Opens a restricted case to a colleague of the organisation that handles it.',
    duty: 'restriction',
    input: making(CaseMember, {
      description: 'What opening a case to a colleague takes: the case by its id, or by its number.',
      relies: ['memberId'],
      fields: {
        displayId: field({
          type: 'text',
          nullable: true,
          description: 'Short number of the case, as a notice tells it to whoever sees no case.',
        }),
      },
    }),
    check: namedOnce,
  },
  async (work, { id, displayId, values: { memberId, ...named } }) => {
    const check = new InputCheck();
    namedOnce(check, { displayId, values: named });
    check.done();
    await work.load(StaffMember, memberId, { right: 'read', path: ['memberId'] });
    const place = displayId ? 'displayId' : 'caseId';
    const record = await watched(
      work,
      displayId ? await numbered(work, displayId) : (named.caseId ?? undefined),
      place,
    );
    if (!record?.restrictedAt) throw notRestricted(place);
    const caseId = record.id;
    const colleague = await ableColleague(work, memberId, record.organisationId, ['memberId']);
    const [held] = await work.find(CaseMember, { caseId, memberId, endedAt: null });
    if (held) throw admitted();
    const member = await admit(work, record, colleague, ['memberId'], id);
    await tell(work, 'CASE_RESTRICTED', [memberId], record);
    return member;
  },
);

interface Named {
  readonly displayId?: string | null;
  readonly values: { readonly caseId?: string | null };
}

function namedOnce(check: InputCheck, { displayId, values }: Named): void {
  if (!values.caseId === !displayId) check.refuse([displayId ? 'displayId' : 'caseId'], once);
}

const once = {
  en: 'Name the case either by its id or by its number.',
  pt: 'Indique o caso ou pelo identificador ou pelo número.',
};

const admitted = () =>
  problem('ALREADY_EXISTS', 'The case is open to this colleague already.', 'O caso já está aberto a este colega.', [
    'memberId',
  ]);

/** The case, held: as the actor sees it, or, for who watches over the country's people without seeing cases, unless accused. */
async function watched(work: Work, caseId: string | undefined, place: string): Promise<Case | undefined> {
  const reads = mayUse(work.actor.role, 'CASE_OPERATIONS', 'read');
  if (reads) await work.load(Case, caseId ?? nobodysId, { right: 'read', path: [place] });
  if (caseId === undefined) return undefined;
  const accusations = await work.find(AccusedColleague, { caseId, accusedId: work.actor.accountId, voidedAt: null });
  const [record] = accusations.length > 0 ? [] : await work.find(Case, { id: caseId }, true);
  return record;
}

action(
  {
    name: 'removeFromCase',
    of: CaseMember,
    label: { en: 'close the restricted case to a colleague', pt: 'fechar o caso restrito a um colega' },
    description:
      'Closes a restricted case to a colleague again; not to who has it, nor to the last who supervises it. The privacy officer ends what a supervisor of another organisation was named to at any time.',
    duty: 'restriction',
    input: changing(CaseMember, { description: 'What closing a case to a colleague takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const { caseId } = await work.load(CaseMember, id, { right: 'read' });
    const [record] = await work.find(Case, { id: caseId }, true);
    const member = await work.load(CaseMember, id, { expectedVersion });
    const isOutside = record?.outsideSupervisorId === member.memberId && member.endedAt === null;
    if (isOutside && hasDuty('privacy', work.actor.role)) {
      await endOutside(work, record);
      await tellUnsupervised(work, record);
      return id;
    }
    if (record && member.endedAt === null) await assertDispensable(work, record, member);
    await work.update(CaseMember, member, { endedAt: member.endedAt ?? now() });
    if (record) await passOnOfShut(work, record);
    return id;
  },
);

/** A case is never left with nobody who has it, or who supervises it. */
async function assertDispensable(work: Work, { id: caseId, ownerId }: Case, { memberId }: CaseMember): Promise<void> {
  const members = await work.find(CaseMember, { caseId, endedAt: null });
  const others = members.map((one) => one.memberId).filter((one) => one !== memberId);
  const staff = await work.find(StaffMember, { id: [...others, memberId], active: true });
  const supervising = staff.filter(isSupervisor).map(({ id }) => id);
  const last = supervising.includes(memberId) && supervising.length === 1;
  if (memberId !== ownerId && others.length > 0 && !last) return;
  throw problem(
    'INVALID_INPUT',
    'This colleague has the case, or is the last to whom it is open, or who supervises it. Assign it, or admit somebody else, first.',
    'Este colega tem o caso, ou é o último a quem está aberto, ou que o supervisiona. Atribua-o, ou abra-o a outra pessoa, primeiro.',
    ['id'],
  );
}
