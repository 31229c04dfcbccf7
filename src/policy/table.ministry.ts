/** The part of the policy that is about exact numbers for a country's own ministry. It stands in `table.ts`. */
import type { ClassPolicy } from './scope';

/** Whoever watches over the privacy of the country's people lets numbers go; whoever reads them exactly sends them. */
export const ministryClasses = {
  MINISTRY_RELEASE: {
    label: { en: 'Releases to a ministry', pt: 'Autorizações para um ministério' },
    description: 'Which exact numbers may go to the DHIS2 of the country’s own ministry, until when and why.',
    rights: { PRIVACY_OFFICER: 'country rw', ME_OFFICER: 'country r' },
  },
  MINISTRY_TABLE: {
    label: { en: 'Exact numbers for a ministry', pt: 'Números exactos para um ministério' },
    description: 'Exact numbers as a release to a ministry names them; each read of them is in the access log.',
    rights: { ME_OFFICER: 'country r' },
  },
} as const satisfies Record<string, ClassPolicy>;
