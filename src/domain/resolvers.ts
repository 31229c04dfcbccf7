/** The resolver classes of the domain's mutations. Reads need none: they are made from the declarations of the things. */
import { AdvocacyResolver } from './advocacy/advocacy.resolver';
import { CaseClosureResolver } from './casework/case.closure.resolver';
import { CaseResolver } from './casework/case.resolver';
import { ConsentResolver } from './casework/consent.resolver';
import { IncidentResolver } from './casework/incident.resolver';
import { ReferralResolver } from './casework/referral.resolver';
import { SurvivorResolver } from './casework/survivor.resolver';
import { TrainingResolver } from './training/training.resolver';

export const domainResolvers = [
  CaseResolver,
  CaseClosureResolver,
  SurvivorResolver,
  IncidentResolver,
  ConsentResolver,
  ReferralResolver,
  TrainingResolver,
  AdvocacyResolver,
] as const;
