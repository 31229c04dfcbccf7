/** Recording complaints, bringing them, and correcting what is recorded. */
import { problem } from '../../../base/problem';
import { changing, making } from '../../../model/action-input';
import { action, type Remark } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import type { Values, Work } from '../../../writing/work';
import type { Case } from '../case/case.entity';
import { caseLifecycle, same } from '../case/case.lifecycle';
import { caseToAddTo } from '../case/case.step';
import { checkCorrection, checkIncidents, seatOf } from './complaint.checks';
import { checkDays } from './complaint.days';
import { Complaint } from './complaint.entity';
import { identity, note } from './complaint.inputs';
import { ComplaintWish } from './complaint-wish.entity';
import { complaintLifecycle, everyStatus, notTakenFurther, staying, wished } from './complaint.lifecycle';
import {
  audienceOf,
  complainable,
  decided,
  decidedOn,
  factsOf,
  followed,
  keepIdentity,
  keepNote,
  take,
} from './complaint.step';

action(
  {
    name: 'recordComplaint',
    of: Complaint,
    label: { en: 'record a complaint', pt: 'registar uma queixa' },
    description:
      'Records a complaint that is prepared, or was brought already: of a case, or of the organisation against a policy, a practice or a station.',
    input: making(Complaint, {
      description: 'What recording a complaint takes.',
      relies: ['mechanismId', 'about'],
      fields: { identity, note },
    }),
    remarks: remarksAgainstWish,
    steps: [complaintLifecycle.on({ from: [], to: 'PREPARED' }), caseLifecycle.on({ from: complainable, to: same })],
  },
  async (work, { id, values, identity: told, note: text }) => {
    checkSubject(values);
    const check = new InputCheck();
    checkDays(check, values, {}, work.day(), { from: null, to: 'FILED', step: work.action });
    check.done();
    const of = values.caseId ? await caseToAddTo(work, values.caseId) : null;
    const [{ provinceId }, audience] = await Promise.all([seatOf(work, values), audienceOf(work, of)]);
    await checkIncidents(work, of?.id ?? null, values);
    await checkEarlier(work, of, values.afterId);
    const begun = { ...values, provinceId, status: complaintLifecycle.step(null, work.action, {}) };
    const organisationId = of ? null : work.actor.organisationId;
    const { filedOn } = values;
    const complaintId = await work.insert(Complaint, { ...begun, filedOn: null, id, organisationId }, { audience });
    const [complaint] = await work.find(Complaint, { id: complaintId }, true);
    const record = { complaint: complaint as Complaint, of };
    if (filedOn) await take(work, record, { filedOn }, 'fileComplaint');
    await keepIdentity(work, record, told);
    await keepNote(work, record, text);
    return complaintId;
  },
);

/** It can be prepared before the survivor has decided; where she has decided against it, somebody should know. */
async function remarksAgainstWish(work: Work, id: string): Promise<Remark[]> {
  const [complaint] = await work.find(Complaint, { id, status: 'PREPARED' });
  if (!complaint?.caseId) return [];
  const wishes = await work.find(ComplaintWish, { caseId: complaint.caseId });
  if (!wishes.some(({ wish }) => wish === 'NO')) return [];
  return [
    {
      code: 'CONTRADICTORY',
      path: ['caseId'],
      text: {
        en: 'The survivor said that she does not want to complain. It cannot be brought unless she changes her mind: ask her, and record what she says.',
        pt: 'A pessoa sobrevivente disse que não quer apresentar queixa. Não pode ser apresentada se ela não mudar de ideias: pergunte-lhe, e registe o que diz.',
      },
    },
  ];
}

/** @throws ProblemError where it takes a case, or a case is not what it takes */
function checkSubject({ caseId, about, incidentId }: Values<Complaint>): void {
  if (caseId || (about !== 'VIOLENCE' && !incidentId)) return;
  throw problem(
    'INVALID_INPUT',
    'A complaint about violence or an incident belongs to a case: name the case. Without one it is about a policy, a practice, a service or a station.',
    'Uma queixa sobre violência ou um incidente pertence a um caso: indique-o. Sem caso, trata de uma política, uma prática, um serviço ou uma esquadra.',
    ['caseId'],
  );
}

/** @throws ProblemError where it was not refused, belongs to something else, or was taken further already */
async function checkEarlier(work: Work, of: Case | null, afterId: string | null | undefined): Promise<void> {
  if (!afterId) return;
  const path = ['afterId'];
  const complaint = await work.load(Complaint, afterId, { path });
  const check = new InputCheck();
  if (complaint.caseId !== (of?.id ?? null)) check.refuse(path, ofAnother);
  if (complaint.status !== 'REFUSED_TO_REGISTER' || complaint.voidedAt) check.refuse(path, notRefused);
  else if (!(await factsOf(work, { complaint, of })).notTakenFurther) check.refuse(path, furtherAlready);
  check.done();
}

const ofAnother = {
  en: 'It is a complaint of something else. Name one of the same case, or none.',
  pt: 'É uma queixa de outra coisa. Indique uma do mesmo caso, ou nenhuma.',
};
const notRefused = {
  en: 'Its registration was not refused, so nothing is taken further. Leave it out: complaints can stand side by side.',
  pt: 'O seu registo não foi recusado, por isso nada se leva a outro lado. Retire-a: as queixas podem existir lado a lado.',
};
const furtherAlready = {
  en: 'It was taken elsewhere already. Take the later complaint further, where that was refused too.',
  pt: 'Já foi levada a outro lado. Leve a queixa posterior mais longe, se também foi recusada.',
};

action(
  {
    name: 'fileComplaint',
    of: Complaint,
    label: { en: 'record that the complaint was brought', pt: 'registar que a queixa foi apresentada' },
    description: 'Records that a complaint was brought, for the first time or again after it was refused.',
    input: changing(Complaint, {
      description: 'What recording that a complaint was brought takes.',
      relies: ['filedOn'],
      fields: { identity, note },
    }),
    steps: [
      complaintLifecycle.on({ from: ['PREPARED'], to: 'FILED', guards: [wished] }),
      complaintLifecycle.on({ from: ['REFUSED_TO_REGISTER'], to: 'FILED', guards: [wished, notTakenFurther] }),
      caseLifecycle.on({ from: complainable, to: same }),
    ],
  },
  async (work, input) => {
    const record = await followed(work, input);
    await take(work, record, input.values);
    await keepIdentity(work, record, input.identity);
    await keepNote(work, record, input.note);
    return input.id;
  },
);

action(
  {
    name: 'updateComplaint',
    of: Complaint,
    label: { en: 'correct the complaint', pt: 'corrigir a queixa' },
    description: 'Corrects what is recorded of a complaint; where it stands is said by its steps.',
    input: changing(Complaint, {
      description: 'What correcting a complaint takes; what is left out stays as it is.',
      fields: { identity },
    }),
    steps: [complaintLifecycle.on({ from: everyStatus, to: staying }), caseLifecycle.on({ from: decidedOn, to: same })],
  },
  async (work, input) => {
    const record = await decided(work, input, input);
    const { complaint, of } = record;
    const { values } = input;
    const check = new InputCheck();
    checkCorrection(check, values, complaint);
    checkDays(check, values, complaint, work.day(), {
      from: complaint.status,
      to: complaint.status,
      step: work.action,
    });
    check.done();
    checkSubject({ ...complaint, ...values });
    await checkIncidents(work, of?.id ?? null, values);
    const moved = values.mechanismId !== undefined || values.officeId !== undefined || values.provinceId !== undefined;
    const seat = moved ? { provinceId: (await seatOf(work, values, complaint)).provinceId } : {};
    await take(work, record, { ...values, ...seat });
    await keepIdentity(work, record, input.identity);
    return input.id;
  },
);
