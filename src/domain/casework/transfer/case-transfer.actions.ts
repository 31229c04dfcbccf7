/** Handing a case over: asked for by the organisation that handles it, which works on until the other accepts. */
import { problem } from '../../../base/problem';
import type { Role } from '../../../base/names';
import { field } from '../../../model/input';
import { changing } from '../../../model/action-input';
import { rolesOfAction } from '../../../policy/rights';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { reason } from '../case/case-note.inputs';
import { answer } from './case-transfer.answer';
import { expiryOf } from './case-transfer.end';
import { CaseTransfer } from './case-transfer.entity';
import { sender, transferLifecycle } from './case-transfer.lifecycle';
import { Case } from '../case/case.entity';
import { caseLifecycle, handOverConsented, open, same } from '../case/case.lifecycle';
import { keepReason, takeStep } from '../case/case.step';
import { handOverAgreed } from '../consent/consent.ledger';
import { districtOf } from '../incident/incident.place';
import { onDuty, tell } from '../notice/notice.sending';
import { Referral } from '../referral/referral.entity';
import { anythingCrosses, wordsCross } from '../referral/referral.sharing';
import { openReferral } from '../referral/referral.step';
import { Survivor } from '../survivor/survivor.entity';
import { TransferSummary } from './transfer-summary.entity';

action(
  {
    name: 'transferCase',
    of: Case,
    label: {
      en: 'ask another organisation to take the case over',
      pt: 'pedir a outra organização que fique com o caso',
    },
    description:
      'Asks another organisation of the country to take a case over; the case is worked on until it accepts.',
    duty: 'caseManagement',
    input: changing(Case, {
      description: 'What transferring a case takes.',
      also: { summary: TransferSummary },
      fields: {
        toOrganisationId: field({
          type: 'uuid',
          of: () => Organisation,
          description: 'Organisation of the country that is asked to take the case.',
          becomes: 'CaseTransfer.toOrganisationId',
        }),
        reason: field({
          type: 'longText',
          nullable: true,
          description:
            'Why: goes into the notes of the case, sealed, and is read by the organisation that is asked where words cross between organisations.',
        }),
      },
    }),
    steps: [
      caseLifecycle.on({ from: open, to: same, guards: [handOverConsented(['toOrganisationId'])] }),
      transferLifecycle.on({ from: [], to: 'REQUESTED' }),
    ],
  },
  async (work, { id, expectedVersion, toOrganisationId, reason: why, summary }) => {
    const record = await work.load(Case, id, { expectedVersion });
    if (record.restrictedAt) throw notWhileRestricted();
    if (!(await anythingCrosses(work))) throw byLetter();
    const [agreed, pending] = await Promise.all([
      handOverAgreed(work, record, toOrganisationId),
      work.find(CaseTransfer, { caseId: id, status: 'REQUESTED' }),
      assertReceiver(work, record, toOrganisationId),
    ]);
    if (pending.length > 0) throw onItsWay();
    await takeStep(work, record, {}, { handOverAgreed: agreed });
    await keepReason(work, record, why);
    await request(work, record, toOrganisationId, { ...summary, reason: why });
    return id;
  },
);

async function request(
  work: Work,
  record: Case,
  toOrganisationId: string,
  told: Pick<Values<TransferSummary>, 'needs' | 'reason'>,
): Promise<void> {
  const requestedAt = now();
  const transferId = await work.insert(CaseTransfer, {
    caseId: record.id,
    displayId: record.displayId,
    fromOrganisationId: record.organisationId,
    toOrganisationId,
    status: transferLifecycle.step(null, work.action, {}),
    requestedAt,
    expiresAt: await expiryOf(work, record, requestedAt),
  });
  await summarise(work, record, transferId, told);
  await tell(work, 'TRANSFER_REQUESTED', await onDuty(work, 'caseManagement', toOrganisationId), null);
}

/** What the receiver decides by is written down as it is now. */
async function summarise(
  work: Work,
  { id: caseId, survivorId, riskLevel, dataKeyId }: Case,
  transferId: string,
  { needs, reason }: Pick<Values<TransferSummary>, 'needs' | 'reason'>,
): Promise<void> {
  const [referrals, survivors, districtId, words] = await Promise.all([
    needs ? [] : work.find(Referral, { caseId, status: ['DRAFT', ...openReferral] }),
    survivorId === null ? [] : work.find(Survivor, { id: survivorId }),
    districtOf(work, caseId),
    wordsCross(work),
  ]);
  const [survivor] = survivors;
  await work.insert(TransferSummary, {
    ...{ transferId, dataKeyId, riskLevel, districtId },
    needs: needs ?? [...new Set(referrals.map(({ category }) => category))],
    ageBand: survivor?.ageBand ?? null,
    preferredLanguage: survivor?.preferredLanguage ?? null,
    reason: words ? (reason ?? null) : null,
  });
}

action(
  {
    name: 'takeBackCaseTransfer',
    of: CaseTransfer,
    label: { en: 'take the transfer of the case back', pt: 'retirar o pedido de transferência do caso' },
    description: 'Takes back the request that another organisation take a case over, before it is answered.',
    duty: 'caseManagement',
    input: changing(CaseTransfer, {
      description: 'What taking a transfer back takes; `id` is that of the transfer.',
      fields: { reason },
    }),
    steps: [transferLifecycle.on({ from: ['REQUESTED'], to: 'REVOKED', guards: [sender] })],
  },
  async (work, input) => {
    const { transfer, record } = await answer(work, input);
    await keepReason(work, record, input.reason);
    return transfer.id;
  },
);

const onItsWay = () =>
  problem(
    'ALREADY_EXISTS',
    'Another organisation is being asked to take this case already. Wait for its answer, or take that request back first.',
    'Já se pede a outra organização que receba este caso. Espere pela resposta ou retire primeiro esse pedido.',
  );

const byLetter = () =>
  problem(
    'SHARING_NOT_ALLOWED',
    'In this country no case is handed over between organisations. Give the survivor a letter, have a new case begun there, and close this one as transferred to another organisation.',
    'Neste país nenhum caso passa de uma organização para outra. Dê uma carta à pessoa sobrevivente, abra-se lá um novo caso e encerre este como transferido para outra organização.',
  );

const notWhileRestricted = () =>
  problem(
    'RESTRICTED',
    'The case is open to named colleagues alone, and another organisation is none of them. Ask that it be opened first, or refer the survivor.',
    'O caso está aberto apenas a colegas nomeados, e outra organização não está entre eles. Peça primeiro que seja aberto, ou encaminhe a pessoa sobrevivente.',
  );

/** The receiver is another organisation, and has somebody who can take a case: else the case would hang in the air. */
async function assertReceiver(work: Work, { organisationId }: Case, receiverId: string): Promise<void> {
  const path = ['toOrganisationId'];
  const [, staff] = await Promise.all([
    work.load(Organisation, receiverId, { right: 'read', path }),
    work.find(StaffMember, { organisationId: receiverId, active: true }),
  ]);
  if (receiverId === organisationId) {
    throw problem(
      'INVALID_INPUT',
      'The organisation has the case already; to give it to a colleague, assign it.',
      'A organização já tem o caso; para o dar a um colega, atribua-o.',
      path,
    );
  }
  const takers = rolesOfAction('acceptCaseTransfer');
  if (staff.some(({ role }) => takers.includes(role as Role))) return;
  throw problem(
    'INVALID_INPUT',
    'This organisation takes no cases. Refer the survivor to it instead.',
    'Esta organização não recebe casos. Encaminhe a pessoa sobrevivente para ela.',
    path,
  );
}
