/** What advocacy rests on: added, and taken out. What was told wrongly is taken out and added anew. */
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import type { InputCheck } from '../../writing/input';
import { now } from '../../writing/moments';
import { assertAll } from '../activity/activity.checks';
import { checkLink } from '../activity/activity.link';
import { AdvocacyActivity } from './advocacy-activity.entity';
import { AdvocacyEvidence } from './advocacy-evidence.entity';

type Counted = Partial<Pick<AdvocacyEvidence, 'kind' | 'caseCount'>>;

/** A number of cases is one, and nothing else has any. */
function checkCount(check: InputCheck, { kind, caseCount }: Counted): void {
  const isCount = kind === 'COUNT_OF_CASES';
  const isCounted = caseCount !== undefined && caseCount !== null;
  if (isCount === isCounted) return;
  check.refuse(
    ['caseCount'],
    isCount
      ? { en: 'Say how many cases there are.', pt: 'Indique quantos casos são.' }
      : {
          en: 'Only evidence that is a number of cases has one. Leave it out, or change what the evidence is.',
          pt: 'Só a prova que é um número de casos o tem. Não o indique, ou mude o que é a prova.',
        },
  );
}

action(
  {
    name: 'addAdvocacyEvidence',
    of: AdvocacyEvidence,
    label: { en: 'add evidence to the activity', pt: 'acrescentar uma prova à actividade' },
    description:
      'Adds what an advocacy activity rests on, or what shows how far it came. Cases are counted, never named.',
    input: making(AdvocacyEvidence, { description: 'What adding evidence takes.', relies: ['activityId'] }),
  },
  async (work, { id, values }) => {
    assertAll(
      (check) => checkLink(check, values.url, ['url']),
      (check) => checkCount(check, values),
    );
    await work.load(AdvocacyActivity, values.activityId, { path: ['activityId'] });
    return work.insert(AdvocacyEvidence, { ...values, id });
  },
);

action(
  {
    name: 'voidAdvocacyEvidence',
    of: AdvocacyEvidence,
    label: { en: 'take the evidence out, as recorded in error', pt: 'retirar a prova, registada por engano' },
    description: 'Takes a piece of evidence out of all lists and counts, since it was recorded in error.',
    input: changing(AdvocacyEvidence, { description: 'What taking evidence out takes.' }),
  },
  async (work, { id, expectedVersion }: Changing) => {
    const evidence = await work.load(AdvocacyEvidence, id, { expectedVersion });
    await work.update(AdvocacyEvidence, evidence, { voidedAt: now() });
    return id;
  },
);
