/** The lifecycle of a referral, as its table says. */
import '../../../src/domain/all';
import { ReferralStatus } from '../../../src/domain/casework/referral/referral.codes';
import { referralLifecycle } from '../../../src/domain/casework/referral/referral.lifecycle';

test('every status of the code list is in it, and all can be reached', () => {
  expect([...referralLifecycle.states].sort()).toEqual([...ReferralStatus.codes].sort());
  expect(referralLifecycle.unreachable).toEqual([]);
  expect(referralLifecycle.initial).toEqual(['DRAFT']);
});

test('it ends where nobody takes it further', () => {
  // Who did not come can be referred to the same service again.
  const ends = ['COMPLETED', 'REJECTED', 'CANCELLED', 'REVOKED'];
  expect([...referralLifecycle.terminal].sort()).toEqual(ends.sort());
  // What nobody answered in time goes on by letter alone.
  expect([...referralLifecycle.allowed('EXPIRED')].sort()).toEqual([
    'issueReferralLetter',
    'recordLetterReply(outcome)',
  ]);
});

test('nobody is told that a step can be taken which only time or a withdrawal takes', () => {
  expect(referralLifecycle.allowed('REQUESTED')).toEqual(
    expect.not.arrayContaining(['withdrawConsent', 'the end of its time', 'the closure of the case']),
  );
});
