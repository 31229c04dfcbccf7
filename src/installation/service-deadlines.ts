/** Deadlines of a country that is there already: read, held against what they can be, and changed. */
import type { AdminAddress } from '../base/config';
import { asOwner, inTransaction } from '../database/connect';
import { schemaOf } from '../database/roles';
import { hoursFromIncident, type Hours } from '../domain/casework/referral/referral.deadlines';
import type { DeadlineOf } from '../domain/casework/referral/service-deadline.codes';
import { DefinitionError } from './country-definition';

/** A year: what lies beyond is a slip of the hand. */
const most = 8_760;

/**
 * Changes what is given. What was sent already keeps the times that it was given.
 * @returns the deadlines as they are then
 * @throws DefinitionError
 */
export function setDeadline(
  admin: AdminAddress,
  code: string,
  deadlineOf: DeadlineOf,
  changes: Partial<Hours>,
): Promise<Hours> {
  return asOwner(admin, schemaOf(code), (client) =>
    inTransaction(client, async () => {
      const { rows } = await client.query<Hours>(
        `SELECT answer_hours AS "answerHours", expiry_hours AS "expiryHours", service_hours AS "serviceHours"
         FROM service_deadline WHERE deadline_of = $1 FOR UPDATE`,
        [deadlineOf],
      );
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      const hours = { ...(rows[0] as Hours), ...(Object.fromEntries(given) as Partial<Hours>) };
      checkHours(deadlineOf, hours);
      if (given.length > 0) {
        await client.query(
          `UPDATE service_deadline SET version = version + 1, updated_at = now(),
             answer_hours = $2, expiry_hours = $3, service_hours = $4 WHERE deadline_of = $1`,
          [deadlineOf, hours.answerHours, hours.expiryHours, hours.serviceHours],
        );
      }
      return hours;
    }),
  );
}

/** @throws DefinitionError that lists what is wrong */
export function checkHours(deadlineOf: DeadlineOf, { answerHours, expiryHours, serviceHours }: Hours): void {
  const useful = hoursFromIncident[deadlineOf] ?? most;
  const isCount = (value: number, limit: number): boolean => Number.isInteger(value) && value >= 1 && value <= limit;
  const rules: [boolean, string][] = [
    [
      isCount(answerHours, most) && isCount(expiryHours, most),
      `a referral waits for a number of hours, at least 1 and at most ${most}`,
    ],
    [!(answerHours > expiryHours), 'a referral is to be answered before it ends'],
    [isCount(serviceHours, useful), `the service is given within a number of hours, at least 1 and at most ${useful}`],
  ];
  const problems = rules.filter(([holds]) => !holds).map(([, problem]) => `- ${problem}`);
  if (problems.length > 0) throw new DefinitionError(problems.join('\n'));
}
