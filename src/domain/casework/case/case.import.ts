/** Taking up a case that was kept elsewhere: a draft to review, unless the survivor's consent comes with it. */
import { problem } from '../../../base/problem';
import { making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { notAhead } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { countryOf } from '../../country/country.own';
import { servicesAgreed } from '../consent/consent.services';
import type { CaseStatus } from './case.codes';
import { Case } from './case.entity';
import { caseLifecycle, referralsSettled, servicesConsented } from './case.lifecycle';
import { checkRegistration, register, registrationFields, type Holder, type Registration } from './case.registering';
import { retentionFrom } from './case.retention';

const DAY = 86_400_000;

/** A case that was closed where it was kept arrives so. */
const closing = 'the closure of a case that is imported';
caseLifecycle.follows(closing, { from: ['REGISTERED'], to: 'CLOSED', guards: [servicesConsented, referralsSettled] });

action(
  {
    name: 'importCase',
    of: Case,
    label: { en: 'take up a case that was kept elsewhere', pt: 'assumir um caso mantido noutro lugar' },
    description:
      'Takes up a case that was kept elsewhere, with its own days. It is a draft that whoever manages cases in the organisation reviews, kept for the days of the country, unless the survivor’s consent to SERVICES comes with it; with that it can arrive closed.',
    duty: 'caseRegistration',
    input: making(Case, {
      description: 'What taking up a case that was kept elsewhere takes.',
      relies: ['source'],
      fields: registrationFields,
    }),
    check: checkImport,
    steps: [caseLifecycle.on({ from: [], to: 'DRAFT' })],
  },
  (work, input) => {
    const check = new InputCheck();
    checkImport(check, input, work.day());
    check.done();
    const { closedAt, closureReason, ...values } = input.values;
    return register(
      work,
      { ...input, values },
      {
        status: (_, given, holder) => statusOf(work, given, holder, Boolean(closedAt)),
        values: async (_, status, holder) => ({
          imported: true,
          ...(status === 'CLOSED' && { closedAt, closureReason, retentionUntil: await retentionFrom(work, holder) }),
        }),
        draftEnd: importedDraftEnd,
      },
    );
  },
);

type Imported = Registration & { readonly values: Pick<Values<Case>, 'closedAt' | 'closureReason' | 'openedAt'> };

function checkImport(check: InputCheck, given: Imported, today: string): void {
  checkRegistration(check, given, today);
  const { closedAt, closureReason, openedAt } = given.values;
  notAhead(check, closedAt, ['closedAt']);
  if (Boolean(closedAt) !== Boolean(closureReason)) check.refuse([closedAt ? 'closureReason' : 'closedAt'], both);
  if (closedAt && openedAt && Date.parse(closedAt) < Date.parse(openedAt)) check.refuse(['closedAt'], closedBefore);
}

const both = {
  en: 'A case that is closed has both: when it was closed, and why. Give both, or leave both out.',
  pt: 'Um caso encerrado tem as duas coisas: quando foi encerrado e porquê. Indique ambas ou nenhuma.',
};
const closedBefore = {
  en: 'It lies before the case was opened. Check which of the two is wrong.',
  pt: 'É anterior à abertura do caso. Verifique qual dos dois está errado.',
};

/** Without consent nobody works on it, and nothing is counted of it: it waits for somebody who looks. */
async function statusOf(
  work: Work,
  { consents, values }: Registration,
  holder: Holder,
  isClosed: boolean,
): Promise<CaseStatus> {
  const drafted = caseLifecycle.step(null, work.action, {});
  const agreed =
    Boolean(consents?.length) && (await servicesAgreed(work, { anonymous: values.anonymous ?? false, ...holder }));
  if (!agreed && isClosed) throw notToClose();
  if (!agreed) return drafted;
  const registered = caseLifecycle.step(drafted, 'submitCase', { servicesAgreed: agreed });
  if (!isClosed) return registered;
  return caseLifecycle.step(registered, closing, { servicesAgreed: agreed, referralsSettled: true });
}

const notToClose = () =>
  problem(
    'CONSENT_MISSING',
    'A case arrives closed only with the survivor’s consent to services. Give the consent, or leave out when and why it was closed: then it is a draft to review.',
    'Um caso só chega encerrado com o consentimento da pessoa sobrevivente para serviços. Indique o consentimento, ou retire quando e porque foi encerrado: então fica como rascunho a rever.',
    ['closedAt'],
  );

async function importedDraftEnd(work: Work): Promise<string> {
  const { importedDraftDays } = await countryOf(work);
  return new Date(Date.now() + importedDraftDays * DAY).toISOString();
}
