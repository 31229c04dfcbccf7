/**
 * Values for attributes that no story tells of, and rows for things that none does: drawn from what the attributes say
 * of themselves, so that a new attribute or thing is in the demonstration data as soon as it is declared.
 */
import { countryThings } from '../../src/domain/all';
import { Attachment, AttachmentContent } from '../../src/domain/casework/attachment/attachment.entity';
import { PossibleDuplicate } from '../../src/domain/casework/duplicate/possible-duplicate.entity';
import { SafeContact, SurvivorIdentity } from '../../src/domain/casework/survivor/survivor-identity.entity';
import { TrainingParticipant } from '../../src/domain/training/training-participant.entity';
import { LeaderName } from '../../src/domain/movement/leader-role.entity';
import { allLifecycles } from '../../src/model/lifecycle';
import { codesOf, isList, thingOf, type Attribute, type Constructor, type Thing } from '../../src/model/thing';
import { mayUse } from '../../src/policy/rights';
import { textLength } from '../../src/writing/input';
import { made, type Batch } from './batch';
import { BEGIN, between, day, DAY, END, instant } from './calendar';
import { Random } from './random';
import type { Colleague, Team, World } from './world';

/** Rows of a thing that no story tells of, at scale 1. */
const ROWS = 24;
/** Records of each thing that links can lead to. */
const REMEMBERED = 64;

/** Told where the rules of a country let there be any: where there are none, none is to be. */
const keptByRule: readonly Constructor[] = [
  ...[SurvivorIdentity, SafeContact, Attachment, AttachmentContent],
  ...[PossibleDuplicate, TrainingParticipant, LeaderName],
];

type Values = Record<string, unknown>;

/** As much of a story as inventing needs. */
interface Setting {
  readonly batch: Batch;
  readonly world: World;
}

export class Inventor {
  /** Apart from the stories' chance: what is invented changes nothing of what is told. */
  private readonly random: Random;
  private readonly known = new Map<Thing, Values[]>();
  private readonly untold = new Map<Thing, readonly Attribute[]>();
  private readonly counts = new Map<Attribute, number>();

  constructor(code: string) {
    this.random = new Random(`hands off ${code} invented`);
  }

  /** Fills in what a told row says nothing of, and remembers it. The first row of a thing says what its story tells. */
  complete(thing: Thing, row: Values): void {
    let untold = this.untold.get(thing);
    if (!untold) {
      untold = [...thing.attributes.values()].filter(({ name }) => row[name] === undefined);
      this.untold.set(thing, untold);
    }
    for (const attribute of untold) row[attribute.name] = this.value(thing, attribute);
    this.remember(thing, row);
  }

  remember(thing: Thing, row: Values): void {
    const rows = this.known.get(thing) ?? [];
    this.known.set(thing, rows);
    if (rows.length < REMEMBERED) rows.push(row);
    else rows[this.random.int(0, REMEMBERED - 1)] = row;
  }

  /** Rows for what no story has told of, as many as a story would have. */
  tellTheRest(story: Setting, scale: number): void {
    for (const target of countryThings) {
      const thing = thingOf(target);
      const isWritten = [...thing.attributes.values()].some(({ write }) => write);
      if (!isWritten || thing.derived || keptByRule.includes(target) || this.known.has(thing)) continue;
      for (let nth = 0; nth < Math.min(ROWS * scale, this.most(thing)); nth++)
        story.batch.add(target as never, this.row(story, thing, nth));
    }
  }

  /** A link that is the only one of its kind can be drawn once. */
  private most({ attributes }: Thing): number {
    const only = [...attributes.values()].filter(({ unique, of }) => unique && of);
    return Math.min(Infinity, ...only.map(({ of }) => this.knownOf(of).length));
  }

  private knownOf(of: Attribute['of']): readonly Values[] {
    return (of && this.known.get(thingOf(of()))) ?? [];
  }

  private row(story: Setting, thing: Thing, nth: number): never {
    const at = between(this.random, BEGIN, END - 30 * DAY);
    const team = this.random.pick(story.world.partners);
    const by = this.writer(thing, team);
    const states = allLifecycles.get(thing.name)?.states ?? [];
    const row: Values = {};
    for (const attribute of thing.attributes.values()) {
      const { name, type } = attribute;
      const codes = codesOf(type)?.codes ?? [];
      if (thing.reach.organisation?.includes(name)) row[name] = team.id;
      else if (thing.reach.own?.includes(name)) row[name] = by.id;
      else if (states.length > 0 && !isList(type) && codes.includes(states[0] as string)) {
        row[name] = states[nth % states.length];
      } else if (name === 'dataKeyId') row[name] = this.dataKey(story, thing, at);
      else row[name] = this.value(thing, attribute);
    }
    return { ...row, ...made(this.random, at, by.id) } as never;
  }

  private writer({ dataClass }: Thing, { staff }: Team): Colleague {
    const colleagues = [...staff.values()].flat();
    const able = colleagues.filter(({ role }) => mayUse(role, dataClass, 'write'));
    return this.random.pick(able.length > 0 ? able : colleagues);
  }

  /** What is sealed of a person is sealed with one key: that of the record that it hangs on. */
  private dataKey({ batch }: Setting, { reach }: Thing, at: number): string {
    const held = reach.through && this.known.get(reach.through.thing)?.at(-1)?.dataKeyId;
    if (typeof held === 'string') return held;
    const id = this.random.id(at);
    batch.dataKeys.push({ id, at: instant(at) });
    return id;
  }

  private value(thing: Thing, attribute: Attribute): unknown {
    const { type, nullable, of, unique, name } = attribute;
    // Nothing is recorded in error but where a story tells it.
    if (name === 'voidedAt') return null;
    if (nullable && this.random.chance(0.4)) return null;
    if (of) return this.link(thing, attribute);
    if (isList(type)) return type[0] === 'text' ? [] : this.random.some(type[0].codes, this.random.int(1, 2));
    const codes = codesOf(type);
    if (codes) return this.random.pick(codes.codes);
    if (type === 'text' || type === 'longText') return this.text(attribute, unique ?? false);
    return this.plain(attribute);
  }

  private plain({ type, min = 0, max = min + 40 }: Attribute): unknown {
    const at = between(this.random, BEGIN, END);
    if (type === 'int') return this.random.int(min, Math.min(max, min + 40));
    if (type === 'boolean') return this.random.chance(0.5);
    if (type === 'date') return day(at);
    return type === 'dateTime' ? instant(at) : this.random.id(at);
  }

  private text(attribute: Attribute, unique: boolean): string {
    const nth = (this.counts.get(attribute) ?? 0) + 1;
    this.counts.set(attribute, nth);
    const text = unique ? `${nth} – demo` : `Demo ${1 + (nth % 9)}`;
    return text.slice(0, textLength(attribute));
  }

  private link(thing: Thing, attribute: Attribute): string | null {
    const { name, of, nullable, unique } = attribute;
    const rows = this.knownOf(of);
    const nth = this.counts.get(attribute) ?? 0;
    this.counts.set(attribute, nth + 1);
    const found = unique ? rows[nth] : rows.length > 0 ? this.random.pick(rows) : undefined;
    if (found) return found.id as string;
    if (nullable) return null;
    throw new Error(`${thing.name}.${name} leads to what the demonstration data have none of yet`);
  }
}
