/** Invented people and what was done to them, as unevenly spread as real ones: the same each time. */
import type { PersonalRow } from '../../src/disclosure/anonymise';
import { untold, type ReleaseRules } from '../../src/disclosure/release-rules';

export type Draw = (below: number) => number;

export function lot(seed: number): Draw {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0;
    return Math.floor((((state ^ (state >>> 13)) >>> 0) / 2 ** 32) * below);
  };
}

export interface Volume {
  readonly rows: number;
  readonly places: number;
  readonly k: number;
}

/** Of a closed period. */
export const volumes: readonly (readonly [string, Volume])[] = [
  ['ZA', { rows: 1_000, places: 9, k: 5 }],
  ['ZW', { rows: 1_250, places: 10, k: 7 }],
  ['BW', { rows: 200, places: 3, k: 5 }],
];

const wide: Readonly<Record<string, string>> = { '18-24': '18-34', '25-34': '18-34', '35-49': '35+', '50+': '35+' };

export const rulesOf = ({ k }: Pick<Volume, 'k'>): ReleaseRules => ({
  columns: [
    { name: 'place', steps: [untold(0.8)] },
    { name: 'gender', steps: [untold(0.5)] },
    { name: 'age', steps: [{ loss: 0.3, tell: (age) => wide[age] ?? age }, untold(0.6)] },
    { name: 'type', steps: [untold(1)], sensitive: true },
    { name: 'perpetrator', steps: [untold(0.9)], sensitive: true },
  ],
  k,
  kOfFew: 10,
  isOfFew: ([, gender, , , perpetrator]) => gender === 'TRANS' || perpetrator === 'POLICE',
  l: 2,
});

/** The earlier of a list are the more frequent. */
const pick = <T>(draw: Draw, list: readonly T[]): T =>
  list[Math.min(draw(list.length), draw(list.length), draw(list.length))] as T;

export function invented({ rows, places }: Volume, draw: Draw): PersonalRow[] {
  const place = Array.from({ length: places }, (_, at) => `P${at}`);
  const people = Array.from({ length: Math.ceil(rows * 0.85) }, (_, at) => ({
    person: `person ${at}`,
    of: [
      pick(draw, place),
      pick(draw, ['WOMAN', 'MAN', 'TRANS']),
      pick(draw, ['25-34', '18-24', '35-49', '50+', 'UNKNOWN']),
    ],
  }));
  return Array.from({ length: rows }, (_, at) => {
    const { person, of } = people[draw(people.length)] as (typeof people)[number];
    const done = [
      pick(draw, ['PHYSICAL', 'RAPE', 'EMOTIONAL', 'ECONOMIC', 'ASSAULT', 'MARRIAGE']),
      pick(draw, ['CLIENT', 'POLICE', 'PARTNER', 'PUBLIC', 'VENUE', 'UNKNOWN']),
    ];
    return { id: `row ${at}`, person, values: [...of, ...done] };
  });
}
