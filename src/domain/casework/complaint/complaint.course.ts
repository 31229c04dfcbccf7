/** What comes of a complaint, step by step. */
import { field } from '../../../model/input';
import { changing, type Changing } from '../../../model/action-input';
import { stepName, type StepOfAction } from '../../../model/lifecycle';
import { action } from '../../../writing/action';
import type { Values, Work } from '../../../writing/work';
import { caseLifecycle, same } from '../case/case.lifecycle';
import { checkIncidents } from './complaint.checks';
import { ComplaintStatus } from './complaint.codes';
import { Complaint } from './complaint.entity';
import { identity, note, reason, type ToldIdentity, type ToldNote } from './complaint.inputs';
import {
  advancing,
  complaintLifecycle,
  notTakenFurther,
  ofNoSurvivor,
  ofSurvivor,
  puttingBack,
  running,
  stageStep,
  staying,
  unconcluded,
} from './complaint.lifecycle';
import {
  complainable,
  decided,
  decidedOn,
  followed,
  keepIdentity,
  keepNote,
  take,
  type Followed,
} from './complaint.step';

const onCase = (from = complainable): StepOfAction => caseLifecycle.on({ from, to: same });

interface Told extends Changing {
  readonly identity?: ToldIdentity;
  readonly note?: ToldNote;
}

/** A step with whatever is told along with it. */
async function step(work: Work, input: Told, changes: Values<Complaint>, name = work.action): Promise<string> {
  return taken(work, await followed(work, input), input, changes, name);
}

/** The same of what an authority decides, and of a withdrawal: also when the survivor has ended our work. */
async function decide(work: Work, input: Told, changes: Values<Complaint>, name = work.action): Promise<string> {
  return taken(work, await decided(work, input, { ...input, values: changes }), input, changes, name);
}

async function taken(work: Work, record: Followed, input: Told, changes: Values<Complaint>, name: string) {
  await checkIncidents(work, record.of?.id ?? null, changes);
  await take(work, record, changes, name);
  await keepIdentity(work, record, input.identity);
  await keepNote(work, record, input.note);
  return input.id;
}

/** What was done was done on a day: today where none is told, be it left out or null. */
const on = (work: Work, day: DayOfStep, values: Values<Complaint>): Values<Complaint> => ({
  ...values,
  [day]: values[day] ?? work.day(),
});

type DayOfStep = 'refusedOn' | 'registeredOn' | 'heardOn' | 'concludedOn' | 'withdrawnOn';

const stage = field({ type: ComplaintStatus, description: 'The stage.' });

action(
  {
    name: 'recordComplaintRefusal',
    of: Complaint,
    label: { en: 'record that registration was refused', pt: 'registar que o registo foi recusado' },
    description:
      'Records that they refused to register a complaint. The refusal is counted here; it becomes an incident only if the survivor wants that.',
    input: changing(Complaint, {
      description: 'What recording a refusal takes; today unless said otherwise.',
      relies: ['refusalReason'],
      fields: { identity, note },
    }),
    steps: [complaintLifecycle.on({ from: ['FILED'], to: 'REFUSED_TO_REGISTER' }), onCase()],
  },
  (work, input) => step(work, input, on(work, 'refusedOn', input.values)),
);

action(
  {
    name: 'recordComplaintRegistration',
    of: Complaint,
    label: { en: 'record that the complaint is registered', pt: 'registar que a queixa está registada' },
    description: 'Records that a complaint was registered, with its number.',
    input: changing(Complaint, {
      description: 'What recording a registration takes; today unless said otherwise.',
      fields: { identity, note },
    }),
    steps: [
      complaintLifecycle.on({ from: ['FILED'], to: 'REGISTERED' }),
      complaintLifecycle.on({ from: ['REFUSED_TO_REGISTER'], to: 'REGISTERED', guards: [notTakenFurther] }),
      onCase(),
    ],
  },
  (work, input) => step(work, input, on(work, 'registeredOn', input.values)),
);

action(
  {
    name: 'advanceComplaint',
    of: Complaint,
    label: { en: 'record the next stage of the complaint', pt: 'registar a fase seguinte da queixa' },
    description: 'Records that a complaint has come to another stage: investigation, prosecutor, court.',
    input: changing(Complaint, {
      description: 'What advancing a complaint takes; heard of today unless said otherwise.',
      fields: { stage, identity, note },
    }),
    steps: [...advancing, onCase(decidedOn)],
  },
  (work, input) =>
    decide(work, input, on(work, 'heardOn', input.values), stepName(work.action, stageStep(input.stage))),
);

action(
  {
    name: 'recordComplaintHearing',
    of: Complaint,
    label: { en: 'record a hearing', pt: 'registar uma audiência' },
    description: 'Records the day of the next hearing; whoever has the case is told three days before.',
    input: changing(Complaint, {
      description: 'What recording a hearing takes.',
      relies: ['hearingOn'],
      fields: { note },
    }),
    steps: [complaintLifecycle.on({ from: running, to: staying }), onCase()],
  },
  (work, input) => step(work, input, input.values),
);

action(
  {
    name: 'recordComplaintNews',
    of: Complaint,
    label: { en: 'record what was heard of the complaint', pt: 'registar o que se soube da queixa' },
    description: 'Records that something was heard of a complaint which stands where it stood: it is not stalled.',
    input: changing(Complaint, {
      description: 'What recording news of a complaint takes; today unless said otherwise.',
      fields: { identity, note },
    }),
    steps: [complaintLifecycle.on({ from: running, to: staying }), onCase()],
  },
  (work, input) => step(work, input, on(work, 'heardOn', input.values)),
);

action(
  {
    name: 'concludeComplaint',
    of: Complaint,
    label: { en: 'record how the complaint ended', pt: 'registar como terminou a queixa' },
    description:
      'Records how a complaint ended; of one that the survivor withdrew, what the authority decided all the same.',
    input: changing(Complaint, {
      description: 'What recording the end of a complaint takes; today unless said otherwise.',
      relies: ['conclusion'],
      fields: { identity, note },
    }),
    steps: [
      complaintLifecycle.on({ from: running, to: 'CONCLUDED' }),
      complaintLifecycle.on({ from: ['WITHDRAWN_BY_SURVIVOR', 'DROPPED'], to: staying, guards: [unconcluded] }),
      onCase(decidedOn),
    ],
  },
  (work, input) => decide(work, input, on(work, 'concludedOn', input.values)),
);

action(
  {
    name: 'withdrawComplaint',
    of: Complaint,
    label: {
      en: 'record that the survivor withdraws the complaint',
      pt: 'registar que a pessoa sobrevivente retira a queixa',
    },
    description: 'Records that the survivor withdraws a complaint: it is no longer followed.',
    input: changing(Complaint, {
      description: 'What recording a withdrawal takes; today unless said otherwise.',
      fields: { note },
    }),
    steps: [
      complaintLifecycle.on({
        from: ['PREPARED', 'REFUSED_TO_REGISTER', ...running],
        to: 'WITHDRAWN_BY_SURVIVOR',
        guards: [ofSurvivor],
      }),
      onCase(decidedOn),
    ],
  },
  (work, input) => decide(work, input, on(work, 'withdrawnOn', input.values)),
);

action(
  {
    name: 'dropComplaint',
    of: Complaint,
    label: { en: 'give the complaint up', pt: 'abandonar a queixa' },
    description: 'Records that the organisation no longer pursues a complaint which is about no survivor.',
    input: changing(Complaint, {
      description: 'What giving a complaint up takes; today unless said otherwise.',
      fields: { note: reason },
    }),
    steps: [
      complaintLifecycle.on({
        from: ['PREPARED', 'REFUSED_TO_REGISTER', ...running],
        to: 'DROPPED',
        guards: [ofNoSurvivor],
      }),
      onCase(),
    ],
  },
  (work, input) => step(work, input, on(work, 'withdrawnOn', input.values)),
);

/** Nothing of an end; and of what is not reached yet. */
const notEnded: Values<Complaint> = { conclusion: null, concludedOn: null, withdrawnOn: null };
const notRefused: Values<Complaint> = { refusedOn: null, refusalReason: null, refusalIncidentId: null };
const undone: Readonly<Partial<Record<ComplaintStatus, Values<Complaint>>>> = {
  PREPARED: { ...notEnded, ...notRefused, filedOn: null, registeredOn: null, heardOn: null, hearingOn: null },
  FILED: { ...notEnded, registeredOn: null },
};

action(
  {
    name: 'putBackComplaint',
    of: Complaint,
    label: { en: 'put the complaint back to a stage', pt: 'repor a queixa numa fase' },
    description:
      'Puts a complaint back to a stage, for a reason: a step was recorded in error, an end was none (an appeal, a file that was found), the survivor takes it up again.',
    input: changing(Complaint, {
      description: 'What putting a complaint back takes.',
      fields: { stage, note: reason },
    }),
    steps: [...puttingBack, onCase()],
  },
  (work, input) => step(work, input, undone[input.stage] ?? notEnded, stepName(work.action, stageStep(input.stage))),
);
