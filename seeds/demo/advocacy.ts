/** Advocacy, and how far it has come. */
import { AdvocacyActivity, AdvocacyStageReached } from '../../src/domain/advocacy/advocacy-activity.entity';
import type { AdvocacyStage } from '../../src/domain/advocacy/advocacy.codes';
import { drawOrganiser, putRight } from './activity';
import { addEvidence } from './allies';
import { made, type Row } from './batch';
import { BEGIN, between, day, DAY, END } from './calendar';
import { drawIntervention } from './knowledge';
import { Deck } from './random';
import type { Story } from './story';

const counts = {
  PLANNED: 2,
  AGENDA: 8,
  DRAFTED: 7,
  TABLED: 8,
  ADOPTED: 6,
  IMPLEMENTED: 4,
  ENFORCED: 2,
  REJECTED: 3,
  BLOCKED: 3,
  REVERSED: 1,
};

const way: readonly AdvocacyStage[] = ['AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED', 'ENFORCED'];

/** The stages that lead to one, itself the last. */
function wayTo(stage: AdvocacyStage): readonly AdvocacyStage[] {
  if (stage === 'REJECTED') return [...way.slice(0, 3), stage];
  if (stage === 'BLOCKED') return [...way.slice(0, 2), stage];
  if (stage === 'REVERSED') return [...way.slice(0, 5), stage];
  return stage === 'PLANNED' ? [stage] : way.slice(0, way.indexOf(stage) + 1);
}

export function addAdvocacy(story: Story): void {
  const { random, batch, world } = story;
  const { kind, level, outcome, title, target, ask } = story
    .deck('advocacy', () => new Deck(random, world.text.advocacy))
    .draw();
  const stage = story.deck<AdvocacyStage>('stages', () => Deck.of<AdvocacyStage>(random, counts)).draw();
  const stages = wayTo(stage);
  const changes = stages.length - 1;
  // What has come far began long ago; what is planned was recorded of late.
  const since = stage === 'PLANNED' ? END - 30 * DAY : BEGIN;
  const began = between(random, since, END - (stage === 'PLANNED' ? 2 : 20 + 60 * changes) * DAY);
  const { team, by } = drawOrganiser(story);
  const changedAt = changes === 0 ? began : between(random, began + 20 * changes * DAY, END);
  const results = world.text.results[stage];
  const activity = batch.add(AdvocacyActivity, {
    organisationId: team.id,
    title,
    kind,
    level,
    outcome,
    target,
    ask,
    stance: 'FOR',
    stage,
    activityOn: day(stage === 'PLANNED' ? END + random.int(10, 60) * DAY : began),
    interventionId: drawIntervention(story, team.id),
    evidenceCases: random.chance(0.4) ? random.int(5, 40) : null,
    resultNote: results && random.chance(0.7) ? random.pick(results) : null,
    voidedReason: null,
    voidedAt: null,
    ...made(random, began, by.id, changes, changedAt),
  });
  addStages(story, activity, stages, began, changedAt);
  addEvidence(story, activity);
  putRight(story, AdvocacyActivity, activity, {
    ...{ by, organisationId: team.id, actions: ['recordAdvocacyActivity', 'updateAdvocacyActivity'] },
    before: { evidenceCases: activity.evidenceCases === null ? 5 : activity.evidenceCases + 10 },
  });
}

function addStages(
  { batch, aside, world }: Story,
  { id: activityId, createdById, resultNote, stage: last }: Row<AdvocacyActivity>,
  stages: readonly AdvocacyStage[],
  began: number,
  until: number,
): void {
  const step = (until - began) / Math.max(1, stages.length - 1);
  stages.forEach((stage, nth) => {
    const at = Math.round(began + step * nth);
    const earlier = world.text.results[stage];
    batch.add(AdvocacyStageReached, {
      activityId,
      stage,
      reachedOn: day(at),
      resultNote: stage === last ? resultNote : earlier ? aside.pick(earlier) : null,
      takenBackReason: null,
      voidedAt: null,
      ...made(aside, at, createdById),
    });
  });
}
