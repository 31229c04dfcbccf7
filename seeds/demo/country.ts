/** All demonstration data of a country, batch by batch and the same each time. */
import { addAdvocacy } from './advocacy';
import { addAlerts } from './alert';
import { addAllies, addAllyActions } from './allies';
import type { Batch } from './batch';
import { BEGIN, END, HOUR, officeTime } from './calendar';
import { addCase } from './case';
import { addOwnComplaints } from './complaint';
import { addDirectory } from './directory';
import { addMaterials } from './material';
import { addMinistryReleases } from './ministry';
import { addAdoptions } from './police';
import { addInvolvements } from './leaders';
import { addMovement } from './movement';
import { addOutreach, addServiceSlip } from './outreach';
import { addExports } from './export';
import { addImports } from './import';
import { addKnowledge } from './knowledge';
import { addLock } from './lock';
import { addPartners } from './partner';
import { addRoster } from './roster';
import { Story } from './story';
import { addTraining } from './training';

/** What there is of everything at scale 1. */
export const VOLUMES = { cases: 190, trainings: 48, advocacy: 46, outreach: 72, slips: 60 };

/** Cases in a batch: so few that their rows are written and forgotten before the garbage collector has to move them. */
const CASES_AT_ONCE = 20;

export function* tellCountry(code: string, scale: number): Generator<Batch> {
  const story = new Story(code);
  const [cases, trainings, advocacy] = [VOLUMES.cases, VOLUMES.trainings, VOLUMES.advocacy].map((count) =>
    Math.ceil(count * scale),
  ) as [number, number, number];
  const [outreach, slips] = [Math.ceil(VOLUMES.outreach * scale), Math.ceil(VOLUMES.slips * scale)];
  addDirectory(story);
  addRoster(story);
  addAlerts(story);
  addMaterials(story);
  addAdoptions(story);
  addMovement(story);
  addKnowledge(story);
  addAllies(story);
  addImports(story);
  addExports(story);
  addLock(story);
  addMinistryReleases(story);
  yield story.take();
  for (let nth = 0; nth < cases; nth++) {
    addCase(story, openedAt(story, nth, cases));
    // Spread over the batches, so that none of them is large.
    for (let more = due(nth, cases, trainings); more > 0; more--) addTraining(story);
    for (let more = due(nth, cases, advocacy); more > 0; more--) addAdvocacy(story);
    for (let more = due(nth, cases, outreach); more > 0; more--) addOutreach(story);
    for (let more = due(nth, cases, slips); more > 0; more--) addServiceSlip(story);
    if ((nth + 1) % CASES_AT_ONCE !== 0) continue;
    addPartners(story);
    yield story.take();
  }
  addOwnComplaints(story);
  addInvolvements(story);
  addAllyActions(story);
  addPartners(story);
  story.inventor.tellTheRest(story, scale);
  yield story.take();
}

/** Cases come one after another, somewhat more of them each month; some of them at night. */
function openedAt({ random }: Story, nth: number, of: number): number {
  const share = ((nth + random.unit()) / of) ** 0.8;
  const at = Math.floor(BEGIN + share * (END - 12 * HOUR - BEGIN));
  return random.chance(0.85) ? officeTime(random, at) : at;
}

/** How many of `total` fall to the n-th of `of` steps. */
const due = (nth: number, of: number, total: number): number =>
  Math.floor(((nth + 1) * total) / of) - Math.floor((nth * total) / of);
