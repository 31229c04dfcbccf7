/** What the demonstration countries released, held against their cases by sums that share nothing with what made it. */
import { HeldAdmin } from '../support/admin';
import { sharedApp } from '../support/outside';

let admin: HeldAdmin;
beforeAll(async () => {
  admin = new HeldAdmin((await sharedApp()).database);
});
afterAll(() => admin?.end());

interface Row {
  readonly release: string;
  readonly person: string;
  readonly told: Readonly<Record<string, string | null>>;
  readonly known: Readonly<Record<string, string | null>>;
  readonly generalised: readonly string[];
  readonly allowed: boolean;
}

const group = `CASE WHEN category IN ('POLICE_OFFICER', 'MILITARY', 'BORDER_OR_PRISON_GUARD', 'MUNICIPAL_ENFORCEMENT') THEN 'LAW_ENFORCEMENT'
  WHEN category IN ('GOVERNMENT_BODY', 'JUDICIARY', 'HEALTH_CARE_WORKER', 'NGO_WORKER') THEN 'STATE_OR_SERVICES'
  WHEN category = 'CLIENT' THEN 'CLIENT' WHEN category IN ('INTIMATE_PARTNER', 'FAMILY_MEMBER') THEN 'PARTNER_OR_FAMILY'
  WHEN category IN ('THIRD_PARTY_MANAGER', 'VENUE_OWNER_OR_STAFF', 'OTHER_SEX_WORKER') THEN 'SEX_WORK'
  WHEN category IN ('UNKNOWN', 'OTHER') THEN 'UNKNOWN' ELSE 'COMMUNITY' END`;

/** What of the case `c` and its first incident is known, and whether it may be told. */
const about = `c.id AS case_id, coalesce(s.id, c.id) AS person, s.gender_identity AS gender, coalesce(s.age_band, 'UNKNOWN') AS age,
  c.status NOT IN ('DRAFT', 'DUPLICATE', 'WITHDRAWN') AND c.restricted_at IS NULL AND c.closed_off_at IS NULL
    AND s.age_band IS DISTINCT FROM 'UNDER_18' AND i.consent_reporting AND NOT i.reported_elsewhere AND i.voided_at IS NULL AS allowed,
  (CASE WHEN z.release_place = 'ZONE' THEN p.zone ELSE p.code END) AS place`;
const joined = `JOIN "case" c ON c.id = i.case_id LEFT JOIN survivor s ON s.id = c.survivor_id CROSS JOIN country z
  LEFT JOIN district d ON d.id = i.district_id LEFT JOIN province p ON p.id = d.province_id`;
const told = `coalesce((SELECT code FROM province WHERE id = t.province_id), t.zone)`;

const incidents = `SELECT r.period AS release, k.person, k.allowed, t.generalised,
    json_build_object('place', ${told}, 'gender', t.gender_identity, 'age', t.age_band, 'type', t.gbvims_type, 'group', t.perpetrator_group) AS told,
    json_build_object('place', k.place, 'gender', k.gender, 'age', k.age, 'type', k.type, 'group', k.grp) AS known
  FROM released_incident t JOIN release r ON r.id = t.release_id JOIN released_row w ON w.row_id = t.id
  JOIN LATERAL (SELECT ${about}, i.gbvims_type AS type, (SELECT CASE count(DISTINCT ${group}) WHEN 0 THEN 'UNKNOWN'
      WHEN 1 THEN min(${group}) ELSE 'SEVERAL' END FROM alleged_perpetrator WHERE incident_id = i.id AND voided_at IS NULL) AS grp
    FROM incident i ${joined} WHERE i.id = w.record_id) k ON true`;

const cases = `SELECT r.period AS release, k.person, k.allowed, t.generalised,
    json_build_object('place', ${told}, 'gender', t.gender_identity, 'age', t.age_band) AS told,
    json_build_object('place', k.place, 'gender', k.gender, 'age', k.age) AS known
  FROM released_case t JOIN release r ON r.id = t.release_id JOIN released_row w ON w.row_id = t.id
  JOIN LATERAL (SELECT ${about} FROM incident i ${joined} WHERE c.id = w.record_id ORDER BY (i.consent_reporting
      AND NOT i.reported_elsewhere AND i.voided_at IS NULL) DESC, i.reported_at, i.id LIMIT 1) k ON true`;

const names = {
  place: 'PLACE',
  gender: 'GENDER_IDENTITY',
  age: 'AGE_BAND',
  type: 'GBVIMS_TYPE',
  group: 'PERPETRATOR_GROUP',
};
const wider: Readonly<Record<string, readonly string[]>> = {
  AGE_18_34: ['AGE_18_24', 'AGE_25_34'],
  AGE_35_PLUS: ['AGE_35_49', 'AGE_50_PLUS'],
};

/** Who is seen among few has to look like ten. */
const least = ({ told: { gender, group: by } }: Row, k: number): number =>
  by === 'LAW_ENFORCEMENT' || ['TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY', 'INTERSEX', 'OTHER'].includes(gender ?? '')
    ? 10
    : k;

function classes(rows: readonly Row[], by: (row: Row) => unknown): Row[][] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.release, by(row)]);
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return [...found.values()];
}

const isTrue = ({ told: shown, known, generalised }: Row): boolean =>
  Object.entries(shown).every(([name, value]) => {
    const coarser = generalised.includes(names[name as keyof typeof names]);
    const fact = known[name] ?? null;
    if (value === null) return coarser || fact === null;
    return coarser ? (wider[value]?.includes(fact ?? '') ?? false) : value === fact;
  });

describe.each([
  ['ZA', 5],
  ['ZW', 7],
  ['BW', 5],
])('%s', (code, k) => {
  it.each([
    ['cases', cases],
    ['incidents', incidents],
  ])(
    'released of its %s what is so, of at least as many people, and nothing that must not be told',
    async (_, statement) => {
      const rows = await admin.rows<Row>(statement, [], code.toLowerCase());
      expect(rows.length).toBeGreaterThan(50);
      expect(rows.filter((row) => !row.allowed || !isTrue(row))).toEqual([]);
      for (const alike of classes(rows, ({ told: shown }) => shown)) {
        expect(new Set(alike.map(({ person }) => person)).size).toBeGreaterThanOrEqual(least(alike[0] as Row, k));
      }
      for (const alike of classes(rows, ({ told: { place, gender, age } }) => [place, gender, age])) {
        for (const name of ['type', 'group']) {
          const kinds = new Set(alike.map(({ told: shown }) => shown[name] ?? null).filter((kind) => kind !== null));
          expect(kinds.size).not.toBe(1);
        }
      }
    },
  );
});
