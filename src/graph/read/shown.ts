/** Which rows of a read the caller gets: the one beyond a page only tells that there is a next one. */
import type { Row } from '../../database/query';
import { raw, TRUE, type Sql } from '../../database/sql';
import type { ListPlan } from './list';

/** Said twice: to SQL, for the access log, and to us, for the links of the rows. */
export interface Shown {
  readonly condition: Sql;
  of(rows: Row[]): Row[];
}

export const allShown: Shown = { condition: TRUE, of: (rows) => rows };

/** Of a page of one list. */
export const shownOfPage = ({ limit }: ListPlan): Shown => ({
  condition: raw(`"$order" <= ${limit}`),
  of: (rows) => rows.slice(0, limit),
});

/** Of the pages of several parents, in which `$n` counts. */
export const shownOfPages = ({ limit }: ListPlan): Shown => ({
  condition: raw(`"$n" <= ${limit}`),
  of: (rows) => rows.filter((row) => Number(row.$n) <= limit),
});
