/** Putting back what was taken out by mistake. */
import { problem } from '../../../base/problem';
import { changing } from '../../../model/action-input';
import { allThings, type Constructor, type Thing } from '../../../model/thing';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import type { Where, Work } from '../../../writing/work';
import { caseLifecycle, same, toldOf } from '../case/case.lifecycle';
import { reasonNeeded } from '../case/case-note.inputs';
import { workedOn } from '../case/case.step';
import { givenThings } from '../session/service-session.voiding';
import { keepWhy, mark, partsOf, writes, type Voidable } from './voiding.actions';
import { Voiding } from './voiding.entity';

action(
  {
    name: 'restoreRecord',
    of: Voiding,
    label: { en: 'put back what was taken out', pt: 'repor o que foi retirado' },
    description: 'Puts back what was taken out by mistake, with whatever belongs to it.',
    duty: 'restoring',
    input: changing(Voiding, { description: 'What putting a record back takes.', fields: { reason: reasonNeeded } }),
    steps: [caseLifecycle.on({ from: toldOf, to: same })],
  },
  async (work, { id, expectedVersion, reason }) => {
    const voiding = await work.load(Voiding, id, { expectedVersion });
    const thing = allThings.get(voiding.entity);
    if (!thing) throw new Error(`${voiding.entity} is no thing`);
    const target = thing.target as Constructor<Voidable>;
    const caseId = voiding.caseId ?? (await caseOfGiven(work, target, voiding.recordId));
    const of = caseId === null ? null : await workedOn(work, caseId);
    if (voiding.restoredAt) throw restored();
    const records = await work.find(target, { id: voiding.recordId }, true);
    await assertWhole(work, thing, records);
    await mark(work, thing, records, of, null);
    for (const record of records) await keepWhy(work, record, of, reason);
    await work.update(Voiding, voiding, { restoredAt: now() });
    return id;
  },
);

/** What a provider took out is of a case, which the provider does not see. */
async function caseOfGiven(work: Work, target: Constructor<Voidable>, id: string): Promise<string | null> {
  const [record] = givenThings.includes(target) ? await work.find(target, { id }) : [];
  return record?.caseId ?? null;
}

/** A part is put back with what it is a part of, where that was taken out. */
async function assertWhole(work: Work, thing: Thing, records: readonly Voidable[]): Promise<void> {
  const above = [...writes.keys()].filter((whole) => partsOf(whole).some((part) => part.thing === thing));
  for (const whole of above) {
    const link = [...thing.links.values()].find(({ kind, target }) => kind === 'one' && target() === whole);
    const id = records.map((record) => (record as unknown as Record<string, string>)[link?.local ?? '']);
    const found = await work.find(whole.target as Constructor<Voidable>, { id } as unknown as Where<Voidable>);
    if (found.some(({ voidedAt }) => voidedAt !== null)) {
      throw problem(
        'VOIDED',
        'What it belongs to was taken out as well. Restore that; this comes back with it.',
        'Aquilo a que pertence também foi retirado. Reponha-o; isto volta com ele.',
      );
    }
  }
}

const restored = () => problem('NOT_VOIDED', 'It was put back already.', 'Já foi reposto.');
