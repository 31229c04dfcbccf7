/** A mutation that was done, whose record its caller cannot see: that must not look like nothing done. */
import type { RequestContext } from '../base/context';
import type { Text } from '../base/locale';
import { present, type Problem, type ProblemShape } from '../base/problem';
import type { Action } from '../model/action';

type Told = Pick<Action, 'readers' | 'unread'>;

const readBy = (readers: Text): Text => ({
  en: `This was recorded. It is read by ${readers.en}, and by nobody else: your account does not see it. Do not send it again; there is nothing left for you to do.`,
  pt: `Isto ficou registado. É lido ${readers.pt}, e por mais ninguém: a sua conta não o vê. Não o envie outra vez; não tem mais nada a fazer.`,
});

const gone: Text = {
  en: 'This was done, but your account can no longer see the record. Do not send it again; ask whoever has it now.',
  pt: 'Isto foi feito, mas a sua conta já não pode ver o registo. Não o envie outra vez; pergunte a quem o tem agora.',
};

function outOfSight({ readers, unread }: Told, isUnread: boolean): ProblemShape {
  const nobodyYet = isUnread ? unread?.text : undefined;
  return { code: 'RECORD_OUT_OF_SIGHT', text: nobodyYet ?? (readers ? readBy(readers) : gone) };
}

/**
 * The problems of a payload when the work is done, now or by an earlier request with this key: one request has one
 * answer. `found` is whether the record, where it was asked for, could be read; of a class that the role may not read
 * at all the policy's own error says why not.
 */
export const problemsOfDone = (
  { locale }: RequestContext,
  action: Told,
  { found, isUnread }: { readonly found: boolean; readonly isUnread: boolean },
): Problem[] => (found ? [] : [present(outOfSight(action, isUnread), locale)]);
