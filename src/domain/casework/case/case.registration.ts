/** Registering a case, with the survivor, the consents and the incidents that come with it, in one piece. */
import { making } from '../../../model/action-input';
import { field } from '../../../model/input';
import { action } from '../../../writing/action';
import type { Work } from '../../../writing/work';
import { alertId } from '../alert/emergency-alert.case';
import { servicesAgreed } from '../consent/consent.services';
import type { CaseStatus } from './case.codes';
import { Case } from './case.entity';
import { caseLifecycle } from './case.lifecycle';
import { checkRegistration, register, registrationFields, type Holder, type Registration } from './case.registering';

action(
  {
    name: 'registerCase',
    of: Case,
    label: { en: 'register a case', pt: 'registar um caso' },
    description: 'Registers a case with its survivor, consents and incidents, or begins one as a draft.',
    duty: 'caseRegistration',
    input: making(Case, {
      description:
        'What registering a case takes: as a draft, for a survivor with consent to SERVICES, or as anonymous.',
      relies: ['source'],
      fields: {
        draft: field({
          type: 'boolean',
          nullable: true,
          description: 'True: keep it as a draft; `submitCase` registers it.',
        }),
        ...registrationFields,
        alertId,
      },
    }),
    check: checkRegistration,
    steps: [caseLifecycle.on({ from: [], to: 'DRAFT' })],
  },
  (work, { draft, ...input }) =>
    register(work, input, { status: (_, given, holder) => firstStatus(work, draft ?? false, given, holder) }),
);

/** A draft, or registered at once where nothing is against it. */
async function firstStatus(work: Work, draft: boolean, { values }: Registration, holder: Holder): Promise<CaseStatus> {
  const drafted = caseLifecycle.step(null, work.action, {});
  if (draft) return drafted;
  const agreed = await servicesAgreed(work, { anonymous: values.anonymous ?? false, ...holder });
  return caseLifecycle.step(drafted, 'submitCase', { servicesAgreed: agreed });
}
