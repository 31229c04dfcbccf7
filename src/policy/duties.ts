/** The policy of what may be done beyond reading: the duties that mutations are kept to, and what is about the caller alone. */
import type { Role } from './role';
import type { DataClass } from './table';

/** Who takes an action, among those who may write its class: a mutation names its duty, the roles stand here. */
export const duties = {
  /** Everyday work on a case. */
  caseWork: ['FIELD_WORKER', 'CASE_MANAGER', 'SUPERVISOR'],
  /** Taking up a case. */
  caseRegistration: ['FIELD_WORKER', 'CASE_MANAGER'],
  /** Saying to whom a restricted case is open. */
  restriction: ['CASE_MANAGER', 'SUPERVISOR', 'PRIVACY_OFFICER'],
  /** Who has to have a case that is a child's: all who manage cases where it is handled, and who supervises them. */
  childCases: ['CASE_MANAGER', 'SUPERVISOR'],
  /** Deciding about a case: who has it, where it goes, how it ends. */
  caseManagement: ['CASE_MANAGER', 'SUPERVISOR'],
  /** Merging records of one person, and separating them again: it changes what both hold. */
  mergingRecords: ['CASE_MANAGER'],
  /** Approving what somebody else asked for. */
  supervision: ['SUPERVISOR'],
  /** Putting back what was taken out by mistake: of the organisation; a provider what it took out of its own record. */
  restoring: ['SUPERVISOR', 'SERVICE_PROVIDER'],
  /** Saying what colleagues may do, and letting in again who forgot their password. */
  staffAdministration: ['PARTNER_ADMIN'],
  /** Naming who has to have the cases of children. */
  childProtectionNaming: ['SUPERVISOR', 'PARTNER_ADMIN'],
  /** Taking access, for hours and a reason, to what is closed. */
  breakingGlass: ['CASE_MANAGER', 'SUPERVISOR'],
  /** Looking at accesses that others took. */
  accessReview: ['SUPERVISOR', 'PRIVACY_OFFICER'],
  /** Watching over the privacy of the country's people. */
  privacy: ['PRIVACY_OFFICER'],
  /** Referring to another organisation. */
  referring: ['FIELD_WORKER', 'CASE_MANAGER', 'SUPERVISOR'],
  /** Keeping the service directory beyond what the own organisation offers. */
  directoryKeeping: ['CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN'],
  /** Answering referrals that were sent to the organisation, and serving. */
  serving: ['SERVICE_PROVIDER', 'CASE_MANAGER'],
  /** Keeping what is counted right. */
  dataQuality: ['ME_OFFICER'],
  /** Saying who funds an organisation. */
  fundingKeeping: ['PARTNER_ADMIN', 'ME_OFFICER'],
  /** Naming who takes part in an activity: in the region's own place there is nobody else. */
  partnering: ['FIELD_WORKER', 'CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN', 'ME_OFFICER'],
  /** Checking what others report. */
  verification: ['SUPERVISOR', 'ME_OFFICER', 'SECRETARIAT'],
  /** Sending on what the region is told: what a country’s own accounts read is exact, and leaves by its release alone. */
  tellingPublished: ['SECRETARIAT', 'ANALYST'],
} as const satisfies Record<string, readonly Role[]>;

export type Duty = keyof typeof duties;

/** Whom a role administers, and which roles it gives: within the organisation, and none above its own. */
const administered: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  PARTNER_ADMIN: ['FIELD_WORKER', 'CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN', 'SERVICE_PROVIDER'],
};

/** Whether an account of one role says what one of another may do. */
export const administers = (role: Role, other: string): boolean =>
  (administered[role] as readonly string[] | undefined)?.includes(other) ?? false;

/** Mutations about the accounts of colleagues, which stand apart from the things of a country: the class, and the duty. */
export const accountMutations: Readonly<Record<string, { readonly dataClass: 'STAFF'; readonly duty: Duty }>> = {
  issuePasswordResetCode: { dataClass: 'STAFF', duty: 'staffAdministration' },
};

/** Queries whose answer is no record: the class that they are of. */
export const queryClasses: Readonly<Record<string, DataClass>> = {
  indicatorTable: 'INDICATOR',
  ministryTable: 'MINISTRY_TABLE',
};

/**
 * Fields that are about the caller alone, or about nobody. `signedOut`: open to everybody. `signedIn`: to whoever is signed in.
 * `own`: read with the rights of the account that the answer is about, who may just be signing in.
 */
export const personalFields: Readonly<Record<string, 'signedOut' | 'signedIn' | 'own'>> = {
  'Query.viewer': 'signedIn',
  'Query.node': 'signedIn',
  'Query.nodes': 'signedIn',
  'Query.codeLists': 'signedIn',
  'Query.search': 'signedIn',
  'Query.indicators': 'signedIn',
  'Mutation.signIn': 'signedOut',
  'Mutation.resetPassword': 'signedOut',
  'Mutation.refreshSession': 'signedOut',
  'Mutation.signOut': 'signedIn',
  'Mutation.changePassword': 'signedIn',
  'Mutation.enrolSecondFactor': 'signedIn',
  'Mutation.confirmSecondFactor': 'signedIn',
  'Mutation.removeSecondFactor': 'signedIn',
  'Account.organisation': 'own',
  'Account.country': 'own',
};
