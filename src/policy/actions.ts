/** The policy of what may be done beyond reading: every mutation, and the fields that are about the caller alone. */
import type { Role } from './role';
import type { DataClass } from './table';

/** What may be done, beyond reading: each mutation writes a class; `only` narrows its writers to some roles. */
export interface ActionPolicy {
  readonly writes: DataClass;
  readonly only?: readonly Role[];
}

const caseWork = { writes: 'CASE_OPERATIONS', only: ['FIELD_WORKER', 'CASE_MANAGER', 'SUPERVISOR'] } as const;
const caseRegistration = { writes: 'CASE_OPERATIONS', only: ['FIELD_WORKER', 'CASE_MANAGER'] } as const;
const caseManagement = { writes: 'CASE_OPERATIONS', only: ['CASE_MANAGER', 'SUPERVISOR'] } as const;
const sending = { writes: 'REFERRAL_OPERATIONS', only: ['FIELD_WORKER', 'CASE_MANAGER', 'SUPERVISOR'] } as const;
const receiving = { writes: 'REFERRAL_OPERATIONS', only: ['SERVICE_PROVIDER'] } as const;
const activity = { writes: 'ACTIVITY' } as const;
const verification = { writes: 'ACTIVITY', only: ['SUPERVISOR', 'ME_OFFICER'] } as const;

/** Every mutation of the domain. One that is missing here stops the start. */
export const actions: Readonly<Record<string, ActionPolicy>> = {
  registerCase: caseRegistration,
  submitCase: caseRegistration,
  updateCase: caseWork,
  updateSurvivor: { writes: 'SURVIVOR' },
  assignCase: caseManagement,
  addIncident: { writes: 'INCIDENT' },
  addCaseNote: { writes: 'CASE_NOTES' },
  assessCase: caseWork,
  planCase: caseWork,
  followUpCase: caseWork,
  requestCaseClosure: caseWork,
  approveCaseClosure: { writes: 'CASE_OPERATIONS', only: ['SUPERVISOR'] },
  rejectCaseClosure: { writes: 'CASE_OPERATIONS', only: ['SUPERVISOR'] },
  reopenCase: caseManagement,
  transferCase: caseManagement,
  acceptCaseTransfer: caseManagement,
  declineCaseTransfer: caseManagement,
  markCaseDuplicate: caseManagement,
  withdrawCase: caseManagement,
  recordConsent: { writes: 'CONSENT' },
  withdrawConsent: { writes: 'CONSENT' },
  makeReferral: sending,
  sendReferral: sending,
  cancelReferral: sending,
  revokeReferral: sending,
  acceptReferral: receiving,
  rejectReferral: receiving,
  startReferral: receiving,
  completeReferral: receiving,
  returnReferral: receiving,
  recordReferralNoShow: receiving,
  planTraining: activity,
  confirmTraining: activity,
  postponeTraining: activity,
  cancelTraining: activity,
  holdTraining: activity,
  reportTraining: activity,
  verifyTraining: verification,
  recordAdvocacyActivity: activity,
  advanceAdvocacyActivity: activity,
};

/**
 * Fields that are about the caller alone. `signedOut`: open to everybody. `signedIn`: to whoever is signed in.
 * `own`: read with the rights of the account that the answer is about, who may just be signing in.
 */
export const personalFields: Readonly<Record<string, 'signedOut' | 'signedIn' | 'own'>> = {
  'Query.viewer': 'signedIn',
  'Query.node': 'signedIn',
  'Query.nodes': 'signedIn',
  'Mutation.signIn': 'signedOut',
  'Mutation.refreshSession': 'signedOut',
  'Mutation.signOut': 'signedIn',
  'Mutation.changePassword': 'signedIn',
  'Mutation.enrolSecondFactor': 'signedIn',
  'Mutation.confirmSecondFactor': 'signedIn',
  'Mutation.removeSecondFactor': 'signedIn',
  'Account.organisation': 'own',
  'Account.country': 'own',
};
