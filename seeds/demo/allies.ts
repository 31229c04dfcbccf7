/** Allies and what they did, and what advocacy rests on. */
import { AdvocacyEvidenceKind } from '../../src/domain/advocacy/advocacy-evidence.codes';
import { AdvocacyEvidence } from '../../src/domain/advocacy/advocacy-evidence.entity';
import type { AdvocacyActivity } from '../../src/domain/advocacy/advocacy-activity.entity';
import { ActivityLevel, LongTermOutcome } from '../../src/domain/activity/activity.codes';
import { AllyAction } from '../../src/domain/ally/ally-action.entity';
import { AllyActionKind } from '../../src/domain/ally/ally.codes';
import { Ally } from '../../src/domain/ally/ally.entity';
import { allyDeeds, allyNames, note, proofs } from '../text/allies';
import { made, type Row } from './batch';
import { BEGIN, between, day, DAY, END } from './calendar';
import type { Story } from './story';
import type { Colleague, Team } from './world';

/** Who records what is no case: the first case manager, or whoever the organisation has. */
export const recorderOf = ({ staff }: Team): Colleague =>
  (staff.get('case-manager') ?? [...staff.values()].flat())[0] as Colleague;

/** Whoever works with people meets allies and learns of new ways first. */
export const peerOf = (team: Team): Colleague => team.staff.get('field-worker')?.[0] ?? recorderOf(team);

/** As much of it as is needed, whatever the scale. */
const REMEMBERED = 200;
const advocacyOf = (story: Story): Pick<AdvocacyActivity, 'id' | 'organisationId'>[] =>
  story.once('advocacy that allies serve', () => []);
const alliesOf = (story: Story): Row<Ally>[] => story.once('allies', () => []);

/** Each partner has an ally of every second kind at least; some ended. */
export function addAllies(story: Story): void {
  const random = story.apart('allies');
  const { partners, country, districts } = story.world;
  partners.forEach((team, nth) => {
    allyNames.forEach(([allyType, name], at) => {
      const by = at < 2 ? peerOf(team) : recorderOf(team);
      if (nth > 0 && (at + nth) % 2 === 0) return;
      const since = between(random, BEGIN, END - 120 * DAY);
      const hasEnded = (at + nth) % 7 === 6;
      const ally = story.batch.add(Ally, {
        organisationId: team.id,
        name: name[country.defaultLocale],
        allyType,
        level: allyType === 'NATIONAL_AUTHORITY' || allyType === 'GOVERNMENT' ? 'NATIONAL' : 'COMMUNITY',
        districtId: at % 2 === 0 ? random.pick(team.districts.length > 0 ? team.districts : districts).id : null,
        engagedOn: day(since),
        mouSignedOn: at % 3 === 0 ? day(since + 40 * DAY) : null,
        endedOn: hasEnded ? day(since + 100 * DAY) : null,
        note: at % 4 === 1 ? note[country.defaultLocale] : null,
        voidedAt: null,
        ...made(random, since, by.id, hasEnded ? 1 : 0, since + 100 * DAY),
      });
      alliesOf(story).push(ally);
    });
  });
}

/** What the allies did, told when all advocacy is: some of it served some. */
export function addAllyActions(story: Story): void {
  const random = story.apart('ally actions');
  const { defaultLocale } = story.world.country;
  alliesOf(story).forEach((ally, nth) => {
    const advocacy = advocacyOf(story).filter(({ organisationId }) => organisationId === ally.organisationId);
    const until = ally.endedOn === null ? END : Date.parse(ally.endedOn);
    for (let deed = 0; deed < 1 + (nth % 3); deed++) {
      const at = between(random, Date.parse(ally.engagedOn) + DAY, until);
      const kind = random.pick(AllyActionKind.codes);
      story.batch.add(AllyAction, {
        allyId: ally.id,
        actedOn: day(at),
        kind,
        description: allyDeeds[kind][defaultLocale],
        evidenceUrl: random.chance(0.4) ? `https://www.example.org/allies/${nth}-${deed}` : null,
        level: ally.level,
        outcome: random.pick(LongTermOutcome.codes),
        advocacyActivityId: advocacy.length > 0 && random.chance(0.4) ? random.pick(advocacy).id : null,
        voidedAt: null,
        ...made(random, at, ally.createdById),
      });
    }
  });
}

/** What an advocacy activity rests on; two of three have something. */
export function addEvidence(story: Story, activity: Row<AdvocacyActivity>): void {
  const random = story.apart('advocacy evidence');
  const { id, organisationId } = activity;
  if (advocacyOf(story).length < REMEMBERED) advocacyOf(story).push({ id, organisationId });
  if (random.chance(0.33)) return;
  const at = Date.parse(activity.createdAt);
  for (const kind of random.some(AdvocacyEvidenceKind.codes, random.int(1, 2))) {
    story.batch.add(AdvocacyEvidence, {
      activityId: activity.id,
      kind,
      description: proofs[kind][story.world.country.defaultLocale],
      url: kind === 'COUNT_OF_CASES' ? null : `https://www.example.org/evidence/${random.int(100, 999)}`,
      caseCount: kind === 'COUNT_OF_CASES' ? random.int(5, 60) : null,
      voidedAt: null,
      ...made(random, at, activity.createdById),
    });
  }
}

/** A level that is drawn: most of it is of the community and the country. */
export const levelAt = (nth: number): ActivityLevel =>
  ActivityLevel.codes[[0, 1, 0, 1, 2, 0, 1, 3][nth % 8] ?? 0] ?? 'COMMUNITY';
