/** The demonstration data tell of outreach and of services without a case as the rules allow. */
import { hasCheckLetter } from '../../src/base/typed-number';
import { categoryOfService } from '../../src/domain/casework/referral/service-type.codes';
import { OutreachActivity, OutreachReach } from '../../src/domain/outreach/outreach-activity.entity';
import {
  OutreachStatus,
  OutreachTopic,
  OutreachType,
  ReachKind,
  SupplyKind,
} from '../../src/domain/outreach/outreach.codes';
import { SupplyDistribution } from '../../src/domain/outreach/supply-distribution.entity';
import { ServiceSlip } from '../../src/domain/service-slip/service-slip.entity';
import { ServiceSlipStatus } from '../../src/domain/service-slip/service-slip.codes';
import type { CodeList } from '../../src/model/codelist';
import { outreachTexts } from '../../seeds/text/outreach';
import { END, day } from '../../seeds/demo/calendar';
import { breaking } from './keeping';
import { by, countries, tell } from './told';

const unused = (list: CodeList, values: readonly string[]): string[] =>
  list.codes.filter((code) => !values.includes(code));

describe.each(countries)('of %s', (code) => {
  const told = tell(code);
  const activities = told.of(OutreachActivity);
  const groups = by(told.of(OutreachReach), 'activityId');
  const today = day(END);

  it('there is outreach of every form, on every topic, in every state, and every supply', () => {
    expect(activities.length).toBeGreaterThan(40);
    expect(
      unused(
        OutreachType,
        activities.map(({ type }) => type),
      ),
    ).toEqual([]);
    expect(
      unused(
        OutreachTopic,
        activities.flatMap(({ topics }) => topics),
      ),
    ).toEqual([]);
    expect(
      unused(
        OutreachStatus,
        activities.map(({ status }) => status),
      ),
    ).toEqual([]);
    expect(
      unused(
        ReachKind,
        told.of(OutreachReach).map(({ kind }) => kind),
      ),
    ).toEqual([]);
    expect(
      unused(
        SupplyKind,
        told.of(SupplyDistribution).map(({ kind }) => kind),
      ),
    ).toEqual([]);
    expect(
      unused(
        ServiceSlipStatus,
        told.of(ServiceSlip).map(({ status }) => status),
      ),
    ).toEqual([]);
  });

  it('what was held lies behind and reached somebody; nothing came yet of what was not', () => {
    const rule = ({ id, status, heldOn, resultingCases, resultNote }: (typeof activities)[number]): boolean => {
      const isHeld = status === 'HELD';
      const came = resultingCases !== null || resultNote !== null;
      return groups.has(id) === isHeld && (status === 'PLANNED') === heldOn > today && (isHeld || !came);
    };
    expect(breaking(activities, rule)).toEqual([]);
  });

  it('each group is counted once, with as many contacts as people at least', () => {
    for (const all of groups.values()) {
      const names = all.map(({ genderIdentity, ageBand, kind }) => `${genderIdentity} ${ageBand} ${kind}`);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(breaking(told.of(OutreachReach), ({ people, contacts }) => contacts >= people)).toEqual([]);
  });

  it('a slip has a number that checks itself, is for a service of its kind, and was used after it was given', () => {
    const rule = ({ number, category, serviceType, givenOn, confirmedUsedOn, status }: ServiceSlip): boolean =>
      hasCheckLetter(number) &&
      (serviceType === null || categoryOfService[serviceType] === category) &&
      (status === 'USED') === (confirmedUsedOn !== null) &&
      (confirmedUsedOn ?? today) >= givenOn;
    expect(breaking(told.of(ServiceSlip), rule)).toEqual([]);
    expect(told.of(ServiceSlip).length).toBeGreaterThan(40);
  });
});

it('every form of outreach has words in both languages', () => {
  for (const { activities } of Object.values(outreachTexts)) {
    expect(
      unused(
        OutreachType,
        activities.map(({ type }) => type),
      ),
    ).toEqual([]);
    expect(activities.filter(({ title }) => title === '')).toEqual([]);
  }
});
