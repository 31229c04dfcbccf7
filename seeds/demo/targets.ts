/** What indicators are to reach: of the country, of a province, of an organisation, and what who funds it is to be told. */
import { periodAt, previous, type Period } from '../../src/base/period/period';
import type { YearTypeCode } from '../../src/base/period/type';
import { standsFor } from '../../src/domain/indicator/target/indicator-target.checks';
import { IndicatorTarget } from '../../src/domain/indicator/target/indicator-target.entity';
import { plan } from '../text/allies';
import { made } from './batch';
import { BEGIN, between, day, DAY, END, instant } from './calendar';
import type { Story } from './story';

/** An indicator, and what it is to reach in a year, in hundredths. */
const programme = [
  ['I04', 8500],
  ['I08', 1_200_000],
  ['I10', 7000],
  ['I13', 8000],
  ['I18', 6000],
] as const;

/** Of whose funds a donor’s targets are, and by which years it counts. */
export interface Funded {
  readonly id: string;
  readonly financialYear: YearTypeCode;
}

type Of = Partial<Pick<IndicatorTarget, 'organisationId' | 'provinceId' | 'fundingStreamId'>>;

export function addTargets(story: Story, funded: Funded): void {
  const [team] = story.world.partners;
  const officer = team?.staff.get('me-officer')?.[0]?.id ?? null;
  const admin = team?.staff.get('partner-admin')?.[0]?.id ?? null;
  for (const year of lastYears('YEAR')) {
    for (const [code, value] of programme) addTarget(story, code, year, value, {}, officer);
    if (!team) continue;
    addTarget(story, 'I08', year, 300_000, { provinceId: team.provinceId }, officer);
    addTarget(story, 'I08', year, 150_000, { organisationId: team.id }, admin);
  }
  for (const year of lastYears(funded.financialYear))
    addTarget(story, 'I08', year, 900_000, { fundingStreamId: funded.id }, officer);
}

/** The year that the demonstration ends in, and the two before. */
function lastYears(type: YearTypeCode): readonly Period[] {
  const running = periodAt(day(END), type);
  const before = running && previous(running);
  return [before && previous(before), before, running].filter((one) => one !== null);
}

function addTarget(story: Story, code: string, period: Period, value: number, of: Of, by: string | null): void {
  const random = story.apart('targets');
  const at = between(random, BEGIN, BEGIN + 90 * DAY);
  const what = { indicatorCode: code, period: period.name };
  story.batch.add(IndicatorTarget, {
    ...what,
    ...{ startsOn: period.from, endsOn: period.to, valueHundredths: value },
    ...{ organisationId: null, provinceId: null, fundingStreamId: null, ...of },
    note: of.fundingStreamId ? plan[story.world.country.defaultLocale] : null,
    ...{ setById: by, setAt: instant(at), standsFor: standsFor({ ...what, ...of }), voidedAt: null },
    ...made(random, at, by),
  });
}
