/** Giving an anonymous case its survivor, once they want to be known, with what they decide. */
import { ProblemError } from '../../../base/problem';
import { many, one } from '../../../model/input';
import { changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { inOneRound } from '../../../writing/one-round';
import { CaseTransfer } from '../transfer/case-transfer.entity';
import { Case } from './case.entity';
import { recheckTransfer } from '../consent/consent.withdrawal';
import { caseLifecycle, nameless, same, servicesConsented, unfinished } from './case.lifecycle';
import { restrict } from './case.restriction';
import { takeStep } from './case.step';
import { checkConsent, checkRecipients } from '../consent/consent.checks';
import { checkGuardian, isMinor } from '../consent/consent.guardian';
import { newConsent } from '../consent/consent.inputs';
import { decide } from '../consent/consent.recording';
import { servicesAgreed } from '../consent/consent.services';
import { recordedAge } from '../survivor/survivor.age';
import { checkAgainstCountry, checkNewSurvivor } from '../survivor/survivor.checks';
import { newSurvivor, toldAge } from '../survivor/survivor.inputs';
import { addSurvivor } from '../survivor/survivor.recording';

action(
  {
    name: 'nameSurvivor',
    of: Case,
    label: { en: 'give the anonymous case its survivor', pt: 'dar ao caso anónimo a pessoa sobrevivente' },
    description:
      'Gives an anonymous case its survivor, who wants to be known by now, with what the survivor decides: SERVICES at least.',
    duty: 'caseRegistration',
    input: changing(Case, {
      description: 'What giving an anonymous case its survivor takes.',
      fields: {
        survivor: one(newSurvivor, { description: 'The survivor, who is not recorded yet.' }),
        consents: many(newConsent, { description: 'What the survivor decided.' }),
      },
    }),
    steps: [caseLifecycle.on({ from: unfinished, to: same, guards: [nameless, servicesConsented] })],
  },
  async (work, { id, expectedVersion, survivor, consents }) => {
    const check = new InputCheck();
    const ageBand = recordedAge(toldAge(survivor), {}, work.day()).ageBand ?? 'UNKNOWN';
    checkNewSurvivor(check, survivor, work.day(), ['survivor']);
    consents.forEach((consent, at) => {
      checkConsent(check, consent, ['consents', at]);
      checkGuardian(check, consent.values, isMinor(ageBand), ['consents', at]);
    });
    check.done();
    const record = await work.load(Case, id, { expectedVersion });
    const isNameless = record.anonymous && record.survivorId === null;
    const against = nameless.against({ nameless: isNameless });
    if (against) throw new ProblemError([against]);
    await inOneRound([
      checkAgainstCountry(work, survivor, ['survivor']),
      checkRecipients(work, consents, (at) => ['consents', at]),
    ]);
    // The key that seals the case becomes the survivor's.
    const survivorId = await addSurvivor(work, survivor, record.dataKeyId);
    const named = { anonymous: false, survivorId };
    for (const consent of consents) await decide(work, survivorId, consent, [{ ...record, ...named }]);
    const agreed = await servicesAgreed(work, { ...record, ...named });
    await takeStep(work, record, named, { servicesAgreed: agreed, nameless: isNameless });
    const pending = await work.find(CaseTransfer, { caseId: id, status: 'REQUESTED' }, true);
    for (const transfer of pending) await recheckTransfer(work, transfer, [record]);
    if (ageBand === 'UNDER_18') await restrict(work, record, 'MINOR');
    return id;
  },
);
