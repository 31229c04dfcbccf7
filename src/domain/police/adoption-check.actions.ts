/** Looking whether a unit works by what it adopted; and taking back what was recorded in error. */
import { changing } from '../../model/action-input';
import { field } from '../../model/input';
import { stepName } from '../../model/lifecycle';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import { AdoptionCheck } from './adoption-check.entity';
import { checksOf, factsOf } from './adoption-check.found';
import { assertCheck, foundBy, monthsBetween, scoreOf } from './procedure-adoption.checks';
import { ProcedureAdoption } from './procedure-adoption.entity';
import { adoptionLifecycle, asFound, checkable, otherEyes, toFound, wasChecked } from './procedure-adoption.lifecycle';

action(
  {
    name: 'recordAdoptionCheck',
    of: ProcedureAdoption,
    label: { en: 'record a check of the adoption', pt: 'registar uma verificação da adopção' },
    description:
      'Records whether a unit works by a procedure that it adopted; somebody other than who recorded that does.',
    duty: 'verification',
    input: changing(ProcedureAdoption, {
      description: 'What recording a check takes: how far the unit keeps to the procedure, as a score or in items.',
      also: { check: AdoptionCheck },
    }),
    steps: (['VERIFIED', 'LAPSED'] as const).map((to) =>
      adoptionLifecycle.on({ variant: toFound(to), from: checkable, to, guards: [otherEyes] }),
    ),
  },
  async (work, { id, expectedVersion, check }) => {
    const adoption = await work.load(ProcedureAdoption, id, { expectedVersion });
    const { checkedOn, inPractice } = check;
    if (checkedOn === undefined || inPractice === undefined)
      throw new Error('a check without its day or what it found');
    const before = await checksOf(work, id);
    const variant = toFound(inPractice ? 'VERIFIED' : 'LAPSED');
    adoptionLifecycle.step(adoption.status, stepName(work.action, variant), factsOf(work, adoption, before));
    const adoptedOn = adoption.adoptedOn ?? checkedOn;
    assertCheck(work, check, adoptedOn);
    const monthsSinceAdoption = monthsBetween(adoptedOn, checkedOn);
    const made = { ...check, checkedOn, inPractice, monthsSinceAdoption, complianceScore: scoreOf(check) };
    await work.insert(AdoptionCheck, { ...made, adoptionId: id });
    // One that is entered late says nothing of what a later one found.
    const later = before.filter((other) => other.checkedOn > checkedOn);
    const found = foundBy([...before.filter((other) => !later.includes(other)), made, ...later]);
    await work.update(ProcedureAdoption, adoption, found);
    return id;
  },
);

action(
  {
    name: 'takeBackAdoptionCheck',
    of: ProcedureAdoption,
    label: { en: 'take back the last check', pt: 'retirar a última verificação' },
    description: 'Takes back the last check, which was recorded in error.',
    duty: 'verification',
    input: changing(ProcedureAdoption, {
      description: 'What taking back a check takes.',
      fields: { reason: field({ type: 'longText', maxLength: 2000, description: 'Why.' }) },
    }),
    steps: [adoptionLifecycle.on({ from: checkable, to: asFound, guards: [wasChecked] })],
  },
  async (work, { id, expectedVersion, reason: takenBackReason }) => {
    const adoption = await work.load(ProcedureAdoption, id, { expectedVersion });
    const checks = await checksOf(work, id);
    const left = checks.slice(0, -1);
    const facts = { ...factsOf(work, adoption, left), checks: checks.length };
    const status = adoptionLifecycle.step(adoption.status, work.action, facts);
    const last = checks.at(-1);
    if (last) await work.update(AdoptionCheck, last, { voidedAt: now(), takenBackReason });
    await work.update(ProcedureAdoption, adoption, { ...foundBy(left), status });
    return id;
  },
);
