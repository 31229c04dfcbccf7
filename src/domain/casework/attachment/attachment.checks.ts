/** Whether something may be attached to a case at all. */
import { problem } from '../../../base/problem';
import type { Path } from '../../../writing/input';
import type { Work } from '../../../writing/work';
import { countryOf } from '../../country/country.own';
import type { Case } from '../case/case.entity';
import { standingConsents } from '../consent/consent.ledger';
import { personal, type AttachmentKind, type AttachmentType } from './attachment.codes';
import { fits } from './content/formats';

/** @throws ProblemError IDENTITY_VAULT_OFF, CONSENT_MISSING */
export async function assertAttachable(work: Work, record: Case, kind: AttachmentKind, path: Path): Promise<void> {
  if (!(await countryOf(work)).identityVault) throw vaultOff();
  if (personal.includes(kind) && !(await agreed(work, record))) throw notAgreed(path);
}

async function agreed(work: Work, { survivorId }: Case): Promise<boolean> {
  if (survivorId === null) return false;
  return (await standingConsents(work, survivorId)).some(({ purpose }) => purpose === 'PHOTO_AUDIO');
}

/** @throws ProblemError INVALID_INPUT where the content that is here is nothing of the kind */
export function assertFits(kind: AttachmentKind, type: AttachmentType | null, path: Path): void {
  if (type === null || fits(kind, type)) return;
  throw problem(
    'INVALID_INPUT',
    'The file that was sent is of another kind. Choose its kind, or take the attachment out and attach another.',
    'O ficheiro enviado não é deste tipo. Escolha o tipo que lhe corresponde, ou retire o anexo e anexe outro.',
    path,
  );
}

const vaultOff = () =>
  problem(
    'IDENTITY_VAULT_OFF',
    'This country records survivors by code only, so nothing is attached to a case. Keep the paper where it is safe.',
    'Este país regista as pessoas sobreviventes apenas por código, por isso nada se anexa a um caso. Guarde o papel em lugar seguro.',
    ['caseId'],
  );

const notAgreed = (path: Path) =>
  problem(
    'CONSENT_MISSING',
    'A photograph or a recording needs the survivor’s consent to it, and none stands. Ask the survivor, record the consent, then try again.',
    'Uma fotografia ou gravação precisa do consentimento da pessoa sobrevivente, e nenhum está em vigor. Pergunte-lhe, registe o consentimento e tente de novo.',
    path,
  );
