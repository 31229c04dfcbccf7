/** Releases of exact numbers to the health ministry: one that was revoked, and one that stands. */
import { daysAfter } from '../../src/base/calendar';
import type { IndicatorDimension } from '../../src/domain/indicator/indicator.dimensions';
import { MinistryRelease } from '../../src/domain/ministry-release/ministry-release.entity';
import { made } from './batch';
import { BEGIN, between, day, DAY, END, instant } from './calendar';
import type { Story } from './story';

const words = {
  ministry: { en: 'Ministry of Health', pt: 'Ministério da Saúde' },
  reason: {
    en: 'Agreement on data with the ministry: planning of services for survivors.',
    pt: 'Acordo de dados com o ministério: planeamento de serviços para pessoas sobreviventes.',
  },
} as const;

interface Released {
  readonly indicatorCodes: readonly string[];
  readonly by: readonly IndicatorDimension[];
  readonly at: number;
  readonly revokedAt: number | null;
}

const released: readonly Released[] = [
  { indicatorCodes: ['I03'], by: [], at: BEGIN + 200 * DAY, revokedAt: BEGIN + 320 * DAY },
  {
    indicatorCodes: ['I03', 'I08', 'I10'],
    by: ['PROVINCE', 'VIOLENCE_TYPE'],
    at: END - 40 * DAY,
    revokedAt: null,
  },
];

export function addMinistryReleases(story: Story): void {
  for (const one of released) addRelease(story, one);
}

function addRelease(story: Story, { indicatorCodes, by, at, revokedAt }: Released): void {
  const random = story.apart('ministry releases');
  const { code, defaultLocale } = story.world.country;
  const officer = story.world.partners[0]?.staff.get('privacy-officer')?.[0]?.id ?? null;
  const madeAt = between(random, at, at + 5 * DAY);
  story.batch.add(MinistryRelease, {
    ministry: words.ministry[defaultLocale],
    address: `https://dhis2.${code.toLowerCase()}.example`,
    ...{ indicatorCodes: [...indicatorCodes], by: [...by] },
    // Whole years, so that any period that the data cover lies within them.
    ...{ startsOn: `${day(BEGIN).slice(0, 4)}-01-01`, endsOn: `${day(END).slice(0, 4)}-12-31` },
    reason: words.reason[defaultLocale],
    validUntil: daysAfter(day(madeAt), 360),
    ...(revokedAt === null
      ? { status: 'IN_FORCE', revokedAt: null, ...made(random, madeAt, officer) }
      : {
          status: 'REVOKED',
          revokedAt: instant(revokedAt),
          ...made(random, madeAt, officer, 1, revokedAt),
        }),
  });
}
