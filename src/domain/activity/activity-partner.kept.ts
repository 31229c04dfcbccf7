/** Partners go with the activity that they took part in, where it was recorded in error. */
import type { Work } from '../../writing/work';
import type { Where } from '../../writing/work-values';
import { ActivityPartner } from './activity-partner.entity';

/** Takes out who took part in an activity that is taken out. */
export async function takeOutPartners(work: Work, of: Where<ActivityPartner>, voidedAt: string): Promise<void> {
  for (const partner of await work.find(ActivityPartner, { ...of, voidedAt: null }, true))
    await work.update(ActivityPartner, partner, { voidedAt });
}
