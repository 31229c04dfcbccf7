/** All that the guards of a case judge by, gathered where a step is refused and the others are named. */
import type { Work } from '../../../writing/work';
import { countryOf } from '../../country/country.own';
import type { Case } from './case.entity';
import type { CaseFacts } from './case.lifecycle';
import { isOwnDraft } from './case.draft';
import { gatherFacts } from './case.step';
import { servicesAgreed } from '../consent/consent.services';

gatherFacts(factsOf);

/** What depends on the step's own input stays unknown: a reason for closing all the same, the receiver of a case. */
async function factsOf(work: Work, record: Case): Promise<CaseFacts> {
  const [agreed, { crossOrganisationSharing }] = await Promise.all([servicesAgreed(work, record), countryOf(work)]);
  const stays = crossOrganisationSharing === 'NONE' || record.restrictedAt !== null;
  const { duplicateAskedById: asker } = record;
  const isOwn = record.closureRequestedById === work.actor.accountId;
  return {
    servicesAgreed: agreed,
    ownRequest: isOwn,
    nameless: record.anonymous && record.survivorId === null,
    offered: record.organisationId !== work.actor.organisationId,
    ownDraft: isOwnDraft(work, record),
    anotherPerson: !isOwn,
    duplicateAsked: asker !== null,
    secondPerson: asker !== work.actor.accountId,
    ...(stays && { handOverAgreed: false }),
  };
}
