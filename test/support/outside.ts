/**
 * The harness for tests that ask the API as its clients do, and import nothing that they would share with it. Those
 * that reach into the API, or give it things of their own, take the same names from `app`.
 */
import type { Harness } from './environment';

const { harness } = globalThis as unknown as { harness: Harness };

export const {
  kindOf,
  startApp,
  sharedApp,
  openWorld,
  put,
  servedText,
  rolesOfAction,
  sweepNow,
  hoursToAnswer,
  AccusedColleague,
  Case,
  Consent,
  Organisation,
  Referral,
  StaffMember,
} = harness;
