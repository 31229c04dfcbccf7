/** What mutations on follow-ups take beside their own fields, and what of it can be wrong. */
import { notFound, problem } from '../../../base/problem';
import { one, part, type InputOf } from '../../../model/input';
import { stepName } from '../../../model/lifecycle';
import { InputCheck, type Path } from '../../../writing/input';
import { notAhead } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { caseText } from '../case/case-note.inputs';
import type { Case } from '../case/case.entity';
import { addNote } from '../case/case.step';
import { Referral } from '../referral/referral.entity';
import { againstContact } from './follow-up.contact';
import { FollowUp } from './follow-up.entity';
import { followUpLifecycle, NEXT } from './follow-up.lifecycle';
import { assertHasCase, tellOfFollowUp } from './follow-up.people';

const nextFollowUp = part(NEXT, FollowUp, {
  description: 'The follow-up that comes next, planned with the one that is recorded.',
  relies: ['type', 'dueAt'],
});
export type NextFollowUp = InputOf<typeof nextFollowUp>;

export const next = one(nextFollowUp, { nullable: true, description: 'The follow-up that comes next.' });
export const note = one(caseText, {
  nullable: true,
  description: 'In words, for the notes of the case. Sealed; every read is logged.',
});
type Note = { readonly values: { readonly text: string } } | null | undefined;

/** Keeps what was said of a follow-up in words, among the notes of the case. */
export async function keepNote(work: Work, record: Case, followUpId: string, told: Note): Promise<void> {
  if (told) await addNote(work, record, 'NOTE', told.values.text, undefined, followUpId);
}

const DAY = 86_400_000;
const DAYS_BEHIND = 7;
/** Hearings are set far ahead. */
const DAYS_AHEAD = 3 * 366;

/** Notes where something cannot be planned for then: what was planned on a telephone comes in when it is connected again. */
export function checkDue(check: InputCheck, dueAt: string | null | undefined, path: Path): void {
  if (!dueAt) return;
  const at = Date.parse(dueAt);
  if (at < Date.now() - DAYS_BEHIND * DAY)
    check.refuse(path, {
      en: 'That is more than seven days ago. Choose a later time; what was done already is recorded as done.',
      pt: 'Isso foi há mais de sete dias. Escolha uma hora posterior; o que já foi feito regista-se como feito.',
    });
  else if (at > Date.now() + DAYS_AHEAD * DAY)
    check.refuse(path, {
      en: 'That is more than three years ahead. Choose an earlier time.',
      pt: 'Isso é daqui a mais de três anos. Escolha uma hora mais próxima.',
    });
}

/** What is moved is moved to a day to come, or to today: nothing is put off into the past. */
export function checkMoved(work: Work, check: InputCheck, dueAt: string | null | undefined): void {
  if (dueAt && work.day(dueAt) < work.day())
    check.refuse(['dueAt'], {
      en: 'That day is past. Move it to today or to a day to come; if it was done, record that.',
      pt: 'Esse dia já passou. Mude para hoje ou para um dia futuro; se foi feito, registe-o.',
    });
  checkDue(check, dueAt, ['dueAt']);
}

/** Notes what of a follow-up that was done or tried does not fit together. */
export function checkDone(
  check: InputCheck,
  { outcome, doneAt, feedback, referralId }: Values<FollowUp>,
  path: Path = [],
): void {
  notAhead(check, doneAt, [...path, 'doneAt']);
  if (!feedback) return;
  if (!referralId)
    check.refuse([...path, 'feedback'], {
      en: 'This is what the survivor says of a service: name the referral that the follow-up is about.',
      pt: 'Isto é o que a pessoa sobrevivente diz de um serviço: indique o encaminhamento a que o seguimento diz respeito.',
    });
  if (outcome === 'NO_CONTACT')
    check.refuse([...path, 'feedback'], {
      en: 'Nobody was reached who could say that. Leave it out, or choose another outcome.',
      pt: 'Não se encontrou ninguém que o pudesse dizer. Retire-o, ou escolha outro resultado.',
    });
}

/** @throws ProblemError where the referral is out of reach, of another case, or was never sent */
export async function assertReferral(
  work: Work,
  caseId: string,
  referralId: string | null | undefined,
  path: Path = ['referralId'],
): Promise<void> {
  if (!referralId) return;
  const referral = await work.load(Referral, referralId, { right: 'read', path });
  if (referral.caseId !== caseId) throw notFound(path);
  if (referral.status !== 'DRAFT') return;
  throw problem(
    'INVALID_INPUT',
    'This referral was not sent, so there is nothing to follow up. Send it first, or leave it out.',
    'Este encaminhamento não foi enviado, por isso não há nada a seguir. Envie-o primeiro, ou retire-o.',
    path,
  );
}

/** Plans the follow-up that comes after another, where one is given. */
export async function planNext(
  work: Work,
  record: Case,
  { id: previousId, referralId }: Pick<FollowUp, 'id' | 'referralId'>,
  told: NextFollowUp | null | undefined,
): Promise<void> {
  if (!told) return;
  const { values } = told;
  const check = new InputCheck();
  checkDue(check, values.dueAt, [NEXT, 'dueAt']);
  check.done();
  const contact = await againstContact(work, record, values, [NEXT, 'type']);
  const status = followUpLifecycle.step(null, stepName(work.action, NEXT), { contact });
  const of = { caseId: record.id, previousId, status };
  await plan(work, record, { referralId, ...values, ...of }, [NEXT]);
}

/** Makes a planned follow-up, for who has the case unless somebody is named. @returns its id */
export async function plan(
  work: Work,
  record: Case,
  values: Values<FollowUp> & { readonly id?: string | null },
  path: Path = [],
): Promise<string> {
  if (values.responsibleId) await assertHasCase(work, record, values.responsibleId, [...path, 'responsibleId']);
  await assertReferral(work, record.id, values.referralId, [...path, 'referralId']);
  const responsibleId = values.responsibleId ?? record.ownerId;
  const id = await work.insert(FollowUp, { ...values, responsibleId });
  await tellOfFollowUp(work, record, responsibleId);
  return id;
}
