/** Adoptions that nobody has checked for long: that a unit works by a procedure is true as long as somebody looks. */
import { raw, sql } from '../../base/sql';
import { startOf, waits, workSource } from '../work-list/work-source';
import { ProcedureAdoption } from './procedure-adoption.entity';

/** Of an adoption that was not checked yet from the day of the adoption on. One that has lapsed waits for nobody. */
const since = raw('coalesce(a.checked_on, a.adopted_on)');
const due = startOf(sql`(${since} + interval '12 months')::date`);

workSource({
  name: 'adoptionNotChecked',
  of: [ProcedureAdoption],
  rows: (among) => sql`
    SELECT ${waits({
      ...{ root: raw('a.id'), kind: 'ADOPTION_UNCHECKED', dueAt: due, since: startOf(since), from: due },
      ...{ organisationId: raw('a.organisation_id'), audience: 'verification' },
      record: { entity: ProcedureAdoption, id: raw('a.id'), makerId: raw('a.created_by_id') },
    })}
    FROM procedure_adoption a
    WHERE ${among(raw('a.id'))} AND a.status IN ('ADOPTED', 'VERIFIED') AND a.voided_at IS NULL`,
});
