/** By when an alert is to be acknowledged, and somebody to be on site: by the minutes of the country. */
import type { Work } from '../../../writing/work';
import { countryOf } from '../../country/country.own';
import { District } from '../../country/place.entity';
import type { EmergencyAlert } from './emergency-alert.entity';

const MINUTE = 60_000;

const after = (at: string, minutes: number): string =>
  // A telephone whose clock runs ahead gives nobody more time.
  new Date(Math.min(Date.parse(at), Date.now()) + minutes * MINUTE).toISOString();

/** By when somebody is to acknowledge an alert that came in, or was given back, at this time. */
export async function ackDueFrom(work: Work, at: string): Promise<string> {
  const { alertAcknowledgeMinutes } = await countryOf(work);
  return after(at, alertAcknowledgeMinutes);
}

/** By when somebody is to be on site, where it was acknowledged at this time. */
export async function onSiteDueFrom(work: Work, { districtId }: Pick<EmergencyAlert, 'districtId'>, at: string) {
  const [country, [district]] = await Promise.all([countryOf(work), work.find(District, { id: districtId })]);
  return after(at, district?.urban ? country.alertTownMinutes : country.alertElsewhereMinutes);
}
