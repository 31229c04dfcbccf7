/** Units that pledge a procedure and adopt it, and what is corrected of that. */
import { changing, making } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { organisationOfActivity } from '../activity/activity.organisation';
import { assertReadable } from '../material/material.checks';
import { AdoptionCheck } from './adoption-check.entity';
import { checksOf, factsOf } from './adoption-check.found';
import { assertAdoption, assertDays, foundBy, monthsBetween } from './procedure-adoption.checks';
import { ProcedureAdoption } from './procedure-adoption.entity';
import { adoptionLifecycle, everyStatus, same } from './procedure-adoption.lifecycle';

action(
  {
    name: 'pledgeAdoption',
    of: ProcedureAdoption,
    label: { en: 'record that a unit pledges a procedure', pt: 'registar que uma unidade promete um procedimento' },
    description: 'Records that a unit has said that it will work by a procedure.',
    input: making(ProcedureAdoption, {
      description: 'What recording the pledge of a unit takes.',
      relies: ['procedureId', 'pledgedOn'],
    }),
    steps: [adoptionLifecycle.on({ from: [], to: 'PLEDGED' })],
  },
  (work, { id, values }) => begin(work, values, id),
);

action(
  {
    name: 'recordProcedureAdoption',
    of: ProcedureAdoption,
    label: { en: 'record that a unit adopted a procedure', pt: 'registar que uma unidade adoptou um procedimento' },
    description: 'Records that a unit has adopted a procedure, where no pledge of it is on record.',
    input: making(ProcedureAdoption, {
      description: 'What recording the adoption of a procedure takes.',
      relies: ['procedureId', 'adoptedOn'],
    }),
    steps: [adoptionLifecycle.on({ from: [], to: 'ADOPTED' })],
  },
  (work, { id, values }) => begin(work, values, id),
);

async function begin(work: Work, values: Values<ProcedureAdoption>, id?: string | null): Promise<string> {
  await assertReadable(work, values.procedureId, ['procedureId']);
  await assertAdoption(work, values);
  const organisationId = await organisationOfActivity(work, values.organisationId);
  const status = adoptionLifecycle.step(null, work.action, { isRecorder: true, found: 'ADOPTED', checks: 0 });
  const recordedById = work.actor.accountId;
  return work.insert(ProcedureAdoption, { ...values, id, organisationId, status, recordedById });
}

action(
  {
    name: 'confirmProcedureAdoption',
    of: ProcedureAdoption,
    label: { en: 'record that the pledge was kept', pt: 'registar que a promessa foi cumprida' },
    description: 'Records that a unit has adopted the procedure that it pledged.',
    input: changing(ProcedureAdoption, {
      description: 'What recording that a pledge was kept takes.',
      relies: ['adoptedOn'],
    }),
    steps: [adoptionLifecycle.on({ from: ['PLEDGED'], to: 'ADOPTED' })],
  },
  async (work, { id, expectedVersion, values }) => {
    const adoption = await work.load(ProcedureAdoption, id, { expectedVersion });
    await assertAdoption(work, { ...adoption, ...values });
    const status = adoptionLifecycle.step(adoption.status, work.action, factsOf(work, adoption, []));
    await work.update(ProcedureAdoption, adoption, { ...values, status, recordedById: work.actor.accountId });
    return id;
  },
);

action(
  {
    name: 'updateProcedureAdoption',
    of: ProcedureAdoption,
    label: { en: 'correct the adoption', pt: 'corrigir a adopção' },
    description: 'Corrects what is recorded of an adoption; checks are taken back and recorded anew.',
    input: changing(ProcedureAdoption, {
      description: 'What correcting an adoption takes; what is left out stays as it is.',
    }),
    steps: [adoptionLifecycle.on({ from: everyStatus, to: same })],
  },
  async (work, { id, expectedVersion, values }) => {
    const adoption = await work.load(ProcedureAdoption, id, { expectedVersion });
    const checks = await checksOf(work, id);
    adoptionLifecycle.step(adoption.status, work.action, factsOf(work, adoption, checks));
    const told = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    const corrected: ProcedureAdoption = { ...adoption, ...told };
    assertDays(adoption.status, corrected, checks);
    await assertReadable(work, values.procedureId, ['procedureId']);
    await assertAdoption(work, corrected);
    const { sustainedAfterMonths } = foundBy(await reckonAnew(work, corrected.adoptedOn, checks));
    const recordedById = work.actor.accountId;
    await work.update(ProcedureAdoption, adoption, { ...values, sustainedAfterMonths, recordedById });
    return id;
  },
);

/** Where the day of the adoption is corrected, every check came so many months later. */
async function reckonAnew(
  work: Work,
  adoptedOn: string | null,
  checks: readonly AdoptionCheck[],
): Promise<readonly AdoptionCheck[]> {
  for (const check of checks) {
    const monthsSinceAdoption = monthsBetween(adoptedOn ?? check.checkedOn, check.checkedOn);
    if (monthsSinceAdoption !== check.monthsSinceAdoption)
      await work.update(AdoptionCheck, check, { monthsSinceAdoption });
  }
  return checks;
}

action(
  {
    name: 'voidProcedureAdoption',
    of: ProcedureAdoption,
    label: { en: 'take the adoption out, as recorded in error', pt: 'retirar a adopção, registada por engano' },
    description: 'Takes an adoption out of all lists and counts with its checks, since it was recorded in error.',
    input: changing(ProcedureAdoption, { description: 'What taking an adoption out takes.' }),
    steps: [adoptionLifecycle.on({ from: everyStatus, to: same })],
  },
  async (work, { id, expectedVersion, values }) => {
    const adoption = await work.load(ProcedureAdoption, id, { expectedVersion });
    const checks = await checksOf(work, id);
    const voidedAt = now();
    for (const check of checks) await work.update(AdoptionCheck, check, { voidedAt });
    await work.update(ProcedureAdoption, adoption, { ...values, voidedAt });
    return id;
  },
);
