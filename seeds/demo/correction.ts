/** What was recorded wrongly in a case and put right, or taken out; what it was before stands in the history. */
import { AllegedPerpetrator } from '../../src/domain/casework/incident/alleged-perpetrator.entity';
import type { Case } from '../../src/domain/casework/case/case.entity';
import { CaseNote } from '../../src/domain/casework/case/case-note.entity';
import { IncidentNarrative } from '../../src/domain/casework/incident/incident-narrative.entity';
import { Incident, IncidentDetail } from '../../src/domain/casework/incident/incident.entity';
import { ReferralReason } from '../../src/domain/casework/referral/service-record.entity';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { SafeContact } from '../../src/domain/casework/survivor/survivor-identity.entity';
import { Survivor } from '../../src/domain/casework/survivor/survivor.entity';
import type { Constructor } from '../../src/model/thing';
import type { ThingRecord } from '../../src/model/record';
import { made, type Row } from './batch';
import { between, HOUR } from './calendar';
import type { Cast } from './case-cast';
import type { Timeline } from './case-timeline';
import { doing, tellChange, tellMaking, type Doing } from './history';
import { addNote } from './note';
import { Random } from './random';
import type { Story } from './story';
import { showOn, takeOut } from './taking-out';

/** A case in which something is put right. */
interface Corrected {
  readonly story: Story;
  readonly random: Random;
  readonly cast: Cast;
  readonly row: Row<Case>;
  /** When, at the latest. */
  readonly until: number;
}

/** Puts something right. @returns whether the case has it */
type Correction = (of: Corrected) => boolean;

const frequent: readonly Correction[] = [
  correctAccount,
  correctPlace,
  amendNote,
  takeOutPerpetrator,
  correctDetail,
  takeOutNote,
  correctPerpetrator,
];
/** What few cases have. */
const rare: readonly Correction[] = [correctReason, correctContact];

/** In every fourth case that is worked on or was; each kind in its turn. */
export function addCorrections(story: Story, cast: Cast, row: Row<Case>, { at, endedAt, status }: Timeline): void {
  if (status === 'DRAFT' || status === 'DUPLICATE' || cast.cameFrom) return;
  if (story.count('correctable') % 4 !== 0) return;
  const nth = story.count('corrections');
  const until = Math.min(endedAt, at.closureRequested ?? endedAt) - HOUR;
  const of = { story, random: new Random(`corrected ${row.id}`), cast, row, until };
  const inTurn = frequent.map((_, more) => frequent[(nth + more) % frequent.length] as Correction);
  [...(nth % 2 === 0 ? rare : []), ...inTurn].some((correct) => correct(of));
}

/** The first record of the case that is as it was made, and since when there was time to put it right. */
function unchanged<T extends ThingRecord>(
  { story, row, until }: Corrected,
  target: Constructor<T>,
  fits: (one: Row<T>) => boolean = () => true,
): Row<T> | undefined {
  return story.batch.of(target).find((one) => {
    const { caseId, version, createdAt } = one as Row<T> & { readonly caseId?: string };
    return caseId === row.id && version === 1 && Date.parse(createdAt) + HOUR < until && fits(one);
  });
}

/** What is done to put right what was made so, and what had been done to make it. */
function begin(
  { story, random, cast, row, until }: Corrected,
  action: string,
  { createdAt, createdById }: Pick<ThingRecord, 'createdAt' | 'createdById'>,
  making: string,
  by = cast.owner,
): { readonly first: Doing; readonly did: Doing } {
  const { batch } = story;
  const { creator, owner, supervisor, team } = cast;
  const madeAt = Date.parse(createdAt);
  const maker = [creator, owner, supervisor].find(({ id }) => id === createdById) ?? owner;
  const made = { by: maker, action: createdAt === row.openedAt ? 'registerCase' : making, at: madeAt };
  const at = between(random, madeAt + HOUR / 2, Math.min(until, madeAt + 72 * HOUR));
  return {
    first: doing(random, batch, { ...made, organisationId: team.id }),
    did: doing(random, batch, { by, action, at, organisationId: team.id }),
  };
}

/** An incident is corrected with its parts: it is changed itself as well. */
function correctPart<T extends ThingRecord & { readonly incidentId: string }>(
  of: Corrected,
  target: Constructor<T>,
  fits: (one: Row<T>) => boolean,
  before: (one: Row<T>) => Partial<Row<T>>,
): boolean {
  const incidents = of.story.batch.of(Incident);
  const whole = (one: Row<T>) => incidents.find(({ id }) => id === one.incidentId);
  const part = unchanged(of, target, (one) => fits(one) && whole(one)?.version === 1);
  const incident = part && whole(part);
  if (!part || !incident) return false;
  const { first, did } = begin(of, 'updateIncident', part, 'addIncident');
  tellMaking(first, Incident, incident);
  tellMaking(first, target, part);
  tellChange(did, target, part, before(part));
  tellChange(did, Incident, incident);
  showOn(did, of.row, 'INCIDENT_CHANGED');
  return true;
}

/** First only the beginning was written down. */
function correctAccount(of: Corrected): boolean {
  const beginning = (text: string): string => text.slice(0, text.indexOf('. ') + 1);
  return correctPart(
    of,
    IncidentNarrative,
    ({ text }) => text.includes('. '),
    ({ text }) => ({ text: beginning(text) }),
  );
}

function correctDetail(of: Corrected): boolean {
  return correctPart(
    of,
    IncidentDetail,
    () => true,
    ({ weaponUsed }) => ({ weaponUsed: weaponUsed === 'UNKNOWN' ? ('OTHER' as const) : ('UNKNOWN' as const) }),
  );
}

function correctPlace(of: Corrected): boolean {
  const incident = unchanged(of, Incident, ({ voidedAt }) => voidedAt === null);
  if (!incident) return false;
  const { first, did } = begin(of, 'updateIncident', incident, 'addIncident');
  tellMaking(first, Incident, incident);
  const locationType = incident.locationType === 'OTHER' ? 'ROAD' : 'OTHER';
  const previousIncidents = incident.previousIncidents === null ? false : null;
  tellChange(did, Incident, incident, { locationType, previousIncidents });
  showOn(did, of.row, 'INCIDENT_CHANGED');
  return true;
}

function correctPerpetrator(of: Corrected): boolean {
  const alleged = unchanged(of, AllegedPerpetrator, ({ sex }) => sex !== null && sex !== 'UNKNOWN');
  if (!alleged) return false;
  const { first, did } = begin(of, 'updateAllegedPerpetrator', alleged, 'addIncident');
  tellMaking(first, AllegedPerpetrator, alleged);
  tellChange(did, AllegedPerpetrator, alleged, { sex: 'UNKNOWN', ageGroup: 'UNKNOWN' });
  showOn(did, of.row, 'INCIDENT_CHANGED');
  return true;
}

function amendNote(of: Corrected): boolean {
  const { cast, story } = of;
  const note = unchanged(of, CaseNote, ({ kind, createdById }) => kind === 'NOTE' && createdById === cast.owner.id);
  if (!note) return false;
  const { first, did } = begin(of, 'amendCaseNote', note, 'addCaseNote');
  const others = story.world.text.caseNotes.filter((text) => text !== note.text);
  tellMaking(first, CaseNote, note);
  tellChange(did, CaseNote, note, { text: of.random.pick(others) });
  showOn(did, of.row, 'NOTE_CHANGED');
  return true;
}

/** How the survivor is reached was misunderstood. */
function correctContact(of: Corrected): boolean {
  const { story, cast, row, until } = of;
  const { person } = cast;
  if (!person || Date.parse(row.openedAt) + HOUR > until) return false;
  const own = <T extends ThingRecord>(target: Constructor<T>, isOwn: (one: Row<T>) => boolean): Row<T> | undefined =>
    story.batch.of(target).find((one) => one.version === 1 && one.createdAt === row.openedAt && isOwn(one));
  const survivor = own(Survivor, ({ id }) => id === person.id);
  const contact = own(SafeContact, ({ survivorId }) => survivorId === person.id);
  if (!survivor || !contact) return false;
  const { first, did } = begin(of, 'updateSurvivor', survivor, 'registerCase');
  tellMaking(first, Survivor, survivor);
  tellMaking(first, SafeContact, contact);
  tellChange(did, SafeContact, contact, { method: contact.method === 'VIA_PEER' ? 'CALL' : 'VIA_PEER' });
  tellChange(did, Survivor, survivor);
  return true;
}

/** What the provider should know was written anew before it answered. */
function correctReason(of: Corrected): boolean {
  const { story } = of;
  const reasons = story.batch.of(ReferralReason);
  const reasonOf = ({ id }: Row<Referral>) => reasons.find(({ referralId }) => referralId === id);
  const referral = unchanged(of, Referral, (one) => one.status === 'REQUESTED' && reasonOf(one)?.version === 1);
  const reason = referral && reasonOf(referral);
  if (!referral || !reason) return false;
  const { first, did } = begin(of, 'updateReferral', referral, 'makeReferral');
  const texts = story.world.text.referralReasons.filter(({ text }) => text !== reason.text);
  tellMaking(first, Referral, referral);
  tellMaking(first, ReferralReason, reason);
  tellChange(did, ReferralReason, reason, { text: of.random.pick(texts).text });
  tellChange(did, Referral, referral);
  showOn(did, of.row, 'REFERRAL_CHANGED');
  return true;
}

/** Somebody was recorded twice; the supervisor takes the second entry out. */
function takeOutPerpetrator(of: Corrected): boolean {
  const { story, random, row, cast } = of;
  const alleged = unchanged(of, AllegedPerpetrator);
  if (!alleged) return false;
  const { first, did } = begin(of, 'voidAllegedPerpetrator', alleged, 'addIncident', cast.supervisor);
  const twice = story.batch.add(AllegedPerpetrator, {
    ...{ ...alleged, rank: 'SECONDARY' },
    ...made(random, first.at, alleged.createdById),
  });
  tellMaking(first, AllegedPerpetrator, twice);
  takeOut(did, AllegedPerpetrator, twice, row, { random, reasons: story.world.text.recordedInError });
  return true;
}

/** A note of another case; who wrote it takes it out. */
function takeOutNote(of: Corrected): boolean {
  const { story, random, row, cast } = of;
  const note = unchanged(of, CaseNote, ({ kind, createdById }) => kind === 'NOTE' && createdById === cast.owner.id);
  if (!note) return false;
  const { first, did } = begin(of, 'voidCaseNote', note, 'addCaseNote');
  const wrong = addNote(first, row, cast.owner, first.at, 'NOTE', random.pick(story.world.text.caseNotes));
  tellMaking(first, CaseNote, wrong);
  takeOut(did, CaseNote, wrong, row, { random, reasons: story.world.text.recordedInError });
  return true;
}
