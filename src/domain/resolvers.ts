/** The resolver classes of the domain's mutations. Reads need none: they are made from the declarations of the things. */
import { AdvocacyResolver } from './advocacy/advocacy.resolver';
import { CaseClosureResolver } from './case/case-closure.resolver';
import { CaseResolver } from './case/case.resolver';
import { ConsentResolver } from './consent/consent.resolver';
import { IncidentResolver } from './incident/incident.resolver';
import { ReferralResolver } from './referral/referral.resolver';
import { SurvivorResolver } from './survivor/survivor.resolver';
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
