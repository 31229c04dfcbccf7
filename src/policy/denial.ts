import { ApiError } from '../base/errors';
import type { Text } from '../base/locale';
import { actionLabel, allActions } from '../model/action';
import { dataClassLabel } from './data-class.codes';
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

/** What is denied, as people call it. */
function textOf(coordinate: string, dataClass: string): Text {
  const [type, name = ''] = coordinate.split('.');
  if (type === 'Mutation' && allActions.has(name)) {
    return {
      en: `Your role may not do this: ${actionLabel(name, 'en')}. Ask a colleague whose role may.`,
      pt: `A sua função não pode fazer isto: ${actionLabel(name, 'pt')}. Peça a um colega cuja função o permita.`,
    };
  }
  return {
    en: `Your role has no right to this: ${dataClassLabel(dataClass, 'en')}. Ask a colleague whose role has.`,
    pt: `A sua função não tem direito a isto: ${dataClassLabel(dataClass, 'pt')}. Pergunte a um colega cuja função o tenha.`,
  };
}

/** The one error of a denied coordinate: the field is null, and this says why. */
export class ForbiddenError extends ApiError {
  constructor(readonly denial: Denial) {
    const { coordinate, dataClass, readableBy } = denial;
    super('FORBIDDEN', textOf(coordinate, dataClass), { coordinate, dataClass, readableBy });
  }
}
