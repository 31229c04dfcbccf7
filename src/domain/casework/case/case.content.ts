/** Which groups of fields a case holds: what another organisation would come to know by being given it. */
import { and, column, ident, join, sql, TRUE } from '../../../base/sql';
import type { Work } from '../../../writing/work';
import { attributeOf } from '../../../writing/work-statements';
import { allThings, isVoidable } from '../../../model/thing';
import { stands } from '../../../policy/rights';
import { ShareableClass } from '../../../policy/shareable.codes';
import { Case } from './case.entity';

/** The shareable classes of which the case, or its survivor, has any record. */
export async function classesOf(work: Work, record: Case): Promise<ShareableClass[]> {
  const parts = [...allThings.values()].flatMap((thing) => {
    const { through } = thing.reach;
    const dataClass = ShareableClass.codes.find((code) => code === thing.dataClass);
    if (!dataClass || through?.thing.target !== Case) return [];
    const key = record[through.foreign as keyof Case];
    const at = column('t', attributeOf(thing, through.local).column);
    return [
      sql`SELECT ${dataClass}::text AS "dataClass" WHERE EXISTS (SELECT FROM ${ident(thing.table)} t WHERE ${and([sql`${at} = ${key}`, isVoidable(thing) ? stands('t') : TRUE])})`,
    ];
  });
  const found = await work.query<{ dataClass: ShareableClass }>(join(parts, ' UNION '));
  return found.map(({ dataClass }) => dataClass);
}
