/** A sealed value or a wrapped key that does not open: the caller learns that, and neither value nor reason. */
import { ApiError } from '../base/errors';

export class SealBroken extends ApiError {
  constructor() {
    super('INTERNAL_SERVER_ERROR', {
      en: 'A stored value fails its integrity check and cannot be shown. It has been reported.',
      pt: 'Um valor guardado não passa na verificação de integridade e não pode ser mostrado. Foi comunicado.',
    });
  }
}
