/** Asking the survivor whether she wants to complain: what use of mechanisms is measured against. */
import { problem } from '../../../base/problem';
import { changing, making } from '../../../model/action-input';
import { action, type Remark } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { notTomorrow } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { caseLifecycle, same } from '../case/case.lifecycle';
import { caseToAddTo, inCase } from '../case/case.step';
import { Complaint } from './complaint.entity';
import { running } from './complaint.lifecycle';
import { ComplaintWish } from './complaint-wish.entity';
import { complainable } from './complaint.step';

function checkWish(check: InputCheck, { values }: { readonly values: Values<ComplaintWish> }, today: string): void {
  notTomorrow(check, values.askedOn, today, ['askedOn']);
  if (values.wish === 'YES' && values.reason) check.refuse(['reason'], noReason);
}

const noReason = {
  en: 'A reason says why the survivor does not want to complain. Leave it out where the survivor does.',
  pt: 'O motivo diz por que a pessoa sobrevivente não quer apresentar queixa. Retire-o se a quer apresentar.',
};

action(
  {
    name: 'recordComplaintWish',
    of: ComplaintWish,
    label: {
      en: 'record whether the survivor wants to complain',
      pt: 'registar se a pessoa sobrevivente quer apresentar queixa',
    },
    description:
      'Records for a case whether complaint mechanisms were explained, and whether the survivor wants to complain.',
    input: making(ComplaintWish, {
      description: 'What recording the wish to complain takes.',
      relies: ['caseId', 'wish'],
    }),
    check: checkWish,
    steps: [caseLifecycle.on({ from: complainable, to: same })],
  },
  async (work, { id, values }) => {
    const check = new InputCheck();
    checkWish(check, { values }, work.day());
    check.done();
    const record = await caseToAddTo(work, values.caseId);
    const [held] = await work.find(ComplaintWish, { caseId: record.id });
    if (held) throw already();
    return work.insert(ComplaintWish, { askedOn: work.day(), ...values, id, caseId: record.id });
  },
);

const already = () =>
  problem(
    'ALREADY_EXISTS',
    'It was recorded for this case already. Change what is recorded: what was said before stays in its history.',
    'Já foi registada para este caso. Altere o que está registado: o que se disse antes fica no histórico.',
    ['caseId'],
  );

action(
  {
    name: 'changeComplaintWish',
    of: ComplaintWish,
    label: {
      en: 'record that the survivor thinks otherwise now',
      pt: 'registar que a pessoa sobrevivente pensa agora de outro modo',
    },
    description:
      'Records that the survivor has changed her mind about complaining, or corrects what is recorded of it.',
    input: changing(ComplaintWish, {
      description: 'What changing the wish to complain takes; what is left out stays as it is.',
    }),
    check: checkWish,
    remarks: async (work, id, { wish }) => (wish === 'NO' ? remarksOfComplaints(work, id) : []),
    steps: [caseLifecycle.on({ from: complainable, to: same })],
  },
  async (work, { id, expectedVersion, values }) => {
    const { record } = await inCase(work, ComplaintWish, id, { expectedVersion });
    // Whoever wants to complain has no reason against it any more.
    const reason = values.wish === 'YES' ? null : values.reason;
    const check = new InputCheck();
    checkWish(check, { values: { ...record, ...values, reason: reason ?? null } }, work.day());
    check.done();
    await work.update(ComplaintWish, record, { ...values, reason });
    return id;
  },
);

/** Her mind can change while a complaint runs: that it is withdrawn is recorded apart. */
async function remarksOfComplaints(work: Work, id: string): Promise<Remark[]> {
  const status = ['PREPARED', 'REFUSED_TO_REGISTER', ...running] as const;
  const [wish] = await work.find(ComplaintWish, { id, wish: 'NO' });
  if (!wish || (await work.find(Complaint, { caseId: wish.caseId, status, voidedAt: null })).length === 0) return [];
  return [
    {
      code: 'CONTRADICTORY',
      path: ['wish'],
      text: {
        en: 'A complaint of the case is prepared or runs. If she withdraws it, record that as well.',
        pt: 'Há uma queixa do caso preparada ou em curso. Se ela a retira, registe-o também.',
      },
    },
  ];
}
