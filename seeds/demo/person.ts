/** A survivor as the stories go on telling of them. */
import type { SpokenLanguage } from '../../src/domain/casework/survivor/language.codes';
import type { AgeBand, GenderIdentity, SafeContactMethod } from '../../src/domain/casework/survivor/survivor.codes';
import type { Place, Team } from './world';

/** A survivor as the rest of a case needs them. */
export interface Person {
  readonly id: string;
  readonly survivorCode: string;
  readonly ageBand: AgeBand;
  readonly birthYear: number | null;
  readonly genderIdentity: GenderIdentity;
  readonly language: SpokenLanguage;
  readonly home: Place;
  readonly dataKeyId: string;
  /** The organisation that has their consent to services. */
  readonly team: Team;
  /** What became of the consent to reporting, in all their cases. */
  readonly reporting: 'GIVEN' | 'REFUSED' | 'WITHDRAWN';
  /** Whether they agreed to be contacted, and the safe way, where one is on record. */
  readonly contact: { agreed: boolean; method: SafeContactMethod | null };
  /** The last case, for one that repeats it. */
  lastCaseId: string;
}
