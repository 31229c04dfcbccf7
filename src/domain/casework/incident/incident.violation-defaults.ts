/** What a violation is in GBVIMS' types and in the programme's harms and forms, unless the case worker says otherwise. */
import type { GbvimsType, HarmKind, ViolenceForm } from './incident.codes';
import type { ViolationType } from './violation-type.codes';

/** The codes that a violation brings with it by default. */
export interface ViolationDefault {
  readonly gbvimsType: GbvimsType;
  readonly harmKinds: readonly [HarmKind, ...HarmKind[]];
  readonly violenceForms: readonly [ViolenceForm, ...ViolenceForm[]];
}

const is = (
  gbvimsType: GbvimsType,
  violenceForms: ViolationDefault['violenceForms'],
  ...harmKinds: ViolationDefault['harmKinds']
): ViolationDefault => ({ gbvimsType, harmKinds, violenceForms });

const DENIAL = 'DENIAL_OF_RESOURCES_OPPORTUNITIES_OR_SERVICES';
const EMOTIONAL = 'PSYCHOLOGICAL_EMOTIONAL_ABUSE';

/**
 * Every violation with its default GBVIMS type, forms and harms. Arrests, raids and laws have no
 * GBVIMS type: they stay in the programme's counts and out of GBVIMS exports. Sex without the agreed
 * condom and sex for release are penetration without consent, hence rape, which also brings them
 * under the 72 hours of post-exposure prophylaxis.
 */
export const violationDefaults: Readonly<Record<ViolationType, ViolationDefault>> = {
  BEATING: is('PHYSICAL_ASSAULT', ['ABUSE'], 'PHYSICAL', 'MENTAL'),
  WEAPON_THREAT_OR_USE: is('PHYSICAL_ASSAULT', ['ABUSE', 'COERCION'], 'PHYSICAL', 'MENTAL'),
  RESTRAINT_OR_ABDUCTION: is('PHYSICAL_ASSAULT', ['ABUSE', 'COERCION'], 'PHYSICAL', 'MENTAL'),
  HOMICIDE: is('PHYSICAL_ASSAULT', ['ABUSE'], 'PHYSICAL', 'SOCIAL'),
  RAPE: is('RAPE', ['ABUSE', 'COERCION'], 'PHYSICAL', 'MENTAL'),
  GANG_RAPE: is('RAPE', ['ABUSE', 'COERCION'], 'PHYSICAL', 'MENTAL'),
  SEXUAL_ASSAULT: is('SEXUAL_ASSAULT', ['ABUSE', 'COERCION'], 'PHYSICAL', 'MENTAL'),
  FORCED_UNPROTECTED_SEX_STEALTHING: is('RAPE', ['COERCION'], 'PHYSICAL', 'MENTAL'),
  SEXUAL_HARASSMENT: is(EMOTIONAL, ['ABUSE'], 'MENTAL'),
  SEX_FOR_RELEASE: is('RAPE', ['COERCION'], 'PHYSICAL', 'MENTAL', 'POLITICAL'),
  VERBAL_ABUSE: is(EMOTIONAL, ['ABUSE'], 'MENTAL'),
  HUMILIATION: is(EMOTIONAL, ['ABUSE', 'STIGMA'], 'MENTAL', 'SOCIAL'),
  THREAT: is(EMOTIONAL, ['COERCION'], 'MENTAL'),
  OUTING_DISCLOSURE: is(EMOTIONAL, ['ABUSE', 'STIGMA'], 'MENTAL', 'SOCIAL'),
  STALKING_ONLINE_ABUSE: is(EMOTIONAL, ['ABUSE'], 'MENTAL', 'SOCIAL'),
  NON_PAYMENT: is(DENIAL, ['ABUSE'], 'ECONOMIC'),
  ROBBERY: is(DENIAL, ['ABUSE'], 'ECONOMIC'),
  EXTORTION_BRIBE: is(DENIAL, ['COERCION'], 'ECONOMIC', 'POLITICAL'),
  UNLAWFUL_FINE: is(DENIAL, ['COERCION'], 'ECONOMIC', 'POLITICAL'),
  EVICTION: is(DENIAL, ['STIGMA'], 'ECONOMIC', 'SOCIAL'),
  LIVELIHOOD_DENIAL: is(DENIAL, ['COERCION'], 'ECONOMIC'),
  ARBITRARY_ARREST: is('NON_GBV', ['COERCION'], 'POLITICAL', 'MENTAL', 'ECONOMIC'),
  UNLAWFUL_DETENTION: is('NON_GBV', ['COERCION'], 'POLITICAL', 'MENTAL', 'ECONOMIC'),
  CONDOM_CONFISCATION: is(DENIAL, ['COERCION'], 'PHYSICAL', 'POLITICAL'),
  CONDOMS_AS_EVIDENCE: is('NON_GBV', ['STIGMA'], 'POLITICAL'),
  REFUSAL_TO_REGISTER_COMPLAINT: is(DENIAL, ['STIGMA'], 'POLITICAL'),
  RAID: is('NON_GBV', ['COERCION'], 'POLITICAL', 'ECONOMIC'),
  FORCED_TESTING_OR_REHABILITATION: is(EMOTIONAL, ['COERCION'], 'PHYSICAL', 'MENTAL', 'POLITICAL'),
  DENIAL_OF_HEALTH_CARE: is(DENIAL, ['STIGMA'], 'PHYSICAL', 'SOCIAL'),
  DENIAL_OF_OTHER_SERVICE: is(DENIAL, ['STIGMA'], 'SOCIAL'),
  BREACH_OF_CONFIDENTIALITY: is(EMOTIONAL, ['ABUSE', 'STIGMA'], 'MENTAL', 'SOCIAL'),
  STIGMA_COMMUNITY: is(EMOTIONAL, ['STIGMA'], 'SOCIAL', 'MENTAL'),
  STIGMA_FAMILY: is(EMOTIONAL, ['STIGMA'], 'SOCIAL', 'MENTAL'),
  RELIGIOUS_OR_CULTURAL_EXCLUSION: is(EMOTIONAL, ['STIGMA'], 'CULTURAL', 'SOCIAL'),
  CHILD_CUSTODY_THREAT: is(EMOTIONAL, ['COERCION', 'STIGMA'], 'MENTAL', 'SOCIAL'),
  MEDIA_HARM: is(EMOTIONAL, ['STIGMA'], 'SOCIAL', 'MENTAL'),
  DISCRIMINATORY_LAW_OR_BYLAW: is('NON_GBV', ['STIGMA'], 'POLITICAL'),
  TRAFFICKING_OR_FORCED_LABOUR: is('NON_GBV', ['COERCION'], 'PHYSICAL', 'ECONOMIC'),
  OTHER: is('NON_GBV', ['ABUSE'], 'SOCIAL'),
};
