/** The consent ledger of the demonstration data: what a survivor agreed to, before anything was done on the strength of it. */
import type { ConsentPurpose } from '../../src/domain/casework/consent/consent.codes';
import { Consent } from '../../src/domain/casework/consent/consent.entity';
import { made, type Row } from './batch';
import { between, DAY, END, instant, later } from './calendar';
import type { Story } from './story';
import type { Person } from './person';
import type { Colleague, Team } from './world';

export type Entry = Pick<Row<Consent>, 'purpose' | 'decision'> &
  Partial<Pick<Row<Consent>, 'recipientId' | 'recipientCategory' | 'scopes' | 'withdrawsId' | 'validUntil'>>;

/** Adds an entry to the ledger. */
export function record(
  { random, batch, aside }: Story,
  person: Person,
  by: Colleague,
  at: number,
  entry: Entry,
): Row<Consent> {
  const isChild = person.ageBand === 'UNDER_18' && entry.decision === 'GIVEN';
  const mode = random.weighted(modes);
  const withGuardian = isChild && aside.chance(0.4);
  return batch.add(Consent, {
    survivorId: person.id,
    purpose: entry.purpose,
    recipientId: entry.recipientId ?? null,
    recipientCategory: entry.recipientCategory ?? null,
    scopes: entry.scopes ?? [],
    decision: entry.decision,
    withdrawsId: entry.withdrawsId ?? null,
    mode: withGuardian ? 'GUARDIAN' : mode,
    guardianAbsence: isChild && !withGuardian ? aside.pick(absences) : null,
    reason: null,
    takenById: by.id,
    takenAt: instant(at),
    validUntil: entry.validUntil ?? null,
    formVersion: at < NEW_FORM ? '2.0' : '2.1',
    language: person.language,
    ...made(random, at, by.id),
  });
}

/** A child decides without a guardian where telling one would not be safe. */
const absences = ['UNSAFE_TO_TELL', 'NO_GUARDIAN'] as const;

const modes = { WRITTEN: 50, VERBAL_WITNESSED: 35, DIGITAL: 15 };
const NEW_FORM = Date.UTC(2025, 6, 1);

/** Withdraws an entry: a new one that names it. */
export const withdraw = (story: Story, person: Person, by: Colleague, at: number, given: Row<Consent>): Row<Consent> =>
  record(story, person, by, at, {
    purpose: given.purpose,
    decision: 'WITHDRAWN',
    recipientId: given.recipientId,
    recipientCategory: given.recipientCategory,
    scopes: given.scopes,
    withdrawsId: given.id,
  });

/** Beyond services and reporting: how often a purpose is spoken of, and how often it is agreed to. */
const further: readonly (readonly [ConsentPurpose, number, number])[] = [
  ['CONTACT_FOLLOW_UP', 0.8, 0.92],
  ['PEER_WARNING', 0.22, 0.85],
  ['POLICE_ANONYMOUS', 0.14, 0.6],
  ['POLICE_FULL', 0.08, 0.3],
  ['ADVOCACY_CASE_STORY', 0.07, 0.5],
  ['RESEARCH', 0.06, 0.6],
  ['MEDIA', 0.03, 0.2],
  ['PHOTO_AUDIO', 0.03, 0.4],
  ['CROSS_BORDER_TRANSFER', 0.02, 0.5],
];

/** When a case was opened and by whom; and until when something can have happened in it. */
interface Opening {
  readonly by: Colleague;
  readonly at: number;
  readonly until: number;
  readonly team: Team;
}

/** What is asked when a case is opened for somebody new. @returns what holds still: to services, and to reporting */
export function openLedger(story: Story, person: Person, { by, at, until, team }: Opening): Row<Consent>[] {
  const { random } = story;
  const standing = [record(story, person, by, at, { purpose: 'SERVICES', decision: 'GIVEN', recipientId: team.id })];
  const purpose = 'REPORTING_NON_IDENTIFIABLE';
  if (person.reporting === 'REFUSED') record(story, person, by, at, { purpose, decision: 'REFUSED' });
  else {
    const given = record(story, person, by, at, { purpose, decision: 'GIVEN' });
    if (person.reporting === 'GIVEN') standing.push(given);
    else withdraw(story, person, by, Math.min(later(random, at, 5, 120), between(random, at + 1, until)), given);
  }
  for (const [other, spokenOf, agreed] of further) {
    if (!random.chance(spokenOf)) continue;
    if (!random.chance(agreed)) record(story, person, by, at, { purpose: other, decision: 'REFUSED' });
    else if (ageing.has(other)) agreeForAWhile(story, person, by, at, other);
    else {
      record(story, person, by, at, { purpose: other, decision: 'GIVEN' });
      if (other === 'CONTACT_FOLLOW_UP') person.contact.agreed = true;
    }
  }
  return standing;
}

/** What is agreed to for a time only. */
const ageing: ReadonlySet<ConsentPurpose> = new Set<ConsentPurpose>([
  'ADVOCACY_CASE_STORY',
  'MEDIA',
  'RESEARCH',
  'PEER_WARNING',
]);

function agreeForAWhile(story: Story, person: Person, by: Colleague, at: number, purpose: ConsentPurpose): void {
  const over = at + story.random.int(90, 400) * DAY;
  record(story, person, by, at, { purpose, decision: 'GIVEN', validUntil: instant(over) });
  if (over < END) record(story, person, by, over, { purpose, decision: 'EXPIRED' });
}
