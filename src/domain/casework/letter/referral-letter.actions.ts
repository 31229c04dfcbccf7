/** Issuing letters, taking them back, and links to their page. */
import { changing, making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import { makeLink, type LinkKind } from '../../../writing/one-time-link';
import type { Work } from '../../../writing/work';
import { assertNotClosedOff } from '../case/case.step';
import { letterContent } from './referral-letter.content';
import { ReferralLetter } from './referral-letter.entity';
import { canBeUsed, consentForLetter, letterable, letterLifecycle, letterStays } from './referral-letter.lifecycle';
import { consentAgainst } from '../referral/referral.consent';
import { Referral } from '../referral/referral.entity';
import { caseIsOpen, referralLifecycle, same } from '../referral/referral.lifecycle';
import { caseOf, factsOf } from '../referral/referral.step';

/** The page of a letter. */
export const letterLink: LinkKind = { kind: 'letter', minutes: 15 };

action(
  {
    name: 'issueReferralLetter',
    of: ReferralLetter,
    label: { en: 'issue a letter', pt: 'emitir uma carta' },
    description: 'Issues a letter of a referral that was sent, for the survivor to carry; an earlier one is revoked.',
    duty: 'referring',
    input: making(ReferralLetter, {
      description: 'What issuing a letter takes; what is left out is taken from the referral and the directory.',
      relies: ['referralId'],
    }),
    steps: [
      letterLifecycle.on({ from: [], to: 'ISSUED' }),
      referralLifecycle.on({ from: letterable, to: same, guards: [caseIsOpen, consentForLetter] }),
    ],
  },
  async (work, { id, values }) => {
    const referral = await referralFor(work, values.referralId);
    const earlier = await work.find(ReferralLetter, { referralId: referral.id, status: 'ISSUED' }, true);
    const letter = await letterContent(work, referral, values);
    for (const one of earlier) {
      await work.update(ReferralLetter, one, { status: letterLifecycle.step(one.status, 'a newer letter', {}) });
    }
    const status = letterLifecycle.step(null, work.action, {});
    return work.insert(ReferralLetter, { ...letter, id, referralId: referral.id, status });
  },
);

/**
 * The referral that a letter is issued of. The case is held, so that no consent is withdrawn meanwhile.
 * @throws ProblemError NOT_FOUND, CONSENT_MISSING, and what is against a letter as the referral stands
 */
async function referralFor(work: Work, id: string): Promise<Referral> {
  const path = ['referralId'];
  const { caseId } = await work.load(Referral, id, { right: 'read', path });
  const record = await caseOf(work, caseId, true);
  const referral = await work.load(Referral, id, { path });
  assertNotClosedOff(record);
  const facts = factsOf(record, referral, await consentAgainst(work, referral));
  referralLifecycle.step(referral.status, work.action, facts);
  return referral;
}

action(
  {
    name: 'revokeReferralLetter',
    of: ReferralLetter,
    label: { en: 'take a letter back', pt: 'anular uma carta' },
    description: 'Takes a letter back that is not answered: no link opens it any more. The referral stays as it is.',
    duty: 'referring',
    input: changing(ReferralLetter, { description: 'What taking a letter back takes.' }),
    steps: [letterLifecycle.on({ from: ['ISSUED'], to: 'REVOKED' })],
  },
  async (work, { id, expectedVersion }) => {
    const letter = await work.load(ReferralLetter, id, { expectedVersion });
    await work.update(ReferralLetter, letter, { status: letterLifecycle.step(letter.status, work.action, {}) });
    return id;
  },
);

action(
  {
    name: 'linkReferralLetter',
    of: ReferralLetter,
    label: { en: 'make a link to a letter', pt: 'fazer uma ligação para uma carta' },
    description:
      'Makes a link to the page of a letter: good once and for 15 minutes, without signing in. As often as the letter is printed or shown.',
    duty: 'referring',
    input: changing(ReferralLetter, { description: 'What making a link to a letter takes.' }),
    link: letterLink,
    steps: [letterLifecycle.on({ from: ['ISSUED'], to: letterStays, guards: [canBeUsed] })],
  },
  async (work, { id, expectedVersion, idempotencyKey }) => {
    const letter = await work.load(ReferralLetter, id, { expectedVersion });
    letterLifecycle.step(letter.status, work.action, { usable: await isUsable(work, letter) });
    makeLink(work, letterLink, id, idempotencyKey);
    await work.update(ReferralLetter, letter, { linkedAt: now() });
    return id;
  },
);

async function isUsable(work: Work, { referralId, validUntil }: ReferralLetter): Promise<boolean> {
  const [referral] = await work.find(Referral, { id: referralId });
  if (!referral || validUntil < work.day()) return false;
  const { closedOffAt } = await caseOf(work, referral.caseId);
  return closedOffAt === null && letterable.includes(referral.status);
}
