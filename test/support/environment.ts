/**
 * Where a test file runs: in a sandbox, as Jest makes them, with the harness beside it. What is beside is loaded once
 * by a worker, not once by each file, and runs outside of the sandbox, where the same code needs a quarter less time.
 */
import 'reflect-metadata';
import { TestEnvironment } from 'jest-environment-node';
import { protectProperties } from 'jest-util';
import { loadMigrations } from '../../src/database/migrations';
import { identitySchema, schemaOf } from '../../src/database/roles';
import { AccusedColleague } from '../../src/domain/casework/case/case-member.entity';
import { Case } from '../../src/domain/casework/case/case.entity';
import { Consent } from '../../src/domain/casework/consent/consent.entity';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { Organisation } from '../../src/domain/organisation/organisation.entity';
import { StaffMember } from '../../src/domain/organisation/staff-member.entity';
import { allThings } from '../../src/model/thing';
import { rolesOfAction } from '../../src/policy/rights';
import { openWorld } from '../domain/world';
import { sharedApp, startApp } from './app';
import { put } from './arranging';
import { servedText } from './served-text';
import { hoursToAnswer, sweepNow } from './sweep-now';

/** What people call the records of a type. */
const kindOf = (name: string): string => allThings.get(name)?.label.en ?? name;

const harness = {
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
};
export type Harness = typeof harness;

// Jest compiles what is loaded with this file, and nothing that would be loaded later.
for (const schema of [identitySchema, schemaOf('ZA')]) loadMigrations(schema);
// When a file is done, Jest empties what its sandbox held.
protectProperties(harness);

/** pg 9 will refuse a query on a client that is busy outside of pipeline mode; pg 8 says so once in a process. */
let busy: string | undefined;
process.on('warning', ({ name, message }) => {
  if (name === 'DeprecationWarning' && message.includes('already executing a query')) busy = message;
});

// A worker with nothing left to do ends at once: to take the heap of its sandboxes down takes longer than Jest waits.
if (process.send) process.once('beforeExit', () => process.exit());

export default class HarnessEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, { harness });
  }
  /** The file in which it was said fails. */
  override async teardown(): Promise<void> {
    await super.teardown();
    if (busy === undefined) return;
    const told = busy;
    busy = undefined;
    throw new Error(told);
  }
}
