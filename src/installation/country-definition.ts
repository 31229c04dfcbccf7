/** What has to be known of a country to add it: names, language, data protection profile, places. Data, never code. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CountryCode, CrossBorderRule, CrossOrganisationSharing } from '../model/country.codes';
import { REGION } from '../base/countries';
import { locales, type Locale, type Text } from '../base/locale';
import { projectRoot } from '../base/project';
import { ReleasePeriod, ReleasePlace } from '../domain/country/release-profile.codes';
import { asKept, isObject, isText, placeProblems, zoneProblems, type ProvinceDefinition } from './place-definition';

/** What can be changed while a country is served. */
export interface CountrySettings {
  /** Null: as soon as reasonably possible. */
  readonly breachHours: number | null;
  readonly retentionMonths: number;
  readonly crossOrganisationSharing: CrossOrganisationSharing;
  /** Days that a draft of a case is kept. */
  readonly draftDays: number;
  readonly importedDraftDays: number;
  /** How long a transfer of a case waits for an answer. */
  readonly transferDays: number;
  readonly highRiskTransferHours: number;
  /** How long it is between follow-ups of a case, by its risk. */
  readonly highRiskFollowUpHours: number;
  readonly mediumRiskFollowUpDays: number;
  readonly lowRiskFollowUpDays: number;
  /** Of psychosocial care: after the first session, and later. */
  readonly psychosocialFollowUpDays: number;
  readonly psychosocialRepeatDays: number;
  /** How many sessions it has. */
  readonly psychosocialSessions: number;
  /** Days after which an entry of the service directory is stale. */
  readonly directoryDays: number;
  readonly emergencyDirectoryDays: number;
  /** Minutes within which an emergency alert is acknowledged, and somebody is on site. */
  readonly alertAcknowledgeMinutes: number;
  readonly alertTownMinutes: number;
  readonly alertElsewhereMinutes: number;
  /** Hours that its place is kept after its end, and at most; and its number without a case. */
  readonly alertPlaceHours: number;
  readonly alertPlaceMostHours: number;
  readonly alertNumberHours: number;
  /** Months that named participants of trainings are kept. */
  readonly participantMonths: number;
  /** Months after the last decision that breaches of a code of conduct are kept. */
  readonly conductMonths: number;
}

export interface CountryProfile extends CountrySettings {
  readonly code: string;
  readonly name: Text;
  readonly defaultLocale: Locale;
  /** IANA name. */
  readonly timezone: string;
  readonly crossBorderRule: CrossBorderRule;
  readonly identityVault: boolean;
  readonly caseSharing: boolean;
  /** How finely it gives anything away, and how many people have to look alike in what it gives. */
  readonly releasePeriod: ReleasePeriod;
  readonly releasePlace: ReleasePlace;
  readonly releaseK: number;
  readonly releaseL: number;
}

export interface CountryDefinition {
  readonly country: CountryProfile;
  readonly provinces: readonly ProvinceDefinition[];
}

/** Countries that a new installation begins with. */
export const programmeCountries = ['BW', 'MZ', 'ZA', 'ZW'] as const;

/** A country cannot be added as it was described; the message lists what is wrong. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
}

/** What the project knows of a country (`seeds/places/<CC>.json`); undefined when that is nothing. */
export function knownCountry(code: string): CountryDefinition | undefined {
  const path = join(projectRoot, 'seeds', 'places', `${code}.json`);
  return existsSync(path) ? readDefinition(path) : undefined;
}

/** Reads a definition, or the places of one, from a JSON file. */
export function readDefinition(path: string): CountryDefinition {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new DefinitionError(`${path} cannot be read: ${(error as Error).message}`);
  }
  if (isObject(found)) return found as unknown as CountryDefinition;
  throw new DefinitionError(`${path} is no definition: an object with provinces is needed`);
}

/** Throws a DefinitionError that lists everything that is wrong. */
export function checkDefinition({ country, provinces }: CountryDefinition): void {
  const problems = [...profileProblems(country), ...placeProblems(provinces), ...zoneProblems(country, provinces)];
  if (problems.length > 0) throw new DefinitionError(problems.map((problem) => `- ${problem}`).join('\n'));
}

const isCount = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
/** A year, and a century: what lies beyond is a slip of the hand. */
const mostHours = 8_760;
const mostMonths = 1_200;
const mostDays = 3_650;
/** Whoever is sent to a place that nobody asked for longer finds it closed. */
const mostDirectoryDays = 365;
const isPeriod = (value: number, least = 1): boolean => isCount(value, mostDays) && value >= least;
function profileProblems(country: CountryProfile): string[] {
  const rules: [boolean, string][] = [
    ...settingRules(country),
    [
      CountryCode.codes.includes(country.code as never) && country.code !== REGION,
      `"${country.code}" is no ISO 3166-1 code of an African country`,
    ],
    [isText(country.name?.en) && isText(country.name?.pt), `a name in English and in Portuguese is needed: ${asKept}`],
    [locales.includes(country.defaultLocale), `the language is one of ${locales.join(', ')}`],
    [isTimeZone(country.timezone), `"${country.timezone}" is no IANA time zone, such as Africa/Windhoek`],
    [
      CrossBorderRule.codes.includes(country.crossBorderRule),
      `the rule on transfers is one of ${CrossBorderRule.codes.join(', ')}`,
    ],
    [
      typeof country.identityVault === 'boolean' && typeof country.caseSharing === 'boolean',
      'identityVault and caseSharing are true or false',
    ],
    ...releaseRules(country),
  ];
  return rules.filter(([holds]) => !holds).map(([, problem]) => problem);
}

/** Fewer who look alike than anybody's rules ask for, or so many that nothing is left to give. */
const alike = { least: 5, most: 100 };
const kinds = { least: 2, most: 10 };

const releaseRules = (country: CountryProfile): [boolean, string][] => [
  [
    ReleasePeriod.codes.includes(country.releasePeriod) && ReleasePlace.codes.includes(country.releasePlace),
    `what it gives the region is by ${ReleasePeriod.codes.join(' or ')}, and by ${ReleasePlace.codes.join(' or ')}`,
  ],
  [
    isCount(country.releaseK, alike.most) && country.releaseK >= alike.least,
    `people who look alike in what it gives the region are at least ${alike.least} and at most ${alike.most}`,
  ],
  [
    isCount(country.releaseL, kinds.most) && country.releaseL >= kinds.least,
    `kinds of violence and of perpetrators among them are at least ${kinds.least} and at most ${kinds.most}`,
  ],
];

/** Throws a DefinitionError that lists what is wrong with settings. */
export function checkSettings(settings: CountrySettings): void {
  const problems = settingRules(settings).filter(([holds]) => !holds);
  if (problems.length > 0) throw new DefinitionError(problems.map(([, problem]) => `- ${problem}`).join('\n'));
}

const settingRules = (country: CountrySettings): [boolean, string][] => [
  [
    country.breachHours === null || isCount(country.breachHours, mostHours),
    `the breach deadline is a number of hours, at most ${mostHours}, or null`,
  ],
  [isCount(country.retentionMonths, mostMonths), `the retention is a number of months, at most ${mostMonths}`],
  [
    CrossOrganisationSharing.codes.includes(country.crossOrganisationSharing),
    `what organisations share with each other is one of ${CrossOrganisationSharing.codes.join(', ')}`,
  ],
  [
    isPeriod(country.draftDays, 4) && isPeriod(country.importedDraftDays, 4),
    `drafts are kept for a number of days, at least 4 and at most ${mostDays}`,
  ],
  [
    isPeriod(country.transferDays) && isPeriod(country.highRiskTransferHours),
    `a transfer waits for a number of days, and of hours at high risk, at most ${mostDays}`,
  ],
  [
    !(country.highRiskTransferHours > country.transferDays * 24),
    'a transfer at high risk waits no longer than another',
  ],
  ...followUpRules(country),
  [
    isCount(country.directoryDays, mostDirectoryDays) && isCount(country.emergencyDirectoryDays, mostDirectoryDays),
    `an entry of the service directory holds for a number of days, at most ${mostDirectoryDays}`,
  ],
  [
    !(country.emergencyDirectoryDays > country.directoryDays),
    'an entry of a provider of emergency response holds no longer than another',
  ],
  ...alertRules(country),
  ...keptRules(country),
];

const mostParticipantMonths = 24;

/** Whoever does not agree with a decision has time to appeal; and what somebody did is not held against them for ever. */
const conductMonths = { least: 6, most: 24 };

/** How long what names people, or says what they did, is kept. */
const keptRules = (country: CountrySettings): [boolean, string][] => [
  [
    isCount(country.participantMonths, mostParticipantMonths),
    `named participants of trainings are kept for a number of months, at most ${mostParticipantMonths}`,
  ],
  [
    isCount(country.conductMonths, conductMonths.most) && country.conductMonths >= conductMonths.least,
    `breaches of a code of conduct are kept for a number of months after the last decision, at least ${conductMonths.least} and at most ${conductMonths.most}`,
  ],
];

/** Whoever is in danger is not left to wait; and where somebody was in danger is not kept. */
const mostAlertMinutes = { acknowledge: 60, onSite: 24 * 60 };
const mostAlertHours = { afterEnd: 7 * 24, atAll: 14 * 24, number: 72 };

const alertRules = (country: CountrySettings): [boolean, string][] => [
  [
    isCount(country.alertAcknowledgeMinutes, mostAlertMinutes.acknowledge),
    `an emergency alert is acknowledged within a number of minutes, at most ${mostAlertMinutes.acknowledge}`,
  ],
  [
    [country.alertTownMinutes, country.alertElsewhereMinutes].every((value) => isCount(value, mostAlertMinutes.onSite)),
    `somebody is on site within a number of minutes, at most ${mostAlertMinutes.onSite}`,
  ],
  [!(country.alertTownMinutes > country.alertElsewhereMinutes), 'in towns somebody is on site no later than elsewhere'],
  [
    isCount(country.alertPlaceHours, mostAlertHours.afterEnd) &&
      isCount(country.alertPlaceMostHours, mostAlertHours.atAll),
    `the place of an alert is kept for a number of hours after its end, at most ${mostAlertHours.afterEnd}, and at all, at most ${mostAlertHours.atAll}`,
  ],
  [
    isCount(country.alertNumberHours, mostAlertHours.number),
    `the number of an alert is kept without a case for a number of hours, at most ${mostAlertHours.number}`,
  ],
];

/** Whoever lives with some risk is not left alone for more than a quarter, nor longer than who lives with less. */
const mostFollowUpDays = 92;
const isBetween = (value: number): boolean => isCount(value, mostFollowUpDays);

const followUpRules = (country: CountrySettings): [boolean, string][] => [
  [
    isCount(country.highRiskFollowUpHours, 7 * 24),
    'at high risk a case is followed up after a number of hours, at most a week',
  ],
  [
    [country.mediumRiskFollowUpDays, country.lowRiskFollowUpDays].every(isBetween),
    `otherwise a case is followed up after a number of days, at most ${mostFollowUpDays}`,
  ],
  [
    !(country.highRiskFollowUpHours > country.mediumRiskFollowUpDays * 24) &&
      !(country.mediumRiskFollowUpDays > country.lowRiskFollowUpDays),
    'a case at higher risk is followed up no later than one at lower',
  ],
  [
    [country.psychosocialFollowUpDays, country.psychosocialRepeatDays].every(isBetween),
    `psychosocial care is followed up after a number of days, at most ${mostFollowUpDays}`,
  ],
  [isCount(country.psychosocialSessions, 100), 'psychosocial care has a number of sessions, at most 100'],
];

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return isText(name);
  } catch {
    return false;
  }
}
