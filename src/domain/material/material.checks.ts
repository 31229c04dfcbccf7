/** What of material can be wrong before anything is written. */
import { InputCheck, type Path } from '../../writing/input';
import { notTomorrow } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { checkLink } from '../activity/activity.link';
import { Material } from './material.entity';

/** @throws ProblemError NOT_FOUND, INVALID_INPUT with everything that does not fit */
export async function assertMaterial(work: Work, told: Values<Material>, id: string | null): Promise<void> {
  const check = new InputCheck();
  notTomorrow(check, told.issuedOn, work.day(), ['issuedOn']);
  checkLink(check, told.url, ['url']);
  await checkFormer(work, check, told, id);
  check.done();
}

/** What took the place of something came after it, and never, over others, takes its own place. */
async function checkFormer(
  work: Work,
  check: InputCheck,
  { supersedesId, issuedOn }: Values<Material>,
  id: string | null,
): Promise<void> {
  if (!supersedesId) return;
  const path = ['supersedesId'];
  const former = await work.load(Material, supersedesId, { right: 'read', path });
  if (issuedOn && former.issuedOn > issuedOn) {
    check.refuse(path, {
      en: 'That edition was issued later than this one. Check the days of both.',
      pt: 'Essa edição foi publicada depois desta. Verifique as datas de ambas.',
    });
  }
  if (id !== null && (await leadsTo(work, former, id))) {
    check.refuse(path, {
      en: 'It would take the place of itself. Choose an earlier edition.',
      pt: 'Ficaria no lugar de si própria. Escolha uma edição anterior.',
    });
  }
}

async function leadsTo(work: Work, former: Material, id: string): Promise<boolean> {
  const met = new Set<string>();
  let at: Material | undefined = former;
  while (at && !met.has(at.id)) {
    if (at.id === id) return true;
    met.add(at.id);
    [at] = at.supersedesId === null ? [] : await work.find(Material, { id: at.supersedesId });
  }
  return false;
}

/** Material that somebody names. @throws ProblemError NOT_FOUND, VOIDED */
export const assertReadable = async (work: Work, id: string | null | undefined, path: Path): Promise<void> => {
  if (id) await work.linked(Material, id, path);
};
