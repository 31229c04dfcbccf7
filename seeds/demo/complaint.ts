/** Complaints: who wants to complain, before whom, and what came of it; each step on its day. */
import type { Case } from '../../src/domain/casework/case/case.entity';
import { CaseActivity } from '../../src/domain/casework/case/case-activity.entity';
import type { ComplaintMechanismKind } from '../../src/domain/casework/complaint/complaint-mechanism.codes';
import { ComplaintOffice } from '../../src/domain/casework/complaint/complaint-mechanism.entity';
import {
  type ComplaintStatus,
  type ComplaintSubject,
  ComplaintWishReason,
} from '../../src/domain/casework/complaint/complaint.codes';
import { Complaint } from '../../src/domain/casework/complaint/complaint.entity';
import { over } from '../../src/domain/casework/complaint/complaint.lifecycle';
import { ComplaintIdentity, ComplaintNote } from '../../src/domain/casework/complaint/complaint-record.entity';
import { ComplaintWish } from '../../src/domain/casework/complaint/complaint-wish.entity';
import { Incident } from '../../src/domain/casework/incident/incident.entity';
import { mechanismId, mechanismsOf, officeId, type MechanismDefinition } from '../../src/installation/mechanisms';
import { complaintTexts, type ComplaintTexts } from '../text/complaints';
import { made, type Row } from './batch';
import { BEGIN, DAY, day, END, HOUR } from './calendar';
import type { Cast } from './case-cast';
import { happened, whenTaken } from './complaint-course';
import { newDataKey } from './data-key';
import { Deck, type Random, type Weights } from './random';
import type { Story } from './story';
import type { Colleague, Place, Team } from './world';

const wishes = { YES: 48, NO: 34, LATER: 18 };

/** What becomes of a complaint, given time; what there is not enough of comes less far. */
const ends: Weights<ComplaintStatus> = {
  PREPARED: 2,
  FILED: 2,
  REFUSED_TO_REGISTER: 4,
  REGISTERED: 4,
  UNDER_INVESTIGATION: 4,
  REFERRED_TO_PROSECUTOR: 2,
  IN_COURT: 3,
  CONCLUDED: 6,
  WITHDRAWN_BY_SURVIVOR: 2,
};
const kinds: Weights<ComplaintMechanismKind> = {
  POLICE_STATION: 40,
  VIOLENCE_OFFICE: 45,
  POLICE_OVERSIGHT: 10,
  HUMAN_RIGHTS: 5,
};
/** A complaint as it is being told. */
interface Telling {
  readonly story: Story;
  readonly random: Random;
  readonly by: Colleague;
  readonly of: Row<Case> | null;
  readonly team: Team;
  readonly texts: ComplaintTexts;
}

/** What was wished and complained in a case; and whether that has ended. */
export function addComplaints(story: Story, cast: Cast, row: Row<Case>, registered: number | undefined): void {
  if (registered === undefined || cast.status === 'DUPLICATE' || cast.status === 'WITHDRAWN' || cast.cameFrom) return;
  const random = story.apart('complaints');
  if (!random.chance(0.8)) return;
  const by = managerOf(cast);
  const at = Math.min(registered + random.int(1, 20) * HOUR, END);
  const wish = random.weighted(wishes);
  const explained = wish === 'YES' || random.chance(0.8);
  const reason = wish === 'YES' ? null : random.pick(ComplaintWishReason.codes);
  story.batch.add(ComplaintWish, {
    ...{ caseId: row.id, mechanismsExplained: explained, wish, reason, askedOn: day(at) },
    ...made(random, at, by.id),
  });
  if (wish !== 'YES') return;
  const telling = { story, random, by, of: row, team: cast.team, texts: textsOf(story) };
  const end = story.deck('complaints', () => Deck.of<ComplaintStatus>(random, ends)).draw();
  const complaints = [tell(telling, at + DAY, end, about(random))];
  const [first] = complaints;
  if (first?.status === 'REFUSED_TO_REGISTER' && random.chance(0.5)) {
    const again = random.pick(['REGISTERED', 'UNDER_INVESTIGATION', 'CONCLUDED'] as const);
    complaints.push(tell(telling, Date.parse(first.updatedAt) + DAY, again, first.about, first));
  }
  conclude(row, complaints);
}

const managerOf = ({ owner, team }: Cast): Colleague =>
  owner.role === 'CASE_MANAGER' ? owner : (team.staff.get('case-manager')?.[0] ?? owner);

const textsOf = ({ world }: Story): ComplaintTexts => complaintTexts[world.country.defaultLocale];

const about = (random: Random): ComplaintSubject => (random.chance(0.8) ? 'VIOLENCE' : 'CONDUCT');

/** Closed and concluded are two facts: what is open keeps a closed case. */
function conclude(row: Row<Case>, complaints: readonly Row<Complaint>[]): void {
  const last = complaints.at(-1);
  const concluded = last !== undefined && over.includes(last.status);
  Object.assign(row, { concluded, concludedAt: concluded ? last.updatedAt : null });
  if (!concluded) Object.assign(row, { retentionUntil: null });
}

/** Against a policy or a station; about no survivor. */
export function addOwnComplaints(story: Story): void {
  const random = story.apart('complaints');
  for (const team of story.world.partners) {
    const [by] = team.staff.get('case-manager') ?? [];
    if (!by) continue;
    const telling = { story, random, by, of: null, team, texts: textsOf(story) };
    for (const [subject, end] of [
      ['POLICY', 'REGISTERED'],
      ['STATION', 'CONCLUDED'],
      ['STATION', 'DROPPED'],
    ] as const)
      tell(telling, BEGIN + random.int(60, 500) * DAY, end, subject);
  }
}

function tell(
  telling: Telling,
  begun: number,
  end: ComplaintStatus,
  subject: ComplaintSubject,
  after: Row<Complaint> | null = null,
): Row<Complaint> {
  const { story, random, by, of, team } = telling;
  const at = Math.min(begun, END);
  const when = whenTaken(random, at, end);
  const status = [...when.keys()].at(-1) ?? 'PREPARED';
  const mechanism = mechanismFor(telling, subject, after);
  const office = officeFor(telling, mechanism);
  const incident = of && story.batch.of(Incident).find(({ caseId }) => caseId === of.id);
  const row = story.batch.add(Complaint, {
    caseId: of?.id ?? null,
    organisationId: of ? null : team.id,
    about: subject,
    incidentId: incident?.id ?? null,
    mechanismId: mechanismId(story.world.country.code, mechanism.code),
    officeId: office,
    provinceId: team.provinceId,
    afterId: after?.id ?? null,
    status,
    ...happened(random, when, mechanism.stalledAfterDays, status),
    voidedAt: null,
    ...made(random, at, by.id, when.size, [...when.values()].at(-1) ?? at),
  });
  addRecord(telling, row, when);
  if (of) showOn(telling, of, at);
  return row;
}

/** The case shows that a complaint was recorded. */
function showOn({ story, random, by }: Telling, of: Row<Case>, at: number): void {
  const entry = story.batch.add(CaseActivity, {
    ...{ caseId: of.id, kind: 'COMPLAINT_ADDED', byId: by.id },
    ...made(random, at, by.id),
  });
  if (entry.createdAt > of.updatedAt) Object.assign(of, { updatedAt: entry.createdAt });
}

/** A refused complaint goes on to the office for victims of violence; one against a policy to those who watch over rights. */
function mechanismFor(
  { story, random }: Telling,
  subject: ComplaintSubject,
  after: Row<Complaint> | null,
): MechanismDefinition {
  const all = story.once('mechanisms', () => mechanismsOf(story.world.country.code));
  const kind =
    subject === 'POLICY'
      ? 'HUMAN_RIGHTS'
      : subject === 'STATION'
        ? 'POLICE_OVERSIGHT'
        : after
          ? 'VIOLENCE_OFFICE'
          : random.weighted(kinds);
  return random.pick(all.filter((one) => one.kind === kind));
}

function officeFor({ story, team, texts, of }: Telling, { code, kind, offices }: MechanismDefinition): string | null {
  const country = story.world.country.code;
  if (offices) return officeId(country, code, team.provinceId);
  const [district] = team.districts;
  return kind === 'POLICE_STATION' && of && district ? stationOf(story, team, district, code, texts) : null;
}

/** The station of an organisation's town, which somebody there has added. */
const stationOf = (story: Story, team: Team, district: Place, code: string, { station }: ComplaintTexts): string =>
  story.once(`station ${team.id}`, () => {
    const [by] = team.staff.get('case-manager') ?? [];
    return story.batch.add(ComplaintOffice, {
      mechanismId: mechanismId(story.world.country.code, code),
      name: station.replace('{district}', district.name),
      provinceId: district.provinceId,
      districtId: district.id,
      verified: true,
      closed: false,
      organisationId: team.id,
      ...made(story.apart('complaints'), BEGIN + DAY, by?.id ?? null),
    }).id;
  });

/** Its number, who has it, and what was noted; sealed. */
function addRecord(
  { story, random, by, of, texts }: Telling,
  { id: complaintId, status }: Row<Complaint>,
  when: ReadonlyMap<ComplaintStatus, number>,
): void {
  const { batch, world } = story;
  const keyOf = (at: number): string => of?.dataKeyId ?? newDataKey({ random, batch }, at);
  const sealed = (at: number) => ({ caseId: of?.id ?? null, complaintId, dataKeyId: keyOf(at) });
  const at = when.get('REGISTERED') ?? when.get('REFUSED_TO_REGISTER');
  if (at !== undefined) {
    batch.add(ComplaintIdentity, {
      ...sealed(at),
      externalNumber:
        status === 'REFUSED_TO_REGISTER' ? null : `${random.digits(3)}/${day(at).slice(5, 7)}/${day(at).slice(0, 4)}`,
      officerName: random.chance(0.6) ? random.pick(world.text.surnames) : null,
      voidedAt: null,
      ...made(random, at, by.id),
    });
  }
  const dropped = when.get('DROPPED');
  const noted = dropped ?? [...when.values()].at(-1);
  if (noted === undefined || (dropped === undefined && !random.chance(0.5))) return;
  batch.add(ComplaintNote, {
    ...sealed(noted),
    step: dropped === undefined ? 'recordComplaintNews' : 'dropComplaint',
    text: random.pick(dropped === undefined ? texts.notes : texts.givenUp),
    voidedAt: null,
    ...made(random, noted, by.id),
  });
}
