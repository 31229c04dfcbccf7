/** Two records of one person become one, for thirty days so that it can be undone: the one that was made first stays. */
import { notFound } from '../../../base/problem';
import { changing, type Changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import { shutAsOthers } from '../case/case.accusation';
import { Case } from '../case/case.entity';
import { restrict } from '../case/case.restriction';
import { keepByAge } from '../case/case.retention';
import { servicesAgreed } from '../consent/consent.services';
import { cancelContacts } from '../follow-up/follow-up.end';
import { Referral } from '../referral/referral.entity';
import { receiverOf } from '../referral/referral.step';
import { Survivor } from '../survivor/survivor.entity';
import { carryOver, enforce, ledgerOf, readTrail, takeBack, trailOf } from './merged-consents';
import { emptyParts, fillParts } from './merged-parts';
import { decidedBy } from './possible-duplicate.actions';
import { PossibleDuplicate } from './possible-duplicate.entity';
import { findAgain } from './possible-duplicate.finding';
import { duplicateLifecycle, merging, separating, SEPARABLE_DAYS } from './possible-duplicate.lifecycle';

const DAY = 86_400_000;

action(
  {
    name: 'mergeSurvivors',
    of: PossibleDuplicate,
    label: { en: 'merge the records of one person', pt: 'fundir os registos de uma pessoa' },
    description: `Says that two survivors on record are one person. The record that was made first stays, with all cases; of consents the stricter counts. For ${SEPARABLE_DAYS} days it can be undone with separateSurvivors.`,
    duty: 'mergingRecords',
    input: changing(PossibleDuplicate, { description: 'What merging the records of one person takes.' }),
    steps: merging,
  },
  async (work, input) => {
    const { pair, kept, gone, cases } = await held(work, input);
    const status = duplicateLifecycle.step(pair.status, work.action, {
      ...placeOf(pair, cases),
      gone: kept.mergedIntoId !== null || gone.mergedIntoId !== null,
      servicesDiffer: await servicesDiffer(work, pair),
    });
    const [from, to] = [await ledgerOf(work, gone.id), await ledgerOf(work, kept.id)];
    const consents = await carryOver(work, from, to, kept.id);
    const parts = await fillParts(work, kept, gone);
    const moved = await move(work, cases, gone.id, kept.id, consents.instead);
    const mergedAt = now();
    await work.update(Survivor, gone, { mergedIntoId: kept.id, mergedAt });
    await work.update(Survivor, kept, { mergedAt });
    await enforce(work, consents.refusals, cases);
    await protect(work, kept, cases);
    await keepByAge(work, cases);
    if (parts.filled.includes('SafeContact')) await cancelContacts(work, cases, 'another safe way of contact');
    findAgain(work, kept.id);
    const carried = trailOf(consents);
    const trail = { moved: [...moved, ...parts.moved], filled: [...parts.filled], carried, ended: [...consents.ended] };
    await work.update(PossibleDuplicate, pair, { status, ...decidedBy(work), ...trail });
    return pair.id;
  },
);

action(
  {
    name: 'separateSurvivors',
    of: PossibleDuplicate,
    label: { en: 'separate merged records again', pt: 'voltar a separar registos fundidos' },
    description: `Undoes the merging of two survivors within ${SEPARABLE_DAYS} days: cases go back to whom they were of. What was recorded since stays with the record that stayed; what the survivor refused since holds for both.`,
    duty: 'mergingRecords',
    input: changing(PossibleDuplicate, { description: 'What separating merged records takes.' }),
    steps: separating,
  },
  async (work, input) => {
    const { pair, kept, gone, cases } = await held(work, input);
    const at = pair.decidedAt ?? '';
    const late = Date.parse(at) + SEPARABLE_DAYS * DAY < Date.now();
    const { elsewhere } = placeOf(pair, cases);
    const status = duplicateLifecycle.step(pair.status, work.action, { elsewhere, late });
    const since = await ledgerOf(work, kept.id, at);
    const { back, entered } = readTrail(pair.carried);
    const own = cases.filter(({ id }) => pair.moved.includes(id));
    await move(work, own, kept.id, gone.id, back);
    await emptyParts(work, kept, gone, pair);
    await keepByAge(work, cases);
    await work.update(Survivor, gone, { mergedIntoId: null, mergedAt: null });
    await work.update(Survivor, kept, { mergedAt: null });
    await takeBack(work, kept.id, entered, pair.ended);
    const left = await carryOver(work, { given: [], refused: since.refused }, await ledgerOf(work, gone.id), gone.id);
    await enforce(work, left.refusals, own);
    await work.update(PossibleDuplicate, pair, {
      status,
      ...decidedBy(work),
      moved: [],
      filled: [],
      carried: [],
      ended: [],
    });
    return pair.id;
  },
);

interface Held {
  readonly pair: PossibleDuplicate;
  readonly kept: Survivor;
  readonly gone: Survivor;
  /** Those of both. */
  readonly cases: readonly Case[];
}

/** Holds both, and all their cases: survivors before cases, as whatever changes consents does, and these before the rest. */
async function held(work: Work, { id, expectedVersion }: Changing): Promise<Held> {
  const { survivorId, otherId } = await work.load(PossibleDuplicate, id, { right: 'read' });
  const both = await work.find(Survivor, { id: [survivorId, otherId] }, true);
  const cases = await work.find(Case, { survivorId: [survivorId, otherId] }, true);
  const pair = await work.load(PossibleDuplicate, id, { expectedVersion });
  const [kept, gone] = [otherId, survivorId].map((one) => both.find((survivor) => survivor.id === one));
  if (!kept || !gone) throw notFound(['id']);
  return { pair, kept, gone, cases };
}

const placeOf = ({ organisationId }: PossibleDuplicate, cases: readonly Case[]) => ({
  elsewhere: cases.some((one) => one.organisationId !== organisationId),
  drafted: cases.some(({ status }) => status === 'DRAFT'),
});

async function servicesDiffer(
  work: Work,
  { survivorId, otherId, organisationId }: PossibleDuplicate,
): Promise<boolean> {
  const agreed = (id: string): Promise<boolean> =>
    servicesAgreed(work, { anonymous: false, survivorId: id, organisationId });
  const [one, other] = await Promise.all([agreed(survivorId), agreed(otherId)]);
  return one !== other;
}

/** Moves cases from one record to another, with their referrals, which stand under consents there from now on. @returns ids of cases */
async function move(
  work: Work,
  cases: readonly Case[],
  from: string,
  to: string,
  instead: ReadonlyMap<string, string>,
): Promise<string[]> {
  const own = cases.filter(({ survivorId }) => survivorId === from);
  for (const one of own) {
    await work.update(Case, one, { survivorId: to });
  }
  const ids = own.map(({ id }) => id);
  for (const referral of await work.find(Referral, { caseId: ids }, true)) {
    const consentId = referral.consentId && (instead.get(referral.consentId) ?? referral.consentId);
    const survivorId = referral.survivorId && to;
    await work.update(Referral, referral, { survivorId, consentId }, { audience: receiverOf(referral) });
  }
  return ids;
}

/** Whoever is accused in one case is shut out of all; a child's cases are restricted. */
async function protect(work: Work, kept: Survivor, cases: readonly Case[]): Promise<void> {
  for (const one of cases) {
    if (kept.ageBand === 'UNDER_18') await restrict(work, one, 'MINOR');
    await shutAsOthers(work, one, cases);
  }
}
