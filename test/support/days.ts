/** Days as the countries of the tests count them, all of one zone: from 22:00 in UTC on it is tomorrow there. */
import { dayIn, daysAfter } from '../../src/base/calendar';
import { REGION_ZONE } from '../../src/base/countries';

/** The day so many days from now; below nought, before it. */
export const dayFromNow = (days: number): string => daysAfter(dayIn(REGION_ZONE), days);
