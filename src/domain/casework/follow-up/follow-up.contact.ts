/** Whether a survivor may be contacted, and so: the consent to it, and the way that is safe. */
import type { ProblemShape } from '../../../base/problem';
import { column, sql, type Sql } from '../../../base/sql';
import type { Work } from '../../../writing/work';
import type { Case } from '../case/case.entity';
import { decidesAgainst } from '../consent/consent.standing';
import { SafeContact } from '../survivor/survivor-identity.entity';
import { safeFor, type FollowUpType } from './follow-up.codes';

/**
 * The survivor of the case (alias `c`) had agreed by then that its organisation contacts them, and had not taken it back.
 * Decisions count in the order of receipt, as they do in all of the ledger.
 */
export const agreedToContact = (at: Sql): Sql => {
  const forUs = (alias: string): Sql =>
    sql`(${column(alias, 'recipient_id')} IS NULL OR ${column(alias, 'recipient_id')} = c.organisation_id)`;
  return sql`EXISTS (
    SELECT FROM consent g WHERE g.survivor_id = c.survivor_id AND g.purpose = 'CONTACT_FOLLOW_UP' AND g.decision = 'GIVEN'
      AND ${forUs('g')} AND (g.valid_until IS NULL OR g.valid_until > ${at})
      AND NOT EXISTS (
        SELECT FROM consent e WHERE e.survivor_id = g.survivor_id AND least(e.created_at, e.taken_at) <= ${at}
          AND (e.withdraws_id = g.id OR (e.purpose = g.purpose AND ${decidesAgainst}
            AND e.created_at >= g.created_at AND ${forUs('e')}))))`;
};

/** A follow-up as far as it contacts somebody. */
export interface Contact {
  readonly type: FollowUpType;
  /** When it is done, or was; now where it is planned. */
  readonly at?: string | null | undefined;
  readonly survivorGotInTouch?: boolean | undefined;
}

/**
 * What is against contacting the survivor so; null: nothing. In an anonymous case nobody has agreed to anything, and no
 * safe way is known: the survivor comes, or gets in touch.
 */
export async function againstContact(
  work: Work,
  { id, survivorId }: Pick<Case, 'id' | 'survivorId'>,
  { type, at, survivorGotInTouch = false }: Contact,
  path: readonly string[] = ['type'],
): Promise<ProblemShape | null> {
  const fitting = safeFor[type];
  if (!fitting || survivorGotInTouch) return null;
  if (survivorId === null) return { ...anonymous, path };
  const moment = at ? sql`${at}::timestamptz` : sql`now()`;
  const [agreed, [safe]] = await Promise.all([
    work.query(sql`SELECT FROM "case" c WHERE c.id = ${id} AND ${agreedToContact(moment)}`),
    work.find(SafeContact, { survivorId }),
  ]);
  if (agreed.length === 0) return { ...notAgreed, path };
  return safe && fitting.includes(safe.method) ? null : { ...notSafe, path };
}

const anonymous: ProblemShape = {
  code: 'CONSENT_MISSING',
  text: {
    en: 'The case is anonymous: nobody is on record who agreed to be contacted. Choose another type, or say that the survivor got in touch.',
    pt: 'O caso é anónimo: não está registado ninguém que tenha concordado em ser contactado. Escolha outro tipo, ou diga que foi a pessoa sobrevivente a entrar em contacto.',
  },
};

const notAgreed: ProblemShape = {
  code: 'CONSENT_MISSING',
  text: {
    en: 'The survivor has not agreed to be contacted for follow-up, or no longer. Ask, and record the decision; or choose a type that contacts nobody.',
    pt: 'A pessoa sobrevivente não concordou em ser contactada para seguimento, ou já não. Pergunte e registe a decisão; ou escolha um tipo que não contacte ninguém.',
  },
};

/** The same whatever the safe way is, and where none is recorded: it is not for everybody to know. */
const notSafe: ProblemShape = {
  code: 'CONTACT_NOT_SAFE',
  text: {
    en: 'It is not on record that this is a safe way to contact the survivor. Who has the case finds the safe way under the survivor’s safe contact: keep to it, or have it corrected with the survivor.',
    pt: 'Não está registado que esta seja uma forma segura de contactar a pessoa sobrevivente. Quem tem o caso encontra a forma segura no contacto seguro da pessoa sobrevivente: siga-a, ou corrija-a com a pessoa sobrevivente.',
  },
};
