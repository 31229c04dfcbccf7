/** Codes of conduct, how far they are kept to, and breaches in every state, with who reviews them. */
import { CodeOfConduct, ConductCheck } from '../../src/domain/conduct/code-of-conduct.entity';
import { ConductBreach } from '../../src/domain/conduct/conduct-breach.entity';
import {
  ConductBreachStatus,
  ConductCategory,
  ConductPersonRole,
  ConductSeverity,
} from '../../src/domain/conduct/conduct.codes';
import { PlatformReviewer } from '../../src/domain/conduct/platform-reviewer.entity';
import { conductEnglish, conductPortuguese, type ConductText } from '../text/conduct';
import { made } from './batch';
import { BEGIN, day, DAY, END, instant } from './calendar';
import { newDataKey } from './data-key';
import type { ToldPlatform } from './platform';
import type { Random } from './random';
import type { Story } from './story';
import type { Team } from './world';

/** What a step of a breach is told with. */
interface Setting {
  readonly story: Story;
  readonly random: Random;
  readonly text: ConductText;
  readonly team: Team;
}

export function addConduct(story: Story, platform: ToldPlatform): void {
  const team = story.world.partners.find(({ id }) => id === platform.organisationId);
  if (!team) return;
  const text = story.world.country.defaultLocale === 'pt' ? conductPortuguese : conductEnglish;
  const setting = { story, random: story.apart('conduct'), text, team };
  addCodes(setting, platform);
  addReviewers(setting, platform);
  const joined = platform.associations.filter(({ joinedOn }) => joinedOn !== null);
  for (const { id } of joined) addChecks(setting, id, platform.by);
  for (const status of [...ConductBreachStatus.codes, ...ConductBreachStatus.codes])
    addBreach(setting, setting.random.pick(joined).id, status);
}

function addCodes({ story, random, text }: Setting, { row, by }: ToldPlatform): void {
  const language = story.world.country.defaultLocale === 'pt' ? 'PORTUGUESE' : 'ENGLISH';
  for (const [nth, edition] of ['1', '2'].entries()) {
    const at = BEGIN + (10 + nth * 380) * DAY;
    story.batch.add(CodeOfConduct, {
      platformId: row.id,
      edition,
      language,
      title: text.title,
      text: nth === 1 ? text.code : null,
      link: nth === 0 ? 'https://example.org/code-of-conduct' : null,
      adoptedOn: day(at),
      voidedAt: null,
      ...made(random, at, by),
    });
  }
}

/** Two case managers and the supervisor are reviewers; a field worker was one. */
function addReviewers({ story, random, team }: Setting, { row }: ToldPlatform): void {
  const [admin] = team.staff.get('partner-admin') ?? [];
  const now = [...(team.staff.get('case-manager') ?? []).slice(0, 2), ...(team.staff.get('supervisor') ?? [])];
  const former = (team.staff.get('field-worker') ?? []).slice(1, 2);
  for (const member of [...now, ...former]) {
    const ended = former.includes(member) ? END - 100 * DAY : undefined;
    story.batch.add(PlatformReviewer, {
      platformId: row.id,
      memberId: member.id,
      endedAt: ended === undefined ? null : instant(ended),
      ...made(random, BEGIN + 2 * DAY, admin?.id ?? null, ended === undefined ? 0 : 1, ended),
    });
  }
}

function addChecks({ story: { batch }, random }: Setting, associationId: string, by: string): void {
  for (const half of [1, 2, 3]) {
    const at = BEGIN + half * 182 * DAY;
    const itemsTotal = random.int(12, 20);
    batch.add(ConductCheck, {
      associationId,
      periodFrom: day(at - 181 * DAY),
      periodTo: day(at),
      itemsTotal,
      itemsMet: itemsTotal - random.int(0, 6),
      checkedOn: day(at + 10 * DAY),
      voidedAt: null,
      ...made(random, at + 10 * DAY, by),
    });
  }
}

const order: readonly ConductBreachStatus[] = [
  'REPORTED',
  'IN_REVIEW',
  'RESOLVED',
  'APPEALED',
  'IN_APPEAL_REVIEW',
  'UPHELD',
];
const stepOf = (status: ConductBreachStatus): number =>
  order.indexOf(status === 'DISMISSED' ? 'RESOLVED' : status === 'OVERTURNED' ? 'UPHELD' : status);

/** Reported by a field worker, decided by the second case manager: the first and the supervisor can look at the appeal. */
function addBreach({ story, random, text, team }: Setting, associationId: string, status: ConductBreachStatus): void {
  const step = stepOf(status);
  const reported = END - (step === 0 ? random.int(2, 9) : random.int(60, 300)) * DAY;
  const [reporter] = team.staff.get('field-worker') ?? [];
  const [first, second] = team.staff.get('case-manager') ?? [];
  const [supervisor] = team.staff.get('supervisor') ?? [];
  const decider = second?.id ?? null;
  const dataKeyId = newDataKey({ random, batch: story.batch }, reported);
  story.batch.add(ConductBreach, {
    associationId,
    category: random.pick(ConductCategory.codes),
    severity: random.pick(ConductSeverity.codes),
    roleOfPerson: random.pick(ConductPersonRole.codes),
    reportedOn: day(reported),
    note: random.chance(0.9) ? random.pick(text.notes) : null,
    status,
    reviewerId: step === 0 ? null : status === 'IN_REVIEW' ? (first?.id ?? null) : decider,
    decidedById: step < 2 ? null : decider,
    decidedAt: step < 2 ? null : instant(reported + 14 * DAY),
    decision: step < 2 ? null : random.pick(text.decisions),
    appealReason: step < 3 ? null : random.pick(text.appeals),
    appealReviewerId: step < 4 ? null : (first?.id ?? null),
    appealDecidedById: step < 5 ? null : (supervisor?.id ?? null),
    appealDecidedAt: step < 5 ? null : instant(reported + 40 * DAY),
    appealDecision: step < 5 ? null : (text.appealDecisions[status === 'UPHELD' ? 0 : 1] ?? null),
    dataKeyId,
    ...made(random, reported, reporter?.id ?? null, step, reported + 8 * step * DAY),
  });
}
