import { ApiError } from '../base/errors';
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

/** The one error of a denied coordinate: the field is null, and this says why. */
export class ForbiddenError extends ApiError {
  constructor(readonly denial: Denial) {
    const { coordinate, dataClass, readableBy } = denial;
    super(
      'FORBIDDEN',
      {
        en: `Your role may not use ${coordinate} (data class ${dataClass}).`,
        pt: `A sua função não pode usar ${coordinate} (classe de dados ${dataClass}).`,
      },
      { coordinate, dataClass, readableBy },
    );
  }
}
