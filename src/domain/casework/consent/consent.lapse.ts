/** A consent that runs out ends what rests on it as a withdrawal does; nobody has to notice. */
import { column, sql } from '../../../base/sql';
import { now } from '../../../writing/moments';
import { asSystem } from '../../../writing/system-write';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { Case } from '../case/case.entity';
import { open } from '../case/case.lifecycle';
import { CaseTransfer } from '../transfer/case-transfer.entity';
import { Consent } from './consent.entity';
import { endServices, standsFor } from './consent.services';
import { lapsed } from './consent.standing';
import { enforceConsents } from './consent.withdrawal';
import { Incident } from '../incident/incident.entity';
import { Referral } from '../referral/referral.entity';
import { lockCases } from '../survivor/survivor.lock';

const because = 'What rests on a consent ends when that runs out, whoever notices.';

sweep({
  name: 'endLapsedServices',
  label: { en: 'end of a consent whose time is over', pt: 'fim de um consentimento cujo prazo terminou' },
  description: 'ends the work on cases whose survivor agreed to services for a time that is over',
  writes: [Consent, Case, CaseTransfer, Referral].map((target) => asSystem(target, because)),
  run: endLapsed,
});

interface Lapsed {
  readonly id: string;
  readonly organisationId: string;
}

/** What a supervisor decided for danger to life goes on. */
async function endLapsed(work: Work): Promise<number> {
  const lapsed = await work.query<Lapsed & Record<string, unknown>>(sql`
    SELECT DISTINCT ON (l.survivor_id, c.organisation_id) l.id, c.organisation_id AS "organisationId"
    FROM consent l JOIN "case" c ON c.survivor_id = l.survivor_id
      AND (l.recipient_id IS NULL OR l.recipient_id = c.organisation_id)
    WHERE l.purpose = 'SERVICES' AND l.decision = 'GIVEN' AND l.valid_until <= now()
      AND c.status = ANY(${open}) AND c.closed_off_at IS NULL AND c.consent_overridden_at IS NULL
      AND NOT EXISTS (
        SELECT FROM consent g LEFT JOIN staff_member gs ON gs.id = g.taken_by_id
        WHERE g.survivor_id = l.survivor_id AND ${standsFor(column('c', 'organisation_id'))})
    LIMIT ${SWEEP_BATCH}`);
  for (const one of lapsed) await end(work, one);
  return lapsed.length;
}

async function end(work: Work, { id, organisationId: recipientId }: Lapsed): Promise<void> {
  const [given] = await work.find(Consent, { id });
  if (!given) return;
  const { survivorId, purpose, mode, takenById } = given;
  const cases = await lockCases(work, survivorId);
  const entry = { survivorId, purpose, recipientId, mode, takenById, takenAt: now(), decision: 'EXPIRED' as const };
  await endServices(work, { id: await work.insert(Consent, entry), recipientId }, cases);
}

sweep({
  name: 'endLapsedConsents',
  label: { en: 'end of a consent that has run out', pt: 'fim de um consentimento que expirou' },
  description:
    'ends what rests on a consent whose time is over: referrals, transfers, contacts, being counted and released',
  writes: [Consent, CaseTransfer, Referral, Incident].map((target) => asSystem(target, because)),
  run: noteLapsed,
});

/** Somebody waits to be handed a case on the strength of the consent `g`. */
const carriesTransfer = sql`EXISTS (
  SELECT FROM case_transfer t JOIN "case" c ON c.id = t.case_id
  WHERE c.survivor_id = g.survivor_id AND t.status = 'REQUESTED' AND t.to_organisation_id = g.recipient_id)`;

/**
 * Each is noted once, by an entry that ends it alone. Survivors who are being worked with just now are left for the next
 * time, and records that were merged into another until they are separated again: what rests on them stands under that.
 */
async function noteLapsed(work: Work): Promise<number> {
  const over = await work.query<{ id: string }>(sql`
    SELECT g.id FROM consent g JOIN survivor s ON s.id = g.survivor_id
    WHERE ${lapsed} AND s.merged_into_id IS NULL AND (g.purpose <> 'SERVICES' OR ${carriesTransfer})
    ORDER BY g.valid_until, g.id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE OF s SKIP LOCKED`);
  if (over.length === 0) return 0;
  const given = new Map((await work.find(Consent, { id: over.map(({ id }) => id) })).map((one) => [one.id, one]));
  for (const { id } of over) await note(work, given.get(id));
  return over.length;
}

async function note(work: Work, given: Consent | undefined): Promise<void> {
  if (!given) return;
  const { survivorId, purpose, recipientId, recipientCategory, scopes, mode, takenById } = given;
  const cases = await lockCases(work, survivorId);
  const about = { survivorId, purpose, recipientId, recipientCategory, scopes, mode, takenById, withdrawsId: given.id };
  const audience = { organisations: recipientId ? [recipientId] : [], accounts: [] };
  const id = await work.insert(Consent, { ...about, takenAt: now(), decision: 'EXPIRED' }, { audience });
  await enforceConsents(work, { id, survivorId, purpose, recipientId }, cases);
}
