/**
 * The end of what there is of a person in an alert: the place, what is known and the number go when their time is over, with
 * their keys and with what their history held. District, times and codes stay.
 */
import { ident, sql, type Sql } from '../../../base/sql';
import { thingOf, type Constructor } from '../../../model/thing';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import { asSystem, type SystemWrite } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { countryOf } from '../../country/country.own';
import { AlertNumber, AlertPlace } from './alert-place.entity';

const reason = 'Where help was needed and where to call back is erased by itself when its time is over.';
const [places, numbers] = [asSystem(AlertPlace, reason), asSystem(AlertNumber, reason)];

/** So many hours after. */
const since = (at: Sql, hours: number): Sql => sql`${at} + make_interval(hours => ${hours}) <= now()`;
/** When it was told here: neither a correction keeps anything longer, nor does a telephone whose clock is wrong take it at once. */
const raised = sql`a.created_at`;

sweep({
  name: 'eraseAlertPlaces',
  label: { en: 'erase where help was needed', pt: 'apagar o local de um alerta' },
  description:
    'erases place, words and number of emergency alerts in the hours of the country, with their keys; the district stays',
  writes: [places, numbers],
  run: async (work) => {
    const { identityVault, alertPlaceHours, alertPlaceMostHours, alertNumberHours } = await countryOf(work);
    const placeOver = sql`(${since(raised, alertPlaceMostHours)} OR ${since(sql`a.resolved_at`, alertPlaceHours)})`;
    // With a case somebody takes the number up there, or calls back; where no identities are kept, a case changes nothing.
    const unlinked = identityVault ? sql`a.case_id IS NULL` : sql`TRUE`;
    const numberOver = sql`(${placeOver} OR (${unlinked} AND ${since(raised, alertNumberHours)}))`;
    const gone = await erase(work, AlertPlace, places, placeOver, 'place_erased_at');
    return gone + (await erase(work, AlertNumber, numbers, numberOver, 'number_erased_at'));
  },
});

/** Those of alerts that somebody works on just now are left for the next time. */
async function erase(
  work: Work,
  target: Constructor<AlertPlace | AlertNumber>,
  as: SystemWrite,
  isOver: Sql,
  noted: string,
): Promise<number> {
  const due = await work.query<{ id: string }>(sql`
    SELECT a.id FROM emergency_alert a JOIN ${ident(thingOf(target).table)} p ON p.alert_id = a.id
    WHERE ${isOver} ORDER BY a.id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE OF a SKIP LOCKED`);
  if (due.length === 0) return 0;
  const ids = due.map(({ id }) => id);
  const records = await work.find(target, { alertId: ids }, true);
  work.erase(target, records, { as });
  work.destroyKeys(records.map(({ dataKeyId }) => dataKeyId));
  // A mark of time: the version stays.
  work.write(sql`UPDATE emergency_alert SET ${ident(noted)} = now() WHERE id = ANY(${ids}::uuid[])`);
  return records.length;
}
