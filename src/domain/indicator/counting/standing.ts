/** What stands in a period as a whole and does not add up from its months: counted when it is asked for. */
import { raw, sql, type Sql } from '../../../base/sql';
import { ofPeople } from './cases';
import { counted, counting, every, one } from './counting';

const { ORGANISATION, PROVINCE } = ofPeople;

/** Stages on the way forward, in their order. */
const way = raw(`ARRAY['PLANNED', 'AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED', 'ENFORCED']`);
const ends = raw(`('ENFORCED', 'REJECTED', 'REVERSED')`);

/** How far an activity had come by a day: the furthest stage on the way, taken back ones aside. */
const furthest = (until: Sql): Sql => sql`(SELECT max(array_position(${way}, g.stage)) FROM advocacy_stage_reached g
  WHERE g.activity_id = a.id AND g.voided_at IS NULL AND g.reached_on ${until})`;
/** Where it began: that it is recorded is no step forward. */
const begun = sql`(SELECT array_position(${way}, g.stage) FROM advocacy_stage_reached g
  WHERE g.activity_id = a.id AND g.voided_at IS NULL ORDER BY g.reached_on, g.created_at, g.id LIMIT 1)`;

/** At work for a law, a policy or a by-law: begun by the end of the period, and not at its end before it began. */
export const advocacy = counting({
  kind: 'live',
  name: 'advocacy',
  unit: 'ADVOCACY_ACTIVITY',
  basis: 'WHOLE_PERIOD',
  dimensions: { ORGANISATION, ADVOCACY_KIND: 'category', LEVEL: 'detail' },
  measures: {
    active: {
      en: 'Active advocacy for laws, policies and by-laws',
      pt: 'Advocacia activa por leis, políticas e posturas',
    },
    moved: { en: 'Of these, what moved on', pt: 'Desta, a que avançou' },
  },
  rows: (from, to) => sql`SELECT ${counted({
    root: raw('a.id'),
    day: to,
    columns: { organisation_id: raw('a.organisation_id'), category: raw('a.kind'), detail: raw('a.level') },
    measures: [every, one(sql`${furthest(sql`<= ${to}`)} > coalesce(${furthest(sql`< ${from}`)}, ${begun})`)],
  })}
    FROM advocacy_activity a
    WHERE a.voided_at IS NULL AND a.kind IN ('LAW_REFORM', 'POLICY_REFORM', 'BYLAW_CHANGE') AND a.stance = 'FOR'
      AND coalesce(a.activity_on, (SELECT min(g.reached_on) FROM advocacy_stage_reached g
        WHERE g.activity_id = a.id AND g.voided_at IS NULL)) <= ${to}
      AND NOT EXISTS (SELECT FROM (SELECT g.stage FROM advocacy_stage_reached g WHERE g.activity_id = a.id
          AND g.voided_at IS NULL AND g.reached_on < ${from} ORDER BY g.reached_on DESC, g.created_at DESC LIMIT 1) l
        WHERE l.stage IN ${ends})`,
});

export const allies = counting({
  kind: 'live',
  name: 'allies',
  unit: 'ALLY',
  basis: 'WHOLE_PERIOD',
  dimensions: { ORGANISATION, PROVINCE, ALLY_TYPE: 'category', LEVEL: 'detail' },
  measures: {
    engaged: { en: 'Allies engaged', pt: 'Aliados envolvidos' },
    acted: { en: 'Allies with a documented action', pt: 'Aliados com uma acção documentada' },
  },
  rows: (from, to) => sql`SELECT ${counted({
    root: raw('a.id'),
    day: to,
    columns: {
      organisation_id: raw('a.organisation_id'),
      province_id: raw('d.province_id'),
      category: raw('a.ally_type'),
      detail: raw('a.level'),
    },
    measures: [
      every,
      one(sql`EXISTS (SELECT FROM ally_action n WHERE n.ally_id = a.id AND n.voided_at IS NULL
        AND n.acted_on BETWEEN ${from} AND ${to})`),
    ],
  })}
    FROM ally a LEFT JOIN district d ON d.id = a.district_id
    WHERE a.voided_at IS NULL AND a.engaged_on <= ${to} AND (a.ended_on IS NULL OR a.ended_on >= ${from})`,
});

/** What a unit pledged or adopted of one procedure: the last check counts, and none that is more than a year old. */
const adopted = (to: Sql): Sql => sql`SELECT p.id, p.organisation_id, d.province_id, p.district_id, p.unit_kind,
    lower(trim(p.unit)) AS unit, p.adopted_on <= ${to} AND (SELECT k.in_practice FROM adoption_check k
      WHERE k.adoption_id = p.id AND k.voided_at IS NULL AND k.checked_on <= ${to}
        AND k.checked_on > ${to} - interval '12 months' ORDER BY k.checked_on DESC, k.created_at DESC LIMIT 1) AS in_practice
  FROM procedure_adoption p LEFT JOIN district d ON d.id = p.district_id
  WHERE p.voided_at IS NULL AND p.unit_kind IN ('POLICE_STATION', 'POLICE_COLLEGE', 'VIOLENCE_OFFICE')
    AND coalesce(p.pledged_on, p.adopted_on) <= ${to}`;

/** Targeted: pledged or adopted by then. Once for each organisation that works with it, however many procedures it took up. */
export const policeUnits = counting({
  kind: 'live',
  name: 'policeUnits',
  unit: 'UNIT_OF_POLICE',
  basis: 'WHOLE_PERIOD',
  dimensions: { ORGANISATION, PROVINCE },
  measures: {
    targeted: {
      en: 'Units that pledged or adopted a procedure',
      pt: 'Unidades que se comprometeram ou adoptaram um procedimento',
    },
    inPractice: { en: 'Units found to work by it', pt: 'Unidades que o aplicam' },
  },
  rows: (_from, to) => sql`SELECT ${counted({
    root: raw('u.id'),
    day: to,
    columns: { organisation_id: raw('u.organisation_id'), province_id: raw('u.province_id') },
    measures: [every, one(raw('u.in_practice'))],
  })}
    FROM (SELECT (array_agg(p.id ORDER BY p.id))[1] AS id, p.organisation_id, p.province_id, bool_or(p.in_practice) AS in_practice
      FROM (${adopted(to)}) p GROUP BY p.organisation_id, p.province_id, p.district_id, p.unit_kind, p.unit) u`,
});

export const surveys = counting({
  kind: 'surveyed',
  name: 'surveys',
  unit: 'RESPONDENT',
  basis: 'SURVEY_YEAR',
  dimensions: {},
  measures: {
    value: { en: 'Value of the survey', pt: 'Valor do inquérito' },
  },
});
