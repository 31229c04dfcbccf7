/** What registering a case takes and does, whether it is told by somebody or by a file. */
import { problem } from '../../../base/problem';
import { field, many, one, type Given, type Others } from '../../../model/input';
import { InputCheck } from '../../../writing/input';
import { notAhead, now } from '../../../writing/moments';
import { inOneRound } from '../../../writing/one-round';
import { shortNumber } from '../../../writing/short-number';
import type { Values, Work } from '../../../writing/work';
import type { CaseStatus } from './case.codes';
import { Case } from './case.entity';
import { stageOf } from './case.lifecycle';
import { draftEnd } from './case.draft';
import { checkSource, linkTo, withAlert } from '../alert/emergency-alert.case';
import { shutAsOthers } from './case.accusation';
import { nameMembers, tellUnsupervised } from './case.members';
import { firstDue } from '../follow-up/follow-up.due';
import { newConsent } from '../consent/consent.inputs';
import { checkGuardian, isMinor, isMinorToday } from '../consent/consent.guardian';
import { checkConsent, checkRecipients } from '../consent/consent.checks';
import { decide } from '../consent/consent.recording';
import { lasting, lockCases } from '../survivor/survivor.lock';
import { assertReportable, checkIncident } from '../incident/incident.checks';
import { newIncident } from '../incident/incident.inputs';
import { lookUpIncidents, recordIncidents, type ToldIncident } from '../incident/incident.recording';
import { checkAgainstCountry, checkNewSurvivor } from '../survivor/survivor.checks';
import { Survivor } from '../survivor/survivor.entity';
import { recordedAge } from '../survivor/survivor.age';
import { newSurvivor, toldAge } from '../survivor/survivor.inputs';
import { addSurvivor } from '../survivor/survivor.recording';

/** What is told beside the values of the case itself. */
export const registrationFields = {
  survivorId: field({
    type: 'uuid',
    of: () => Survivor,
    nullable: true,
    description: 'A survivor who is recorded already.',
  }),
  survivor: one(newSurvivor, { nullable: true, description: 'A survivor who is not recorded yet.' }),
  incidents: many(newIncident, { nullable: true, description: 'What happened.' }),
  consents: many(newConsent, { nullable: true, description: 'What the survivor decided.' }),
};

/** What is told of a new case. */
export type Registration = Others<typeof registrationFields> & {
  readonly id?: string | null;
  readonly values: Given<Case, 'source'>;
  readonly alertId?: string | null;
};

/** How a case begins. */
export interface Beginning {
  /** The status, as far as the survivor's consents carry it. */
  readonly status: (work: Work, given: Registration, holder: Holder) => Promise<CaseStatus>;
  /** What the case has besides. */
  readonly values?: (work: Work, status: CaseStatus, holder: Holder) => Promise<Values<Case>>;
  readonly draftEnd?: (work: Work) => Promise<string>;
}

/**
 * First what the input refers to is looked up, all at once; then everything is written.
 * @returns the id of the case
 */
export async function register(work: Work, input: Registration, beginning: Beginning): Promise<string> {
  const check = new InputCheck();
  checkRegistration(check, input, work.day());
  check.done();
  const given = await withAlert(work, input);
  const organisationId = ownOrganisation(work);
  const { told, isChild, known } = await lookUp(work, given);
  const { survivorId, dataKeyId, cases } = await subjectOf(work, given, known);
  const holder = { survivorId, organisationId };
  const status = await statusOf(work, given, holder, beginning);
  const { openedAt = now() } = given.values;
  const of = {
    ...{ survivorId, dataKeyId, organisationId, status, openedAt },
    displayId: shortNumber(work, Case, 'displayId', work.country),
    ownerId: work.actor.accountId,
    restrictedAt: isChild ? now() : null,
    draftUntil: status === 'DRAFT' ? await (beginning.draftEnd ?? draftEnd)(work) : null,
  };
  const id = await work.insert(Case, {
    ...given.values,
    ...(await beginning.values?.(work, status, holder)),
    id: given.id,
    ...of,
    workflowStage: stageOf[status] ?? 'NEW',
    restrictionReason: isChild ? 'MINOR' : null,
  });
  if (isChild) {
    await nameMembers(work, { id, ...of, createdById: of.ownerId, restrictionReason: 'MINOR' });
    await tellUnsupervised(work, { id, ...of });
  }
  await recordIncidents(work, { id, dataKeyId }, told);
  if (cases.some(({ restrictedAt }) => restrictedAt !== null)) await inherit(work, id, cases);
  if (given.alertId) await linkTo(work, given.alertId, id);
  if (status !== 'DRAFT' && status !== 'CLOSED')
    await firstDue(work, { id, openedAt, riskLevel: given.values.riskLevel });
  return id;
}

interface LookedUp {
  /** The record that a survivor who is known has by now. */
  readonly known: string | null;
  readonly told: ToldIncident[];
  /** The survivor is known to be a child. */
  readonly isChild: boolean;
}

/** Holds everything that the input refers to against what there is and what the actor may see. */
async function lookUp(work: Work, { survivor, survivorId, consents, incidents }: Registration): Promise<LookedUp> {
  const [told, , known] = await inOneRound([
    lookUpIncidents(work, incidents ?? [], (at) => ['incidents', at]),
    survivor && checkAgainstCountry(work, survivor, ['survivor']),
    survivorId && work.load(Survivor, survivorId, { right: 'read', path: ['survivorId'] }),
    checkRecipients(work, consents ?? [], (at) => ['consents', at]),
  ]);
  const { ageBand } = survivor ? recordedAge(toldAge(survivor), {}, work.day()) : {};
  const minor = known ? await isMinorToday(work, known) : isMinor(ageBand ?? 'UNKNOWN');
  const check = new InputCheck();
  consents?.forEach(({ values }, at) => checkGuardian(check, values, minor, ['consents', at]));
  check.done();
  return { told, isChild: minor === true, known: known ? lasting(known) : null };
}

/** Whoever registers does so for their organisation. */
function ownOrganisation({ actor }: Work): string {
  if (actor.organisationId !== null) return actor.organisationId;
  throw problem(
    'NO_ORGANISATION',
    'Your account belongs to no organisation, and a case needs one. Ask your administrator.',
    'A sua conta não pertence a nenhuma organização, e um caso precisa de uma. Peça ajuda ao seu administrador.',
  );
}

/** Notes every mistake that the input alone shows. */
export function checkRegistration(check: InputCheck, given: Registration, today: string): void {
  const { values, survivor, survivorId, consents, incidents } = given;
  notAhead(check, values.openedAt, ['openedAt']);
  checkSource(check, given);
  if (survivor && survivorId) check.refuse(['survivor'], onlyOne);
  if (values.anonymous) {
    for (const name of ['survivor', 'survivorId'] as const) if (given[name]) check.refuse([name], nobodyKnown);
  }
  if (consents?.length && !survivor && !survivorId) check.refuse(['consents'], whoseConsent);
  if (survivor) checkNewSurvivor(check, survivor, today, ['survivor']);
  consents?.forEach((consent, at) => {
    checkConsent(check, consent, ['consents', at]);
    if (consent.values.reason) check.refuse(['consents', at, 'reason'], nothingToCorrect);
  });
  incidents?.forEach((incident, at) => checkIncident(check, incident, today, ['incidents', at]));
}

const onlyOne = {
  en: 'Either a new survivor or one who is recorded already: leave one of the two out.',
  pt: 'Ou uma pessoa sobrevivente nova ou uma já registada: retire uma das duas.',
};
const nobodyKnown = {
  en: 'An anonymous case has no survivor on record. Leave it out, or do not register as anonymous.',
  pt: 'Um caso anónimo não tem pessoa sobrevivente registada. Retire-a ou não registe como anónimo.',
};
const nothingToCorrect = {
  en: 'A new decision corrects none. Leave it out here; correct an entry from the survivor’s consents.',
  pt: 'Uma decisão nova não corrige nenhuma. Retire-o aqui; corrija uma entrada nos consentimentos da pessoa sobrevivente.',
};
const whoseConsent = {
  en: 'A consent is a survivor’s: say whose it is, a new survivor or one who is recorded already.',
  pt: 'Um consentimento é de uma pessoa sobrevivente: diga de quem, nova ou já registada.',
};

/** What shuts somebody out of the survivor's other cases shuts them out of this one. */
async function inherit(work: Work, id: string, cases: readonly Case[]): Promise<void> {
  const [record] = await work.find(Case, { id }, true);
  if (record) await shutAsOthers(work, record, cases);
}

interface Subject {
  /** The survivor's other cases, held. */
  readonly cases: readonly Case[];
  readonly survivorId: string | null;
  /** The survivor's key, where the case has one: all that is sealed of a person is sealed with one key. */
  readonly dataKeyId: string;
}

/** The survivor, old or new, with the consents that were given; or nobody. */
async function subjectOf(work: Work, { survivor, consents }: Registration, known: string | null): Promise<Subject> {
  // Locks the other cases, as whatever changes consents does.
  const cases = known ? await lockCases(work, known) : [];
  const dataKeyId = cases[0]?.dataKeyId ?? work.newDataKey();
  const survivorId = known ?? (survivor ? await addSurvivor(work, survivor, dataKeyId) : null);
  if (survivorId === null) return { survivorId, dataKeyId, cases };
  for (const consent of consents ?? []) await decide(work, survivorId, consent, cases);
  return { survivorId, dataKeyId, cases };
}

export type Holder = Pick<Case, 'survivorId' | 'organisationId'>;

/** The status to begin with, if the survivor's consents carry that and the incidents. */
async function statusOf(work: Work, given: Registration, holder: Holder, beginning: Beginning): Promise<CaseStatus> {
  const [status] = await Promise.all([
    beginning.status(work, given, holder),
    assertReportable(work, holder.survivorId, given.incidents ?? [], (at) => ['incidents', at]),
  ]);
  return status;
}
