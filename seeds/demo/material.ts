/** Manuals, procedures and codes of conduct, in two editions, and to whom they were given. */
import { Dissemination } from '../../src/domain/material/dissemination.entity';
import type { DisseminationChannel, MaterialKind, RecipientKind } from '../../src/domain/material/material.codes';
import { Material } from '../../src/domain/material/material.entity';
import { mayUse } from '../../src/policy/rights';
import type { TrainingText } from '../text';
import { drawOrganiser } from './activity';
import { made, type Row } from './batch';
import { BEGIN, between, day, DAY, END } from './calendar';
import { Deck } from './random';
import type { Story } from './story';
import type { Place } from './world';

const GIVEN = 36;

const channels = { PRINT: 14, TRAINING: 9, DIGITAL: 6, RADIO: 3, OTHER: 2 };
const recipients = { POLICE_STATION: 16, POLICE_COLLEGE: 4, VIOLENCE_OFFICE: 6, HEALTH_FACILITY: 5, OTHER: 2 };

/** Everything that was issued in the country, the oldest first. */
const issued = (story: Story): Row<Material>[] => story.once('materials', () => []);

export function addMaterials(story: Story): void {
  const own = story.beside('materials');
  for (const [edition, since] of [
    ['1', BEGIN + DAY],
    ['2', BEGIN + 250 * DAY],
  ] as const)
    own.world.text.materials.forEach((_, nth) => issue(own, nth, edition, since + nth * 9 * DAY));
  for (let nth = 0; nth < GIVEN; nth++) give(own);
  story.batch.join(own.batch);
}

/** Curricula and what is translated have one edition so far; a second one takes the place of the first. */
function issue(own: Story, nth: number, edition: '1' | '2', at: number): void {
  const { random, batch, world } = own;
  const told = world.text.materials[nth];
  const [team] = world.partners;
  const by = [...(team?.staff.values() ?? [])].flat().find(({ role }) => mayUse(role, 'MATERIAL', 'write'));
  if (!told || !team || !by || (edition === '2' && nth > 2)) return;
  const former = issued(own).find(({ title }) => title === told.title);
  const row = batch.add(Material, {
    organisationId: team.id,
    ...told,
    edition,
    issuedOn: day(at),
    url: random.chance(0.5) ? `https://materials.example.org/${world.country.code.toLowerCase()}/${nth}` : null,
    supersedesId: former?.id ?? null,
    voidedReason: null,
    voidedAt: null,
    ...made(random, at, by.id),
  });
  issued(own).push(row);
}

/** What there was of these kinds by then, the newest edition first. */
export const materialsOf = (story: Story, kinds: readonly MaterialKind[], at: number): Row<Material>[] =>
  issued(story)
    .filter(({ kind, createdAt }) => kinds.includes(kind) && Date.parse(createdAt) < at)
    .reverse();

/** What a training is held with. */
export function taughtWith(story: Story, { audience }: TrainingText, at: number): string | null {
  const chance = story.apart('taught with');
  const kinds: readonly MaterialKind[] =
    audience === 'POLICE'
      ? ['POLICE_TRAINERS_MANUAL']
      : audience === 'SEX_WORKER'
        ? ['TRAINING_CURRICULUM']
        : ['OTHER'];
  const found = materialsOf(story, kinds, at)[0];
  return found && chance.chance(0.7) ? found.id : null;
}

/** A unit of a kind, and where it lies. */
export function drawUnit({ random, world }: Story, kind: RecipientKind): { readonly unit: string; readonly at: Place } {
  const at = random.pickEarly(world.districts);
  return { unit: world.text.units[kind].replace('{place}', at.name), at };
}

function give(own: Story): void {
  const { random, batch } = own;
  const at = between(random, BEGIN + 60 * DAY, END - DAY);
  const { team, by } = drawOrganiser(own);
  const channel = own.deck('channels', () => Deck.of<DisseminationChannel>(random, channels)).draw();
  const recipientKind = own.deck('recipients', () => Deck.of<RecipientKind>(random, recipients)).draw();
  const material = random.pickEarly(
    materialsOf(own, ['POLICE_TRAINERS_MANUAL', 'POLICE_PROCEDURE_KEY_POPULATIONS', 'CODE_OF_CONDUCT', 'OTHER'], at),
  );
  const { unit, at: place } = drawUnit(own, recipientKind);
  const isForAll = recipientKind === 'POLICE_COLLEGE' && random.chance(0.5);
  batch.add(Dissemination, {
    organisationId: team.id,
    materialId: material.id,
    recipientUnit: unit,
    recipientKind,
    districtId: isForAll ? null : place.id,
    copies: channel === 'PRINT' || channel === 'TRAINING' ? random.int(5, 120) : null,
    channel,
    disseminatedOn: day(at),
    level: isForAll ? 'NATIONAL' : 'COMMUNITY',
    outcome: recipientKind === 'HEALTH_FACILITY' ? 'LTO2' : 'LTO4',
    voidedReason: null,
    voidedAt: null,
    ...made(random, at, by.id),
  });
}
