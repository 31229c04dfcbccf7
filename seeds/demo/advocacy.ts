/** Advocacy, and how far it has come. */
import { AdvocacyActivity } from '../../src/domain/advocacy/advocacy-activity.entity';
import type { AdvocacyStage } from '../../src/domain/advocacy/advocacy.codes';
import { drawOrganiser } from './activity';
import { made } from './batch';
import { BEGIN, between, day, DAY, END } from './calendar';
import { Deck } from './random';
import type { Story } from './story';

const counts = {
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

/** Steps that lead to a stage from the agenda. */
const steps: Readonly<Record<AdvocacyStage, number>> = {
  AGENDA: 0,
  DRAFTED: 1,
  TABLED: 2,
  ADOPTED: 3,
  IMPLEMENTED: 4,
  ENFORCED: 5,
  REJECTED: 3,
  BLOCKED: 2,
  REVERSED: 5,
};

export function addAdvocacy(story: Story): void {
  const { random, batch, world } = story;
  const { kind, level, outcome, title, target, ask } = story
    .deck('advocacy', () => new Deck(random, world.text.advocacy))
    .draw();
  const stage = story.deck<AdvocacyStage>('stages', () => Deck.of<AdvocacyStage>(random, counts)).draw();
  const changes = steps[stage];
  // What has come far began long ago.
  const began = between(random, BEGIN, END - (20 + 60 * changes) * DAY);
  const { team, by } = drawOrganiser(story);
  const changedAt = changes === 0 ? began : between(random, began + 20 * changes * DAY, END);
  batch.add(AdvocacyActivity, {
    organisationId: team.id,
    title,
    kind,
    level,
    outcome,
    target,
    ask,
    stage,
    activityOn: day(began),
    evidenceCases: random.chance(0.4) ? random.int(3, 40) : null,
    resultNote: changes > 0 && random.chance(0.7) ? random.pick(world.text.results) : null,
    ...made(random, began, by.id, changes, changedAt),
  });
}
