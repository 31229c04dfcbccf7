/** Units that pledged a procedure and adopted it, and what checks found. */
import { AdoptionCheck } from '../../src/domain/police/adoption-check.entity';
import { foundBy, monthsBetween, scoreOf } from '../../src/domain/police/procedure-adoption.checks';
import type { AdoptionStatus } from '../../src/domain/police/procedure-adoption.codes';
import { ProcedureAdoption } from '../../src/domain/police/procedure-adoption.entity';
import { hasDuty } from '../../src/policy/rights';
import { drawOrganiser } from './activity';
import { made } from './batch';
import { BEGIN, between, day, DAY, END } from './calendar';
import { drawUnit, materialsOf } from './material';
import { Deck } from './random';
import type { Story } from './story';
import type { Colleague, Team } from './world';

const ADOPTIONS = 28;
const counts = { PLEDGED: 5, ADOPTED: 6, VERIFIED: 12, LAPSED: 5 };
const kinds = { POLICE_STATION: 9, VIOLENCE_OFFICE: 4, POLICE_COLLEGE: 1 };

export function addAdoptions(story: Story): void {
  const own = story.beside('adoptions');
  for (let nth = 0; nth < ADOPTIONS; nth++) addAdoption(own);
  story.batch.join(own.batch);
}

function addAdoption(own: Story): void {
  const { random, batch } = own;
  const status = own.deck('adoption states', () => Deck.of<AdoptionStatus>(random, counts)).draw();
  const unitKind = own.deck('adopting units', () => Deck.of<keyof typeof kinds>(random, kinds)).draw();
  const { team, by } = drawOrganiser(own);
  const checker = otherThan(team, by);
  const pledgedAt = between(random, BEGIN + 120 * DAY, END - (status === 'PLEDGED' ? 5 : 280) * DAY);
  const adoptedAt = pledgedAt + random.int(10, 60) * DAY;
  const isPledged = status === 'PLEDGED' || random.chance(0.7);
  const checks = status === 'PLEDGED' || status === 'ADOPTED' || !checker ? [] : drawChecks(own, status, adoptedAt);
  const [procedure] = materialsOf(own, ['POLICE_PROCEDURE_KEY_POPULATIONS', 'CODE_OF_CONDUCT'], pledgedAt);
  if (!procedure) return;
  const { unit, at: place } = drawUnit(own, unitKind);
  const madeAt = isPledged ? pledgedAt : adoptedAt;
  const changes = (isPledged && status !== 'PLEDGED' ? 1 : 0) + checks.length;
  const found = status === 'PLEDGED' ? { ...foundBy([]), status } : foundBy(checks);
  const row = batch.add(ProcedureAdoption, {
    organisationId: team.id,
    procedureId: procedure.id,
    unit,
    unitKind,
    districtId: unitKind === 'POLICE_COLLEGE' ? null : place.id,
    level: unitKind === 'POLICE_COLLEGE' ? 'NATIONAL' : 'COMMUNITY',
    outcome: 'LTO4',
    pledgedOn: isPledged ? day(pledgedAt) : null,
    adoptedOn: status === 'PLEDGED' ? null : day(adoptedAt),
    ...found,
    recordedById: by.id,
    voidedReason: null,
    voidedAt: null,
    ...made(random, madeAt, by.id, changes, checks.at(-1)?.at ?? adoptedAt),
  });
  for (const { at, ...told } of checks)
    batch.add(AdoptionCheck, {
      adoptionId: row.id,
      ...told,
      takenBackReason: null,
      voidedAt: null,
      ...made(random, at, checker?.id ?? null),
    });
}

/** Somebody of the team who may check what another recorded. */
const otherThan = ({ staff }: Team, { id }: Colleague): Colleague | undefined =>
  [...staff.values()].flat().find((other) => other.id !== id && hasDuty('verification', other.role));

/** One check, or two half a year apart; the last one finds what the adoption stands at. */
function drawChecks({ random, world }: Story, status: AdoptionStatus, adoptedAt: number) {
  const first = adoptedAt + random.int(60, 120) * DAY;
  const times = random.chance(0.4) ? [first] : [first, Math.min(first + random.int(90, 200) * DAY, END - DAY)];
  const [fallen, well] = [world.text.checkNotes[1] ?? null, world.text.checkNotes.filter((_, nth) => nth !== 1)];
  return times.map((at, nth) => {
    const inPractice = nth < times.length - 1 || status === 'VERIFIED';
    const itemsTotal = random.chance(0.6) ? 12 : null;
    const itemsMet = itemsTotal === null ? null : inPractice ? random.int(8, 12) : random.int(1, 5);
    const told = random.chance(0.5) ? (inPractice ? random.int(65, 100) : random.int(5, 40)) : null;
    return {
      ...{ at, checkedOn: day(at), inPractice, itemsMet, itemsTotal },
      complianceScore: scoreOf({ itemsMet, itemsTotal, complianceScore: told }),
      monthsSinceAdoption: monthsBetween(day(adoptedAt), day(at)),
      note: random.chance(0.6) ? (inPractice ? random.pick(well) : fallen) : null,
    };
  });
}
