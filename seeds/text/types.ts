/** The shape of the demonstration texts of a country. */
import type { AdvocacyStage } from '../../src/domain/advocacy/advocacy.codes';
import type { LongTermOutcome, ActivityLevel } from '../../src/domain/activity/activity.codes';
import type { AdvocacyKind } from '../../src/domain/advocacy/advocacy.codes';
import type { PerpetratorCategory, PerpetratorSex, TimeOfDay } from '../../src/domain/casework/incident/incident.codes';
import type { ViolationType } from '../../src/domain/casework/incident/violation-type.codes';
import type { LocationType } from '../../src/domain/casework/incident/location-type.codes';
import type { OrganisationKind, PartnerRole } from '../../src/domain/organisation/organisation.codes';
import type { ServiceCategory } from '../../src/domain/casework/referral/referral.codes';
import type { ServiceType } from '../../src/domain/casework/referral/service-type.codes';
import type { SpokenLanguage } from '../../src/domain/casework/survivor/language.codes';
import type { AcceptedGroup, ServiceCoverage, ServiceRequirement } from '../../src/domain/directory/directory.codes';
import type { MaterialKind, RecipientKind } from '../../src/domain/material/material.codes';
import type { SafeContactMethod } from '../../src/domain/casework/survivor/survivor.codes';
import type { TrainingAudience, TrainingTopic } from '../../src/domain/training/training.codes';

/** An organisation of the programme; `province` is an ISO 3166-2 code. */
export interface PartnerText {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly partnerRole: PartnerRole;
  readonly sexWorkerLed: boolean;
  readonly province: string;
}

/** An organisation that receives referrals. */
export interface ProviderText {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly services: readonly ServiceCategory[];
  readonly province: string;
}

/** A health facility of a province that has none among the others. */
export type ClinicText = Pick<ProviderText, 'name' | 'province'>;

/** An account of an incident. `{place}` stands for a district's name, `{time}` for a phrase of `times`. */
export interface NarrativeText {
  readonly violationTypes: readonly ViolationType[];
  readonly perpetratorCategory: PerpetratorCategory;
  readonly locationType: LocationType;
  /** How many did it, and of which sex, where the account says so. */
  readonly count?: number;
  readonly sex?: PerpetratorSex;
  readonly text: string;
}

/** How a survivor may be contacted; `times` is empty where nobody may. */
export interface SafeContactText {
  readonly method: SafeContactMethod;
  readonly times: string;
  readonly note: string;
}

/** The steps of a case for which a reason is written down. */
export type ReasonedStep = 'SENT_BACK' | 'REOPENED' | 'TRANSFERRED' | 'OPEN_REFERRALS' | 'DUPLICATE' | 'WITHDRAWN';

/** What is said of an alleged perpetrator. */
export interface PerpetratorText {
  readonly category: PerpetratorCategory;
  readonly text: string;
}

/** A text about a referral to a category of service. */
export interface ServiceText {
  readonly category: ServiceCategory;
  readonly text: string;
}

export interface TrainingText {
  readonly topic: TrainingTopic;
  readonly audience: TrainingAudience;
  readonly level: ActivityLevel;
  readonly outcome: LongTermOutcome;
  readonly title: string;
  readonly material: string;
}

/** A manual, a procedure, a code of conduct or a curriculum. */
export interface MaterialText {
  readonly kind: MaterialKind;
  readonly title: string;
  readonly language: SpokenLanguage;
}

export interface AdvocacyText {
  readonly kind: AdvocacyKind;
  readonly level: ActivityLevel;
  readonly outcome: LongTermOutcome;
  readonly title: string;
  readonly target: string;
  readonly ask: string;
}

/** A provider outside the system, as the service directory has it. */
export interface DirectoryText {
  readonly name: string;
  readonly categories: readonly ServiceCategory[];
  readonly serviceTypes: readonly ServiceType[];
  readonly coverage: ServiceCoverage;
  readonly alwaysOpen: boolean;
  readonly accepts: readonly AcceptedGroup[];
  readonly asksFor: readonly ServiceRequirement[];
  readonly email: string | null;
  readonly address: string | null;
  readonly note: string | null;
  /** Days since somebody confirmed it. */
  readonly daysSince: number;
  readonly closed?: boolean;
}

/** Everything that the demonstration data of a country is written with; all of it invented. */
export interface CountryText {
  /** Says that the texts are invented. */
  readonly note: string;
  readonly givenNames: readonly string[];
  readonly workingNames: readonly string[];
  readonly surnames: readonly string[];
  /** When offices are open. */
  readonly officeHours: string;
  /** What the country calls the office of the police for cases of violence. */
  readonly violenceOffice: string;
  readonly partners: readonly PartnerText[];
  readonly providers: readonly ProviderText[];
  readonly clinics: readonly ClinicText[];
  readonly times: Readonly<Record<TimeOfDay, string>>;
  readonly narratives: readonly NarrativeText[];
  /** What an account says of somebody else who was there. */
  readonly companions: readonly PerpetratorText[];
  readonly safeContacts: readonly SafeContactText[];
  readonly caseNotes: readonly string[];
  readonly safetyPlans: readonly string[];
  readonly injuries: readonly string[];
  /** Descriptions of alleged perpetrators, none of whom exists. */
  readonly perpetrators: readonly PerpetratorText[];
  readonly transitionReasons: readonly { readonly step: ReasonedStep; readonly text: string }[];
  /** Why a record was taken out. */
  readonly recordedInError: readonly string[];
  readonly referralReasons: readonly ServiceText[];
  readonly providerNotes: readonly ServiceText[];
  /** What providers write when they decline. */
  readonly answers: readonly string[];
  readonly trainings: readonly TrainingText[];
  readonly materials: readonly MaterialText[];
  /** What units of a kind are called; `{place}` stands for a district's name. */
  readonly units: Readonly<Record<RecipientKind, string>>;
  /** Ranks of the police, where the country keeps names of those who were trained. */
  readonly ranks: readonly string[];
  /** What was found where somebody looked whether a unit keeps to a procedure. */
  readonly checkNotes: readonly string[];
  readonly advocacy: readonly AdvocacyText[];
  /** What came of an advocacy activity at a stage. */
  readonly results: Readonly<Partial<Record<AdvocacyStage, readonly string[]>>>;
  /** Providers outside the system. */
  readonly directory: readonly DirectoryText[];
  /** Languages that providers speak. */
  readonly directoryLanguages: readonly SpokenLanguage[];
}
