/** Who is on call for emergency alerts: last week, from yesterday on, and a shift that was cancelled. */
import type { OnCallTurn } from '../../src/domain/casework/alert/emergency-alert.codes';
import { OnCallShift } from '../../src/domain/casework/alert/on-call-shift.entity';
import { knownCountry } from '../../src/installation/country-definition';
import { placeId } from '../../src/installation/place-id';
import { made } from './batch';
import { DAY, END, instant } from './calendar';
import type { Story } from './story';
import type { Colleague, Team } from './world';

export function addRoster(story: Story): void {
  const random = story.apart('roster');
  const codes = codesOf(story.world.country.code);
  for (const team of story.world.partners) {
    for (const { who, turn, from, days, cancelled = false, districts = [] } of shiftsOf(team, codes)) {
      const [supervisor] = team.staff.get('supervisor') ?? [];
      const at = END + from * DAY;
      story.batch.add(OnCallShift, {
        organisationId: team.id,
        memberId: who.id,
        turn,
        districtCodes: [...districts],
        startsAt: instant(at),
        endsAt: instant(at + days * DAY),
        status: cancelled ? 'CANCELLED' : 'PLANNED',
        ...made(random, Math.min(at, END) - 10 * DAY, supervisor?.id ?? null, cancelled ? 1 : 0, END - DAY),
      });
    }
  }
}

interface ToldShift {
  readonly who: Colleague;
  readonly turn: OnCallTurn;
  /** Days from the end of the demonstration data. */
  readonly from: number;
  readonly days: number;
  readonly cancelled?: boolean;
  readonly districts?: readonly string[];
}

function shiftsOf(team: Team, codes: ReadonlyMap<string, string>): ToldShift[] {
  const [worker, second, third] = team.staff.get('field-worker') ?? [];
  const [manager] = team.staff.get('case-manager') ?? [];
  const [supervisor] = team.staff.get('supervisor') ?? [];
  if (!worker || !second || !third || !manager || !supervisor) return [];
  const district = codes.get(team.districts.at(-1)?.id ?? '');
  return [
    { who: second, turn: 'FIRST', from: -8, days: 7 },
    { who: manager, turn: 'SECOND', from: -8, days: 7 },
    { who: worker, turn: 'FIRST', from: -1, days: 14 },
    { who: manager, turn: 'SECOND', from: -1, days: 14 },
    { who: third, turn: 'FIRST', from: -1, days: 14, districts: district ? [district] : [] },
    { who: supervisor, turn: 'SECOND', from: 13, days: 7 },
    { who: second, turn: 'FIRST', from: 13, days: 7, cancelled: true },
  ];
}

/** Codes of the districts of a country, by their ids. */
const codesOf = (country: string): ReadonlyMap<string, string> =>
  new Map(
    knownCountry(country)?.provinces.flatMap(({ districts }) =>
      districts.map(({ code }) => [placeId(country, code), code] as const),
    ),
  );
