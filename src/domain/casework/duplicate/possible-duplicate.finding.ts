/** Finding, when a survivor is recorded or changes, whom the organisation has on record who may be the same person. */
import { raw, sql, type Sql } from '../../../base/sql';
import type { Work } from '../../../writing/work';
import type { Values } from '../../../model/record';
import type { Kind } from '../../../writing/work-statements';
import type { SurvivorDemographics } from '../survivor/survivor.entity';
import type { Marks } from './identity-marks';

/** What is compared of a survivor, in an organisation that follows them. */
const columns = raw(`survivor_id uuid, organisation_id uuid, told_code text, language text, birth_year int,
  district_id uuid, phone_marks text[], document_mark text`);

/** How many are offered on the weak ground: it is true of hundreds in a large town. */
const MOST_WEAK = 10;

const inOrganisation = raw(`EXISTS (
  SELECT FROM "case" fc WHERE fc.survivor_id = o.id AND fc.organisation_id = m.organisation_id)`);

/** Others (`o`) who may be the person `m`, and how sure that is. */
const sure = raw(`
      SELECT o.id, o.created_at, 1 AS rank, 'SURVIVOR_CODE' AS ground FROM survivor o
      WHERE o.survivor_code = m.told_code AND ${inOrganisation.text}
    UNION ALL
      SELECT o.id, o.created_at, 1, 'SURVIVOR_CODE' FROM survivor_demographics d JOIN survivor o ON o.id = d.survivor_id
      WHERE d.told_code = m.told_code AND ${inOrganisation.text}
    UNION ALL
      SELECT o.id, o.created_at, 2, 'DOCUMENT_NUMBER' FROM survivor_identity i JOIN survivor o ON o.id = i.survivor_id
      WHERE i.document_mark = m.document_mark AND ${inOrganisation.text}
    UNION ALL
      SELECT o.id, o.created_at, 3, 'TELEPHONE_NUMBER' FROM survivor_identity i JOIN survivor o ON o.id = i.survivor_id
      WHERE (i.phone_mark = ANY(m.phone_marks) OR i.second_phone_mark = ANY(m.phone_marks)) AND ${inOrganisation.text}`);
const weak = raw(`
    UNION ALL
      (SELECT o.id, o.created_at, 5, 'YEAR_DISTRICT_LANGUAGE'
      FROM survivor_demographics d JOIN survivor o ON o.id = d.survivor_id
      WHERE d.home_district_id = m.district_id AND d.birth_year = m.birth_year AND o.preferred_language = m.language
        AND o.id <> m.survivor_id AND o.merged_into_id IS NULL AND ${inOrganisation.text}
      ORDER BY o.created_at DESC, o.id LIMIT ${MOST_WEAK})`);

/** Each pair once, on its surest ground; what was found before stays as it is, whatever was decided on it. */
const pairs = (people: Sql, grounds: Sql): Sql => sql`
  INSERT INTO possible_duplicate (id, version, created_at, updated_at, organisation_id, survivor_id, other_id, ground, status)
  SELECT gen_random_uuid(), 1, now(), now(), f.organisation_id, f.later, f.earlier, f.ground, 'OPEN' FROM (
    SELECT DISTINCT ON (m.organisation_id, m.survivor_id, f.id) m.organisation_id, f.ground,
      CASE WHEN f.created_at > m.made_at THEN f.id ELSE m.survivor_id END AS later,
      CASE WHEN f.created_at > m.made_at THEN m.survivor_id ELSE f.id END AS earlier
    FROM ${people} CROSS JOIN LATERAL (${grounds}) f
    WHERE f.id <> m.survivor_id
    ORDER BY m.organisation_id, m.survivor_id, f.id, f.rank) f
  WHERE NOT EXISTS (SELECT FROM possible_duplicate p WHERE p.organisation_id = f.organisation_id
    AND p.survivor_id IN (f.later, f.earlier) AND p.other_id IN (f.later, f.earlier))
  ORDER BY f.later, f.earlier ON CONFLICT DO NOTHING`;

const all = raw(sure.text + weak.text);

/** Goes out with the new survivor, in one statement: what is compared is told, since no row of it is seen yet. */
const ofNew: Kind = {
  table: 'possible_duplicate',
  insertion: (rows) =>
    pairs(
      sql`(SELECT *, now() AS made_at FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t(${columns})) m`,
      all,
    ),
};

/** What is told of a new survivor that can be compared. */
interface Told extends Pick<Values<SurvivorDemographics>, 'birthYear' | 'homeDistrictId'>, Partial<Marks> {
  readonly survivorId: string;
  readonly toldCode?: string | null | undefined;
  readonly language?: string | null | undefined;
}

/** Looks for whom a survivor who is just being recorded may be. */
export function findForNew(work: Work, told: Told): void {
  const { survivorId, toldCode = null, language, birthYear, homeDistrictId: district, documentMark = null } = told;
  const phones = [told.phoneMark, told.secondPhoneMark].filter((mark) => typeof mark === 'string');
  const weak = birthYear && district && language ? { birth_year: birthYear, district_id: district, language } : null;
  const { organisationId } = work.actor;
  if (!organisationId || (!toldCode && phones.length === 0 && !documentMark && !weak)) return;
  const row = { survivor_id: survivorId, organisation_id: organisationId, told_code: toldCode, ...weak };
  work.outbox.add(ofNew, [{ ...row, phone_marks: phones, document_mark: documentMark }]);
}

/** Those on record, in each organisation that follows them. */
const onRecord = (ids: readonly string[]): Sql => sql`(
  SELECT DISTINCT s.id AS survivor_id, c.organisation_id, s.created_at AS made_at, d.told_code, s.preferred_language AS language,
    d.birth_year, d.home_district_id AS district_id, array_remove(ARRAY[i.phone_mark, i.second_phone_mark], NULL) AS phone_marks,
    i.document_mark
  FROM survivor s JOIN "case" c ON c.survivor_id = s.id LEFT JOIN survivor_demographics d ON d.survivor_id = s.id
    LEFT JOIN survivor_identity i ON i.survivor_id = s.id
  WHERE s.id = ANY(${ids}::uuid[])) m`;

const findAll = (work: Work, ids: readonly string[]): Promise<void> =>
  Promise.resolve(work.write(pairs(onRecord(ids), all)));

/** Looks at the end for whom a survivor may be of whom more is known by then, or whom another organisation follows. */
export const findAgain = (work: Work, survivorId: string): void => work.atEnd(findAll, survivorId);

/** The same by what is sure alone. */
export const findSure = (work: Work, ids: readonly string[]): void => work.write(pairs(onRecord(ids), sure));
