/**
 * What becomes of consents when two records of a person become one, or are found to be two people's after all. A ledger
 * is never changed: what stands in the one is carried to the other as an entry of its own. The stricter decision counts.
 */
import type { Values, Work } from '../../../writing/work';
import type { Case } from '../case/case.entity';
import { Consent } from '../consent/consent.entity';
import { standingConsents } from '../consent/consent.ledger';
import { enforceConsents } from '../consent/consent.withdrawal';

/** A ledger as it stands. */
export interface Ledger {
  /** What was agreed to, and holds. */
  readonly given: readonly Consent[];
  /** What was refused or withdrawn last, and was not agreed to since. */
  readonly refused: readonly Consent[];
}

export async function ledgerOf(work: Work, survivorId: string, since?: string): Promise<Ledger> {
  const [entries, standing] = await Promise.all([
    work.find(Consent, { survivorId }),
    standingConsents(work, survivorId),
  ]);
  const ids = new Set(standing.map(({ id }) => id));
  const given = entries.filter(({ id }) => ids.has(id));
  const against = entries.filter((one) => isDecidedAgainst(one) && (!since || one.createdAt > since));
  return { given, refused: latest(against).filter((one) => !given.some((other) => isAlike(one, other))) };
}

/** What only undid a merging, or says that the time of one entry is over, is no decision of the survivor's. */
const isDecidedAgainst = ({ decision, reason, withdrawsId }: Consent): boolean =>
  decision !== 'GIVEN' && (withdrawsId === null || (reason !== 'RECORDS_MERGED' && decision !== 'EXPIRED'));

const keyOf = ({ purpose, recipientId, recipientCategory }: Consent): string =>
  [purpose, recipientId, recipientCategory].join(' ');
const isAlike = (one: Consent, other: Consent): boolean => keyOf(one) === keyOf(other);

const latest = (entries: readonly Consent[]): Consent[] => {
  const ordered = [...entries].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return [...new Map(ordered.map((entry) => [keyOf(entry), entry])).values()];
};

/** The refusal ends what was agreed to. */
const isAgainst = (refusal: Consent, given: Consent): boolean =>
  refusal.purpose === given.purpose &&
  (refusal.recipientId === null || refusal.recipientId === given.recipientId) &&
  (refusal.recipientCategory === null || refusal.recipientCategory === given.recipientCategory);

/** It allows all that the other does, for as long. */
const covers = (wide: Consent, { scopes, validUntil, ...other }: Consent): boolean =>
  isAlike(wide, other as Consent) &&
  scopes.every((scope) => wide.scopes.includes(scope)) &&
  (wide.validUntil === null || (validUntil !== null && validUntil <= wide.validUntil));

export interface Carried {
  /** Under which entry of the other ledger something stands now that stood under this one. */
  readonly instead: ReadonlyMap<string, string>;
  /** Those of them that stood in the other ledger already. */
  readonly twins: ReadonlySet<string>;
  /** Entries of the other ledger that a refusal has ended. */
  readonly ended: readonly string[];
  /** What was refused in either, so that what it does not carry any more ends. */
  readonly refusals: readonly Consent[];
}

/** Carries what stands in one ledger to another. */
export async function carryOver(work: Work, from: Ledger, to: Ledger, survivorId: string): Promise<Carried> {
  const instead = new Map<string, string>();
  const twins = new Set<string>();
  for (const entry of from.given) {
    if (to.refused.some((refusal) => isAgainst(refusal, entry))) continue;
    const twin = to.given.find((other) => covers(other, entry));
    if (twin) twins.add(twin.id);
    instead.set(entry.id, twin?.id ?? (await enter(work, entry, { survivorId })));
  }
  const ended = to.given.filter((entry) => from.refused.some((refusal) => isAgainst(refusal, entry)));
  const refusals = [...to.refused];
  for (const refusal of from.refused) {
    const id = await enter(work, refusal, { survivorId });
    refusals.push({ ...refusal, id, survivorId });
  }
  return { instead, twins, ended: ended.map(({ id }) => id), refusals };
}

/** Ends what the refusals do not carry. SERVICES stand alike in both: of these nothing follows. */
export async function enforce(work: Work, refusals: readonly Consent[], cases: readonly Case[]): Promise<void> {
  for (const refusal of refusals) {
    if (refusal.purpose !== 'SERVICES') await enforceConsents(work, refusal, cases);
  }
}

/** Behind an entry under which the other one stands: it stood there before, and stays when the records are separated. */
const TWIN = 'twin';

/** What was carried over, as the pair keeps it. */
export const trailOf = ({ instead, twins }: Carried): string[] =>
  [...instead].map(([one, other]) => [one, other, ...(twins.has(other) ? [TWIN] : [])].join(' '));

/** The way back: under which entry something stands again, and which entries the merging made. */
export interface Trail {
  readonly back: ReadonlyMap<string, string>;
  readonly entered: ReadonlySet<string>;
}

export function readTrail(kept: readonly string[]): Trail {
  const steps = kept.map((one) => one.split(' ') as [string, string, string?]);
  return {
    back: new Map(steps.map(([one, other]) => [other, one])),
    entered: new Set(steps.filter(([, , twin]) => twin !== TWIN).map(([, other]) => other)),
  };
}

/**
 * Takes back what was carried over, entry by entry, and gives again what it ended, as far as nothing else was decided
 * since. What the survivor agreed to in this record itself stays: a pair that was merged before twins were noted names
 * them as well.
 */
export async function takeBack(
  work: Work,
  survivorId: string,
  entered: ReadonlySet<string>,
  ended: readonly string[],
): Promise<void> {
  const { given } = await ledgerOf(work, survivorId);
  const isCarried = ({ id, reason }: Consent): boolean => entered.has(id) && reason === 'RECORDS_MERGED';
  for (const entry of given.filter(isCarried)) {
    await enter(work, entry, { survivorId, decision: 'WITHDRAWN', withdrawsId: entry.id });
  }
  for (const entry of await work.find(Consent, { id: [...ended] })) await enter(work, entry, { survivorId });
}

const enter = (work: Work, entry: Consent, own: Values<Consent>): Promise<string> => {
  const { purpose, recipientId, recipientCategory, scopes, decision, mode, guardianAbsence, takenAt, takenById } =
    entry;
  const { validUntil, formVersion, language } = entry;
  const about = {
    purpose,
    recipientId,
    recipientCategory,
    scopes,
    decision,
    mode,
    guardianAbsence,
    takenAt,
    takenById,
  };
  const audience = { organisations: recipientId ? [recipientId] : [], accounts: [] };
  return work.insert(
    Consent,
    { ...about, validUntil, formVersion, language, withdrawsId: null, reason: 'RECORDS_MERGED', ...own },
    { audience },
  );
};
