/** Recording survivors, and changing what is recorded of them. */
import { InputCheck, type Path } from '../../writing/input';
import type { Values, Where, Work } from '../../writing/work';
import { sql } from '../../base/sql';
import { notFound, problem, type ProblemError } from '../../base/problem';
import type { ThingRecord } from '../../model/record';
import { thingOf, type Constructor } from '../../model/thing';
import { reachable } from '../../policy/reach';
import { actorScope } from '../../policy/rights';
import { receiversOf, type AudienceOf } from './case.audience';
import { refreshShare } from './case.share';
import { Case } from './case.entity';
import { shortNumber } from '../../writing/short-number';
import { taken } from '../../writing/taken';
import { ageBandOf } from './survivor.age-band';
import { checkAgainstCountry, checkSurvivor } from './survivor.checks';
import type { NewSurvivorInput, UpdateSurvivorInput } from './survivor.inputs';
import { SafeContact, SurvivorIdentity } from './survivor-identity.entity';
import { Survivor, SurvivorDemographics } from './survivor.entity';

const shown = ['genderIdentity', 'preferredLanguage', 'platformMember'] as const;
const described = [
  'birthYear',
  'genderModality',
  'keyPopulations',
  'nationality',
  'homeDistrictId',
  'disability',
  'selfIdentifiesAsSexWorker',
  'exchangesSexForMoneyOrGoods',
] as const;
const identifying = ['legalName', 'workingName', 'phone', 'idNumber', 'address', 'dateOfBirth'] as const;
const reaching = ['method', 'times', 'note'] as const;

/** Records a survivor that was checked against the country, under a code that says nothing. @returns the id */
export async function addSurvivor(work: Work, input: NewSurvivorInput, dataKeyId: string): Promise<string> {
  const { demographics, identity, safeContact } = input;
  const survivorId = await work.insert(Survivor, {
    id: input.id ?? undefined,
    ...taken<Survivor>(input, shown),
    survivorCode: shortNumber(work, Survivor, 'survivorCode', 'S'),
    ageBand: demographics?.birthYear ? ageBandOf(demographics.birthYear) : (input.ageBand ?? 'UNKNOWN'),
  });
  if (demographics) {
    const values = taken<SurvivorDemographics>(demographics, described);
    await work.insert(SurvivorDemographics, { keyPopulations: [], ...values, survivorId });
  }
  const sealed = { survivorId, dataKeyId };
  if (identity) await work.insert(SurvivorIdentity, { ...taken<SurvivorIdentity>(identity, identifying), ...sealed });
  if (safeContact) await work.insert(SafeContact, { ...taken<SafeContact>(safeContact, reaching), ...sealed });
  return survivorId;
}

/** Changes what is recorded of a survivor; every part is added where there was none. */
export async function updateSurvivor(work: Work, input: UpdateSurvivorInput): Promise<string> {
  const check = new InputCheck();
  checkSurvivor(check, input, []);
  check.done();
  const record = await work.load(Survivor, input.id, { expectedVersion: input.expectedVersion });
  const [cases] = await Promise.all([
    work.find(Case, { survivorId: record.id }, true),
    checkAgainstCountry(work, input, []),
  ]);
  const receivers = receiversOf(work, cases);
  await Promise.all(partsOf(work, input, record.id, cases, receivers));
  const changes = { ...taken<Survivor>(input, shown), ageBand: newAgeBand(input) };
  await work.update(Survivor, record, changes, { audience: (await receivers)(Survivor) });
  for (const { id } of cases) refreshShare(work, id);
  return record.id;
}

/** From the year of birth where one is given; else as it is told; else as it was. */
function newAgeBand({ demographics, ageBand }: UpdateSurvivorInput): Survivor['ageBand'] | undefined {
  const birthYear = demographics?.birthYear;
  if (birthYear) return ageBandOf(birthYear);
  return ageBand ?? (birthYear === null ? 'UNKNOWN' : undefined);
}

/** Changes of the parts that are given; none of them waits for another. */
function partsOf(
  work: Work,
  input: UpdateSurvivorInput,
  survivorId: string,
  cases: readonly Case[],
  receivers: Promise<AudienceOf>,
): Promise<void>[] {
  const { demographics, identity, safeContact } = input;
  const dataKeyId = cases[0]?.dataKeyId;
  const changes: Promise<void>[] = [];
  if (demographics) {
    const values = taken<SurvivorDemographics>(demographics, described);
    const whole = { survivorId, keyPopulations: [], ...values };
    changes.push(put(work, SurvivorDemographics, ['demographics'], values, whole, receivers));
  }
  if (identity) {
    const values = taken<SurvivorIdentity>(identity, identifying);
    const whole = { survivorId, dataKeyId, ...values };
    changes.push(put(work, SurvivorIdentity, ['identity'], values, whole, receivers));
  }
  if (safeContact) {
    const values = taken<SafeContact>(safeContact, reaching);
    const whole = { survivorId, dataKeyId, ...values };
    changes.push(put(work, SafeContact, ['safeContact'], values, whole, receivers));
  }
  return changes;
}

/** What a part cannot be made without. */
const needed: Readonly<Record<string, string>> = { demographics: 'exchangesSexForMoneyOrGoods', safeContact: 'method' };

type Part = ThingRecord & { readonly survivorId: string };

/** Changes a part of a survivor's record, or adds it whole where there was none. */
async function put<T extends Part>(
  work: Work,
  target: Constructor<T>,
  [name]: readonly [string],
  values: Values<T>,
  whole: Values<T> & { readonly survivorId: string },
  receivers: Promise<AudienceOf>,
): Promise<void> {
  const { survivorId } = whole;
  const [audienceOf, [held]] = await Promise.all([
    receivers,
    work.find(target, { survivorId } as Where<T>, true),
    assertReach(work, target, survivorId, [name]),
  ]);
  const options = { audience: audienceOf(target) };
  if (held) return void (await work.update(target, held, values, options));
  const missing = needed[name];
  if (missing && (whole as Record<string, unknown>)[missing] === undefined) throw incomplete([name, missing]);
  await work.insert(target, whole, options);
}

/** The actor must reach a case of the survivor by the right that the part's own class gives, not only the survivor. */
async function assertReach(work: Work, target: Constructor, survivorId: string, path: Path): Promise<void> {
  const scope = actorScope(work.actor, thingOf(target).dataClass, 'write');
  if (scope === null) throw notFound(path);
  const within = reachable(thingOf(Case), 'c', scope, work.actor);
  const found = await work.query(
    sql`SELECT c.id FROM "case" c WHERE c.survivor_id = ${survivorId} AND ${within} LIMIT 1`,
  );
  if (found.length === 0) throw notFound(path);
}

const incomplete = (path: Path): ProblemError =>
  problem(
    'INVALID_INPUT',
    'Nothing is recorded of this yet; this field is needed to begin with.',
    'Ainda nada está registado sobre isto; este campo é necessário para começar.',
    path,
  );
