import { ApiError } from '../base/errors';
import type { Text } from '../base/locale';
import { actionLabel, allActions } from '../model/action';
import { enumerated } from '../model/codelist';
import { dataClassLabel } from './data-class.codes';
import { RoleCode } from './role.codes';
import type { Role } from './role';

/** A coordinate (`Type.field`) that the actor's role may not use, and who may. */
export interface Denial {
  readonly coordinate: string;
  readonly dataClass: string;
  readonly readableBy: readonly Role[];
  /** Response path of the first place where it is asked for of whatever record stands there, without positions in lists. */
  readonly path?: readonly string[];
  /** Places where it is asked for of records of one type, while others may come. */
  readonly narrowed?: readonly { readonly type: string; readonly path: readonly string[] }[];
}

/** What is denied, as people call it, and who may: the roles are no secret, they stand in `schema/access.md`. */
export function textOf({ coordinate, dataClass, readableBy }: Denial): Text {
  const [type, name = ''] = coordinate.split('.');
  const those = enumerated(RoleCode, readableBy);
  const isOpenToSome = readableBy.length > 0;
  if (type === 'Mutation' && allActions.has(name)) {
    const who = isOpenToSome
      ? {
          en: `Ask somebody whose role may: ${those.en}.`,
          pt: `Peça a quem tem uma função que o permita: ${those.pt}.`,
        }
      : { en: 'No role may.', pt: 'Nenhuma função o permite.' };
    return {
      en: `Your role may not do this: ${actionLabel(name, 'en')}. ${who.en}`,
      pt: `A sua função não pode fazer isto: ${actionLabel(name, 'pt')}. ${who.pt}`,
    };
  }
  const who = isOpenToSome
    ? {
        en: `Ask somebody whose role has: ${those.en}.`,
        pt: `Pergunte a quem tem uma função com esse direito: ${those.pt}.`,
      }
    : { en: 'No role has.', pt: 'Nenhuma função o tem.' };
  return {
    en: `Your role has no right to this: ${dataClassLabel(dataClass, 'en')}. ${who.en}`,
    pt: `A sua função não tem direito a isto: ${dataClassLabel(dataClass, 'pt')}. ${who.pt}`,
  };
}

/** The one error of a denied coordinate: the field is null, and this says why. */
export class ForbiddenError extends ApiError {
  constructor(readonly denial: Denial) {
    const { coordinate, dataClass, readableBy } = denial;
    super('FORBIDDEN', textOf(denial), { coordinate, dataClass, readableBy });
  }
}
