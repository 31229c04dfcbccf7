/** The first whole quarter that the demonstration data cover is locked: reported, and held fast. */
import { next, periodAt } from '../../src/base/period/period';
import { versionsNow } from '../../src/domain/indicator/lock/locked.sql';
import { ReportingPeriodLock } from '../../src/domain/indicator/lock/period-lock.entity';
import { made } from './batch';
import { BEGIN, between, day, DAY, END, instant } from './calendar';
import type { Story } from './story';

const notes = { en: 'Quarterly report to the donor', pt: 'Relatório trimestral ao doador' };

export function addLock(story: Story): void {
  const first = periodAt(day(BEGIN), 'QUARTER');
  const period = first && next(first);
  if (!period) return;
  const { defaultLocale } = story.world.country;
  const by = story.world.partners[0]?.staff.get('me-officer')?.[0] ?? null;
  story.batch.add(ReportingPeriodLock, {
    period: period.name,
    startsOn: period.from,
    endsOn: period.to,
    lockedOn: day(END),
    asOf: instant(END),
    note: notes[defaultLocale],
    versions: versionsNow(),
    voidedAt: null,
    ...made(story.apart('locks'), between(story.apart('locks'), END - DAY, END), by?.id ?? null),
  });
}
