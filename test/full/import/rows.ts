/** Files as organisations keep them, of several kinds; in each, one row in so many is bad. */
export const BAD_EVERY = 33;

export interface ImportedFile {
  readonly name: string;
  readonly kind: string;
  readonly rows: number;
  readonly body: string;
}

const day = (nth: number): string => new Date(Date.UTC(2024, 0, 1 + (nth % 300))).toISOString().slice(0, 10);
const isBad = (nth: number): boolean => (nth + 1) % BAD_EVERY === 0;
const pick = <T>(of: readonly T[], nth: number): T => of[nth % of.length] as T;

type Cells = Readonly<Record<string, string | number | boolean>>;

function csv(kind: string, rows: number, row: (nth: number) => Cells): ImportedFile {
  const all = Array.from({ length: rows }, (_, nth) => row(nth));
  const headings = Object.keys(all[0] ?? {});
  const line = (cells: readonly unknown[]): string =>
    cells
      .map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replace(/"/g, '""')}"` : String(cell)))
      .join(',');
  const body = [line(headings), ...all.map((cells) => line(headings.map((name) => cells[name] ?? '')))].join('\r\n');
  return { name: `${kind.toLowerCase()}.csv`, kind, rows, body };
}

const outreach = csv('OUTREACH', 4000, (nth) => ({
  externalId: `session ${nth}`,
  title: `Session ${nth}, "night"`,
  type: pick(['ROUNDTABLE', 'LECTURE', 'DEBATE'], nth),
  topics: 'RIGHTS; SAFETY',
  level: isBad(nth) ? 'EVERYWHERE' : 'COMMUNITY',
  outcome: 'LTO1',
  heldOn: day(nth),
  'reached.0.genderIdentity': 'WOMAN',
  'reached.0.ageBand': 'AGE_25_34',
  'reached.0.kind': 'NEW',
  'reached.0.people': 3 + (nth % 7),
  'reached.0.contacts': 3 + (nth % 7),
}));

const trainings = csv('TRAINING', 2500, (nth) => ({
  externalId: `training ${nth}`,
  title: `Training ${nth}`,
  topic: pick(['RIGHTS_LITERACY', 'PARALEGAL', 'MEDIA'], nth),
  audience: 'SEX_WORKER',
  level: 'COMMUNITY',
  outcome: 'LTO2',
  startOn: isBad(nth) ? '31/02/2024' : day(nth),
  'participations.0.genderIdentity': 'WOMAN',
  'participations.0.ageBand': 'AGE_25_34',
  'participations.0.audience': 'SEX_WORKER',
  'participations.0.enrolled': 12,
  'participations.0.completed': 10,
}));

const advocacy = csv('ADVOCACY', 1500, (nth) => ({
  externalId: `advocacy ${nth}`,
  title: `Meeting ${nth}`,
  kind: 'POLICE_DIALOGUE',
  level: 'NATIONAL',
  outcome: 'LTO3',
  target: 'Station',
  ask: isBad(nth) ? '' : 'No arrests for condoms',
  activityOn: day(nth),
}));

/** Nested as the mutation takes it, a line a row. */
const cases: ImportedFile = {
  ...{ name: 'cases.ndjson', kind: 'CASE', rows: 2000 },
  body: Array.from({ length: 2000 }, (_, nth) =>
    JSON.stringify({
      externalId: `case ${nth}`,
      source: isBad(nth) ? 'NOWHERE' : pick(['HELPLINE', 'PEER_PARALEGAL'], nth),
      openedAt: `${day(nth)}T10:00:00Z`,
      survivor: {
        genderIdentity: pick(['WOMAN', 'TRANS_WOMAN', 'MAN'], nth),
        demographics: { birthYear: 1980 + (nth % 20), exchangesSexForMoneyOrGoods: true },
      },
      incidents: [
        {
          violationTypes: [pick(['BEATING', 'EXTORTION_BRIBE', 'RAPE'], nth)],
          consentReporting: nth % 2 === 0,
          allegedPerpetrators: [{ actorKind: 'PERSON', category: 'POLICE_OFFICER', relationship: 'NO_RELATION' }],
          narrative: { text: `What she told, part ${nth}` },
        },
      ],
    }),
  ).join('\n'),
};

export const files = (): readonly ImportedFile[] => [outreach, trainings, advocacy, cases];
