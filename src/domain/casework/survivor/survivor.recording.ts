/** Recording survivors, and changing what is recorded of them. */
import { changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck, type Path } from '../../../writing/input';
import type { Values, Where, Work } from '../../../writing/work';
import { missingIn } from '../../../writing/work-values';
import { sql } from '../../../base/sql';
import { notFound, problem, ProblemError } from '../../../base/problem';
import type { ThingRecord } from '../../../model/record';
import { thingOf, type Constructor } from '../../../model/thing';
import { reachable } from '../../../policy/reach';
import { actorScopes, seerOf } from '../../../policy/rights';
import { receiversOf, type AudienceOf } from '../case/case.audience';
import { restrict } from '../case/case.restriction';
import { keepByAge } from '../case/case.retention';
import { cancelContacts } from '../follow-up/follow-up.end';
import { Case } from '../case/case.entity';
import { servicesEnded } from '../case/case.lifecycle';
import { servicesAgreed } from '../consent/consent.services';
import { shortNumber } from '../../../writing/short-number';
import { checkAge, recordedAge, type Age } from './survivor.age';
import { checkAgainstCountry, checkSurvivor, toldCode } from './survivor.checks';
import { changedParts, toldAge, type NewSurvivor, type ToldSurvivor } from './survivor.inputs';
import { marked, markAgain } from '../duplicate/identity-marking';
import { findAgain, findForNew } from '../duplicate/possible-duplicate.finding';
import { SafeContact, SurvivorIdentity } from './survivor-identity.entity';
import { Survivor, SurvivorDemographics } from './survivor.entity';

/** Records a survivor that was checked against the country, under a code that says nothing. @returns the id */
export async function addSurvivor(
  work: Work,
  { id, values, demographics, identity, safeContact }: NewSurvivor,
  dataKeyId: string,
): Promise<string> {
  const { birthYear, ageBand = 'UNKNOWN' } = recordedAge(toldAge({ values, demographics, identity }), {}, work.day());
  const survivorId = await work.insert(Survivor, {
    id,
    ...values,
    survivorCode: shortNumber(work, Survivor, 'survivorCode', 'S'),
    ageBand,
  });
  const known = demographics && { ...demographics.values, birthYear, toldCode: toldCode(work, demographics.values) };
  if (known) await work.insert(SurvivorDemographics, { ...known, survivorId });
  const sealed = { survivorId, dataKeyId };
  const marks = identity ? marked(work, identity.values) : {};
  if (identity) await work.insert(SurvivorIdentity, { ...identity.values, ...marks, ...sealed });
  if (safeContact) await work.insert(SafeContact, { ...safeContact.values, ...sealed });
  findForNew(work, { survivorId, language: values.preferredLanguage, ...known, ...marks });
  return survivorId;
}

/** Every part is added where there was none. */
action(
  {
    name: 'updateSurvivor',
    of: Survivor,
    label: {
      en: 'correct what is recorded of the survivor',
      pt: 'corrigir o que está registado da pessoa sobrevivente',
    },
    description: 'Changes what is recorded of a survivor, or adds to it.',
    input: changing(Survivor, {
      description: 'What changing what is recorded of a survivor takes; what is left out stays as it is.',
      fields: changedParts,
    }),
    check: checkAlone,
  },
  async (work, input) => {
    const { id, expectedVersion, values } = input;
    const check = new InputCheck();
    checkSurvivor(check, input, work.day(), []);
    check.done();
    const record = await work.load(Survivor, id, { expectedVersion });
    await assertNotMerged(work, record);
    const [cases] = await Promise.all([
      work.find(Case, { survivorId: id }, true),
      checkAgainstCountry(work, input, []),
    ]);
    await assertNotEnded(work, cases);
    const receivers = receiversOf(work, cases);
    const { ageBand, ...told } = await agreeing(work, input, record);
    await Promise.all(partsOf(work, told, id, cases, receivers));
    await work.update(Survivor, record, { ...values, ageBand }, { audience: (await receivers)(Survivor) });
    if (input.safeContact) await cancelContacts(work, cases, 'another safe way of contact');
    // Who turns out to be a child is protected as one from now on.
    if (ageBand === 'UNDER_18') for (const each of cases) await restrict(work, each, 'MINOR');
    if (ageBand !== undefined) await keepByAge(work, cases);
    return id;
  },
);

function checkAlone(check: InputCheck, input: ToldSurvivor, today: string): void {
  checkSurvivor(check, input, today, []);
}

/** @throws ProblemError MERGED with the record to go on with */
async function assertNotMerged(work: Work, { mergedIntoId }: Survivor): Promise<void> {
  if (mergedIntoId === null) return;
  const [kept] = await work.find(Survivor, { id: mergedIntoId });
  const code = kept?.survivorCode ?? '';
  throw problem(
    'MERGED',
    `This record was merged into that of the same person, ${code}. Make the change there.`,
    `Este registo foi fundido no da mesma pessoa, ${code}. Faça a alteração nesse.`,
    [],
    {
      en: 'This record was merged into another of the same person. Make the change there.',
      pt: 'Este registo foi fundido noutro da mesma pessoa. Faça a alteração nesse.',
    },
  );
}

/** @throws ProblemError where the survivor has ended all work of the actor's organisation */
async function assertNotEnded(work: Work, cases: readonly Case[]): Promise<void> {
  const own = cases.filter(({ organisationId }) => organisationId === work.actor.organisationId);
  const closed = own.find(({ closedOffAt }) => closedOffAt !== null);
  const isWorkedOn = own.some(({ status, closedOffAt }) => status !== 'DRAFT' && closedOffAt === null);
  if (!closed || isWorkedOn || (await servicesAgreed(work, closed))) return;
  throw new ProblemError([servicesEnded]);
}

/**
 * The parts as they are recorded, and the age band: date, year and band agree, also with what is known already.
 * @throws ProblemError where one contradicts another
 */
async function agreeing(
  work: Work,
  input: ToldSurvivor & { readonly values: Values<Survivor> },
  { id: survivorId, ageBand }: Survivor,
): Promise<ToldSurvivor & Pick<Age, 'ageBand'>> {
  const told = toldAge(input);
  if (Object.values(told).every((one) => one === undefined)) return input;
  const [[held], dateOfBirth] = await Promise.all([
    work.find(SurvivorDemographics, { survivorId }),
    work.reveal(SurvivorIdentity, { survivorId }, 'dateOfBirth'),
  ]);
  const known = { dateOfBirth, birthYear: held?.birthYear ?? null, ageBand };
  const check = new InputCheck();
  checkAge(check, told, known, work.day(), []);
  check.done();
  const { birthYear, ...recorded } = recordedAge(told, known, work.day());
  const follows = held && birthYear !== undefined && birthYear !== held.birthYear;
  if (!follows && !input.demographics) return { ...input, ...recorded };
  return { ...input, ...recorded, demographics: { values: { ...input.demographics?.values, birthYear } } };
}

/** Changes of the parts that are given; none of them waits for another. */
function partsOf(
  work: Work,
  { demographics, identity, safeContact }: ToldSurvivor,
  survivorId: string,
  cases: readonly Case[],
  receivers: Promise<AudienceOf>,
): Promise<void>[] {
  const sealed = { survivorId, dataKeyId: cases[0]?.dataKeyId };
  const parts = [
    demographics && put(work, SurvivorDemographics, 'demographics', demographics.values, { survivorId }, receivers),
    identity && put(work, SurvivorIdentity, 'identity', identity.values, sealed, receivers),
    safeContact && put(work, SafeContact, 'safeContact', safeContact.values, sealed, receivers),
  ];
  return parts.filter((part) => part instanceof Promise);
}

type Part = ThingRecord & { readonly survivorId: string };

/** Changes a part of a survivor's record, or adds it whole where there was none. */
async function put<T extends Part>(
  work: Work,
  target: Constructor<T>,
  name: string,
  values: Values<T>,
  of: Values<T> & { readonly survivorId: string },
  receivers: Promise<AudienceOf>,
): Promise<void> {
  const { survivorId } = of;
  const [audienceOf, [held]] = await Promise.all([
    receivers,
    work.find(target, { survivorId } as Where<T>, true),
    assertReach(work, target, survivorId, [name]),
  ]);
  const options = { audience: audienceOf(target) };
  findAgain(work, survivorId);
  const given = { ...values, ...derived(work, target, values as Told) };
  if (held) return void (await work.update(target, held, given, options));
  const whole = { ...given, ...of };
  const missing = missingIn(thingOf(target), whole);
  if (missing) throw incomplete([name, missing]);
  await work.insert(target, whole, options);
}

/** What follows from what is told of a part. */
const derived = (work: Work, target: Constructor, values: Told): Told => ({
  ...markAgain(work, target, values),
  ...(values.toldCode && { toldCode: toldCode(work, values) }),
});
type Told = Pick<Values<SurvivorDemographics>, 'toldCode'> & Pick<Values<SurvivorIdentity>, 'phone' | 'idNumber'>;

/** The actor must reach a case of the survivor by the right that the part's own class gives, not only the survivor. */
async function assertReach(work: Work, target: Constructor, survivorId: string, path: Path): Promise<void> {
  const scopes = actorScopes(work.actor, thingOf(target).dataClass, 'write');
  const within = reachable(thingOf(Case), 'c', scopes, seerOf(work.actor));
  const found = await work.query(
    sql`SELECT c.id FROM "case" c WHERE c.survivor_id = ${survivorId} AND ${within} LIMIT 1`,
  );
  if (found.length === 0) throw notFound(path);
}

export const incomplete = (path: Path): ProblemError =>
  problem(
    'INVALID_INPUT',
    'Nothing is recorded of this yet; this field is needed to begin with.',
    'Ainda nada está registado sobre isto; este campo é necessário para começar.',
    path,
  );
