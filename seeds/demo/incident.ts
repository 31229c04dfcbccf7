/** Incidents: coded as the accounts of them say. */
import type { ViolationType } from '../../src/domain/casework/incident/violation-type.codes';
import { codesOf } from '../../src/domain/casework/incident/incident.derived';
import { Incident } from '../../src/domain/casework/incident/incident.entity';
import { IncidentInjury, IncidentNarrative } from '../../src/domain/casework/incident/incident-narrative.entity';
import type { NarrativeText } from '../text';
import { made, type Row } from './batch';
import { instant } from './calendar';
import { addDetail, drawOccurrence, monthOf } from './incident-detail';
import { addPerpetrators, type ToldPerpetrators } from './perpetrator';
import { Deck } from './random';
import type { Story } from './story';
import type { Colleague, Place, Team } from './world';

/** What of its case an incident needs. */
export interface CaseOf {
  readonly id: string;
  readonly dataKeyId: string;
  readonly anonymous: boolean;
  readonly consentReporting: boolean;
  /** Who records it. */
  readonly team: Team;
  /** Where the organisation works. */
  readonly near: readonly Place[];
}

/** An incident with its province, as far as its place is known, and those alleged to have done it. */
export interface ToldIncident {
  readonly row: Row<Incident>;
  readonly provinceId: string | null;
  readonly perpetrators: ToldPerpetrators;
}

const injuring: ReadonlySet<ViolationType> = new Set<ViolationType>([
  'BEATING',
  'WEAPON_THREAT_OR_USE',
  'RESTRAINT_OR_ABDUCTION',
  'RAPE',
  'GANG_RAPE',
  'SEXUAL_ASSAULT',
]);

export function addIncident(story: Story, of: CaseOf, by: Colleague, reportedAt: number): ToldIncident {
  const { random, batch, world } = story;
  const told = drawNarrative(story, of.anonymous);
  const place = random.chance(0.75) && of.near.length > 0 ? random.pickEarly(of.near) : random.pick(world.districts);
  const occurrence = drawOccurrence(story, reportedAt);
  const elsewhere = random.chance(0.07) ? another(world.partners, random.pick(world.partners), of.team) : undefined;
  const violationTypes = [...told.violationTypes];
  const row = batch.add(Incident, {
    caseId: of.id,
    occurredMonth: monthOf(occurrence),
    reportedAt: instant(reportedAt),
    districtId: random.chance(0.03) ? null : place.id,
    locationType: told.locationType,
    violationTypes,
    previousIncidents: random.chance(0.1) ? null : random.chance(0.45),
    reportedElsewhere: elsewhere !== undefined,
    reportedElsewhereTo: elsewhere?.name ?? null,
    consentReporting: of.consentReporting,
    voidedAt: null,
    ...codesOf({ violationTypes }),
    ...made(random, reportedAt, by.id),
  });
  const setting = { caseId: of.id, incidentId: row.id, dataKeyId: of.dataKeyId, told, place, by, reportedAt };
  addDetail(story, setting, occurrence);
  const sealed = { caseId: of.id, incidentId: row.id, dataKeyId: of.dataKeyId };
  let narrative: Row<IncidentNarrative> | undefined;
  if (random.chance(0.9)) {
    const text = told.text.replaceAll('{place}', place.name).replaceAll('{time}', world.text.times[occurrence.time]);
    narrative = batch.add(IncidentNarrative, { text, ...sealed, ...made(random, reportedAt, by.id) });
  }
  if (told.violationTypes.some((violation) => injuring.has(violation)) && random.chance(0.65)) {
    const description = random.pick(world.text.injuries);
    batch.add(IncidentInjury, { description, ...sealed, ...made(random, reportedAt, by.id) });
  }
  const perpetrators = addPerpetrators(story, setting);
  if (narrative) tellOfOthers(story, narrative, perpetrators);
  return { row, provinceId: row.districtId && place.provinceId, perpetrators };
}

/** Another organisation than the one that records it. */
const another = (partners: readonly Team[], drawn: Team, own: Team): Team =>
  drawn.id === own.id ? (partners[(partners.indexOf(drawn) + 1) % partners.length] ?? drawn) : drawn;

/** The account tells of everybody who is alleged to have been in it. */
function tellOfOthers({ world }: Story, narrative: Row<IncidentNarrative>, [, ...others]: ToldPerpetrators): void {
  const said = others.flatMap(({ category }) => world.text.companions.filter((told) => told.category === category));
  Object.assign(narrative, { text: [narrative.text, ...said.map(({ text }) => text)].join(' ') });
}

const frequent: ReadonlySet<string> = new Set(['CLIENT', 'POLICE_OFFICER', 'INTIMATE_PARTNER']);

/** Clients, police and partners come up more often than the others. A homicide is reported by others than the survivor. */
const drawNarrative = (story: Story, anonymous: boolean): NarrativeText =>
  story
    .deck(`narratives ${anonymous ? 'of anonymous cases' : ''}`, () => {
      const fitting = story.world.text.narratives.filter(
        (told) => anonymous || !told.violationTypes.includes('HOMICIDE'),
      );
      const weight = (told: NarrativeText): number => (frequent.has(told.perpetratorCategory) ? 3 : 1);
      return new Deck(
        story.random,
        fitting.flatMap((told) => Array<NarrativeText>(weight(told)).fill(told)),
      );
    })
    .draw();
