/** Registering a case, with the survivor, the consents and the incidents that come with it, in one piece. */
import { InputCheck } from '../../writing/input';
import type { Work } from '../../writing/work';
import { problem } from '../../base/problem';
import { addConsent, checkConsent, checkRecipients } from './consent.recording';
import { servicesAgreed } from './consent.ledger';
import { assertReportable, checkIncident } from './incident.checks';
import { lookUpIncidents, recordIncidents, type ToldIncident } from './incident.recording';
import { notAhead, now } from '../../writing/moments';
import { shortNumber } from '../../writing/short-number';
import { checkAgainstCountry, checkSurvivor } from './survivor.checks';
import { addSurvivor } from './survivor.recording';
import { Survivor } from './survivor.entity';
import { taken } from '../../writing/taken';
import { refreshShare } from './case.share';
import type { CaseStatus } from './case.codes';
import { Case } from './case.entity';
import type { RegisterCaseInput } from './case.inputs';
import { caseLifecycle, stageOf } from './case.lifecycle';

/** First what the input refers to is looked up, all at once; then everything is written. */
export async function registerCase(work: Work, input: RegisterCaseInput): Promise<string> {
  checkRegistration(input);
  const organisationId = ownOrganisation(work);
  const told = await lookUp(work, input);
  const { survivorId, dataKeyId } = await subjectOf(work, input);
  const status = await statusOf(work, input, { survivorId, organisationId });
  const id = await work.insert(Case, {
    anonymous: false,
    ...taken<Case>(input, ['source', 'riskLevel', 'priority', 'registeredAtOffice', 'anonymous', 'clientCreatedAt']),
    id: input.id ?? undefined,
    ...{ survivorId, dataKeyId, organisationId, status },
    displayId: shortNumber(work, Case, 'displayId', work.country),
    workflowStage: stageOf[status] ?? 'NEW',
    openedAt: input.openedAt ?? now(),
    ownerId: work.actor.accountId,
    safetyPlanReviewed: false,
    informedCanResume: false,
    supervisorReviewed: false,
  });
  await recordIncidents(work, { id, dataKeyId }, told);
  refreshShare(work, id);
  return id;
}

/** Holds everything that the input refers to against what there is and what the actor may see. @returns the incidents */
async function lookUp(work: Work, input: RegisterCaseInput): Promise<ToldIncident[]> {
  const { survivor, survivorId, consents, incidents } = input;
  const [told] = await Promise.all([
    lookUpIncidents(work, incidents ?? [], (at) => ['incidents', at]),
    survivor && checkAgainstCountry(work, survivor, ['survivor']),
    survivorId && work.load(Survivor, survivorId, { right: 'read', path: ['survivorId'] }),
    checkRecipients(work, consents ?? [], (at) => ['consents', at]),
  ]);
  return told;
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

/** @throws ProblemError with every mistake that the input alone shows */
function checkRegistration(input: RegisterCaseInput): void {
  const check = new InputCheck();
  const { anonymous, survivor, survivorId, consents, incidents } = input;
  notAhead(check, input.openedAt, ['openedAt']);
  if (survivor && survivorId) check.refuse(['survivor'], onlyOne);
  if (anonymous) {
    for (const name of ['survivor', 'survivorId'] as const) if (input[name]) check.refuse([name], nobodyKnown);
  }
  if (consents?.length && !survivor && !survivorId) check.refuse(['consents'], whoseConsent);
  if (survivor) checkSurvivor(check, survivor, ['survivor']);
  consents?.forEach((consent, at) => checkConsent(check, consent, ['consents', at]));
  incidents?.forEach((incident, at) => checkIncident(check, incident, ['incidents', at]));
  check.done();
}

const onlyOne = {
  en: 'Either a new survivor or one who is recorded already: leave survivor or survivorId out.',
  pt: 'Ou uma sobrevivente nova ou uma já registada: retire survivor ou survivorId.',
};
const nobodyKnown = {
  en: 'An anonymous case has no survivor on record. Leave it out, or do not register as anonymous.',
  pt: 'Um caso anónimo não tem sobrevivente registada. Retire-o ou não registe como anónimo.',
};
const whoseConsent = {
  en: 'A consent is a survivor’s: give survivor or survivorId as well.',
  pt: 'Um consentimento é de uma sobrevivente: indique também survivor ou survivorId.',
};

interface Subject {
  readonly survivorId: string | null;
  /** The survivor's key, where the case has one: all that is sealed of a person is sealed with one key. */
  readonly dataKeyId: string;
}

/** The survivor, old or new, with the consents that were given; or nobody. */
async function subjectOf(work: Work, { survivor, survivorId: known, consents }: RegisterCaseInput): Promise<Subject> {
  // Locks the other cases, as whatever changes consents does.
  const cases = known ? await work.find(Case, { survivorId: known }, true) : [];
  const dataKeyId = cases[0]?.dataKeyId ?? work.newDataKey();
  const survivorId = known ?? (survivor ? await addSurvivor(work, survivor, dataKeyId) : null);
  if (survivorId === null) return { survivorId, dataKeyId };
  for (const consent of consents ?? []) await addConsent(work, survivorId, consent);
  return { survivorId, dataKeyId };
}

/** The status to begin with, if the survivor's consents carry that and the incidents. */
async function statusOf(
  work: Work,
  input: RegisterCaseInput,
  subject: Pick<Case, 'survivorId' | 'organisationId'>,
): Promise<CaseStatus> {
  const [status] = await Promise.all([
    firstStatus(work, input, subject),
    assertReportable(work, subject.survivorId, input.incidents ?? [], (at) => ['incidents', at]),
  ]);
  return status;
}

/** A draft, or registered at once where nothing is against it. */
async function firstStatus(
  work: Work,
  { draft, anonymous }: RegisterCaseInput,
  { survivorId, organisationId }: Pick<Case, 'survivorId' | 'organisationId'>,
): Promise<CaseStatus> {
  const drafted = caseLifecycle.step(null, 'registerCase', {});
  if (draft) return drafted;
  const agreed = await servicesAgreed(work, { anonymous: anonymous ?? false, survivorId, organisationId });
  return caseLifecycle.step(drafted, 'submitCase', { servicesAgreed: agreed });
}
