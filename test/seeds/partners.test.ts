/** The demonstration data tell of joint activities as the rules allow, in every country. */
import { PartnerPart } from '../../src/domain/activity/activity-partner.codes';
import { ActivityPartner } from '../../src/domain/activity/activity-partner.entity';
import { AdvocacyActivity } from '../../src/domain/advocacy/advocacy-activity.entity';
import { OutreachActivity } from '../../src/domain/outreach/outreach-activity.entity';
import { Training } from '../../src/domain/training/training.entity';
import { countries, tell } from './told';

describe.each(countries)('of %s', (code) => {
  const told = tell(code);
  const partners = told.of(ActivityPartner);
  const activities = [...told.of(Training), ...told.of(OutreachActivity), ...told.of(AdvocacyActivity)];
  const keepers = new Map(activities.map(({ id, organisationId }) => [id, organisationId]));
  const linksOf = (row: (typeof partners)[number]): string[] =>
    [row.trainingId, row.outreachActivityId, row.advocacyActivityId].filter((id) => id !== null);

  it('each kind of activity has joint ones, and every part is played', () => {
    for (const link of ['trainingId', 'outreachActivityId', 'advocacyActivityId'] as const)
      expect([link, partners.filter((row) => row[link] !== null).length > 5]).toEqual([link, true]);
    const played = new Set(partners.flatMap(({ parts }) => parts));
    expect(PartnerPart.codes.filter((part) => !played.has(part))).toEqual([]);
  });

  it('each is of one activity, of the organisation that keeps it, by another one, once', () => {
    const wrong = partners.filter((row) => {
      const [id = '', ...more] = linksOf(row);
      return more.length > 0 || keepers.get(id) !== row.organisationId || row.partnerId === row.organisationId;
    });
    expect(wrong).toEqual([]);
    const pairs = partners.map((row) => `${linksOf(row).join()} ${row.partnerId}`);
    expect(pairs.length).toBe(new Set(pairs).size);
  });
});
