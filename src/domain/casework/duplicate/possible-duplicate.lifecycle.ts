/** The lifecycle of a possible duplicate. */
import type { ProblemShape } from '../../../base/problem';
import { Lifecycle, type Guard } from '../../../model/lifecycle';
import { DuplicateStatus } from './possible-duplicate.codes';

/** Days that merged records can be separated for. */
export const SEPARABLE_DAYS = 30;

/** What guards judge by. */
export interface DuplicateFacts {
  /** A case of one of them is handled by another organisation. */
  readonly elsewhere?: boolean;
  /** One of them has a draft. */
  readonly drafted?: boolean;
  /** One of them was merged into somebody else by now. */
  readonly gone?: boolean;
  /** The consent to services stands for one of them, and not for the other. */
  readonly servicesDiffer?: boolean;
  /** The days are over in which they can be separated. */
  readonly late?: boolean;
}

const guard = (
  description: string,
  fact: keyof DuplicateFacts,
  code: string,
  text: ProblemShape['text'],
): Guard<DuplicateFacts> => ({
  description,
  isKnown: (facts) => facts[fact] !== undefined,
  against: (facts) => (facts[fact] ? { code, text } : undefined),
});

const followedHere = guard('no case of either is another organisation’s', 'elsewhere', 'ANOTHER_ORGANISATION', {
  en: 'Another organisation follows one of the two as well, so the records are not merged. Note the survivor’s code with the other record instead.',
  pt: 'Outra organização também segue uma das duas, por isso os registos não se fundem. Anote antes o código da pessoa sobrevivente no outro registo.',
});
const noDraft = guard('neither has a draft', 'drafted', 'DRAFT_OPEN', {
  en: 'One of the two has a case that is still a draft. Register or discard it first.',
  pt: 'Uma das duas tem um caso que ainda é rascunho. Registe-o ou elimine-o primeiro.',
});
const bothThere = guard('neither was merged into another record', 'gone', 'MERGED', {
  en: 'One of the two was merged into another record meanwhile. Look at that one.',
  pt: 'Uma das duas foi entretanto fundida noutro registo. Veja esse.',
});
const servicesAlike = guard(
  'the consent to services stands for both, or for neither',
  'servicesDiffer',
  'CONSENTS_DIFFER',
  {
    en: 'The survivor agreed to services in one record, and in the other that has ended. Ask the survivor, and record the decision there first.',
    pt: 'Num registo a pessoa sobrevivente aceitou os serviços e no outro isso terminou. Pergunte-lhe e registe aí primeiro a decisão.',
  },
);
const inTime = guard(`they were merged at most ${SEPARABLE_DAYS} days ago`, 'late', 'TOO_LATE', {
  en: 'Records can be separated for 30 days after they were merged, and these were merged before. Register the person anew and correct what is wrong here.',
  pt: 'Os registos podem separar-se durante 30 dias depois da fusão, e estes foram fundidos antes. Registe a pessoa de novo e corrija aqui o que está errado.',
});

export const duplicateLifecycle = new Lifecycle<DuplicateStatus, DuplicateFacts>('PossibleDuplicate', DuplicateStatus);

export const pointing = [duplicateLifecycle.on({ from: [], to: 'OPEN' })];
export const keepingApart = [duplicateLifecycle.on({ from: ['OPEN'], to: 'APART' })];
export const reconsidering = [duplicateLifecycle.on({ from: ['APART'], to: 'OPEN' })];
export const merging = [
  duplicateLifecycle.on({
    from: ['OPEN', 'APART'],
    to: 'MERGED',
    guards: [bothThere, followedHere, noDraft, servicesAlike],
  }),
];
export const separating = [duplicateLifecycle.on({ from: ['MERGED'], to: 'APART', guards: [followedHere, inTime] })];

duplicateLifecycle.follows('registerCase', { from: [], to: 'OPEN' });
