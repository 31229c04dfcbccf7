/** A list counted by the codes of an attribute: how many records there are of each, in the order of the codes. */
import { raw } from '../base/sql';
import { codesOf, labelling, type Attribute, type Thing } from '../model/thing';
import { Hole } from './hole';
import type { Count } from './part';
import { countedIn, standing } from './plan-connection';
import { rootSource, type Selection } from './plan-read';
import type { Planning } from './planning';
import { selectedFields } from './selection';
import type { Writing } from './writing';

export interface TallyPlan {
  /** Null where the actor may read none. */
  readonly count: Count | null;
  readonly write: (numberOf: (code: string) => number, writing: Writing) => string;
}

/** Name of the type of one line of it. */
export const tallyType = ({ name }: Thing): string => `${name}Count`;

/** The attribute whose codes are counted. */
export function talliedBy(thing: Thing): Attribute {
  const by = thing.attributes.get(thing.tally?.by ?? '');
  if (!by || !codesOf(by.type)) throw new Error(`${thing.name} is counted by nothing that is coded`);
  return by;
}

export function planTally(planning: Planning, thing: Thing, { nodes }: Selection): TallyPlan {
  const by = talliedBy(thing);
  const fields = [...selectedFields(planning.walk, tallyType(thing), nodes).values()];
  const label = labelling(by);
  const value = (name: string, code: string, number: number, { locale }: Writing): unknown => {
    if (name === 'count') return number;
    if (name === '__typename') return tallyType(thing);
    return name === by.name ? code : label?.(code, locale);
  };
  return {
    count: countOf(planning, thing, by),
    write: (numberOf, writing) => {
      const lines = (codesOf(by.type)?.codes ?? []).flatMap((code) => {
        const number = numberOf(code);
        if (number === 0) return [];
        const slots = fields.map(({ key, name }) => `"${key}":${JSON.stringify(value(name, code, number, writing))}`);
        return [`{${slots.join(',')}}`];
      });
      return `[${lines.join(',')}]`;
    },
  };
}

function countOf(planning: Planning, thing: Thing, by: Attribute): Count | null {
  const rows = rootSource(planning, thing);
  if (!rows) return null;
  const nothingMore = new Hole(() => raw(''));
  const from = countedIn(standing(rows));
  return { number: planning.partNumber(), source: from, condition: nothingMore, purpose: null, by };
}
