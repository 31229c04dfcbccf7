/** Demonstration texts of MZ: all invented. */
import type { CountryText } from '../types';
import advocacy from './advocacy.json';
import cases from './cases.json';
import directory from './directory.json';
import materials from './materials.json';
import names from './names.json';
import narratives from './narratives.json';
import organisations from './organisations.json';
import referrals from './referrals.json';
import trainings from './trainings.json';

export const mz = {
  ...names,
  ...organisations,
  ...narratives,
  ...cases,
  referralReasons: referrals.reasons,
  providerNotes: referrals.providerNotes,
  answers: referrals.answers,
  ...trainings,
  ...materials,
  ...advocacy,
  directory: directory.directory,
  directoryLanguages: directory.languages,
} as CountryText;
