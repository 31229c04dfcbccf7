/** The telling of one country's demonstration data: its chance, its world, and what was told so far. */
import { District, Province } from '../../src/domain/country/place.entity';
import { ComplaintMechanism } from '../../src/domain/casework/complaint/complaint-mechanism.entity';
import { mechanismId, mechanismsOf } from '../../src/installation/mechanisms';
import { ProgrammePhase } from '../../src/domain/programme/programme-phase.entity';
import { phaseId, programmePhases } from '../../src/installation/programme-phases';
import { thingOf } from '../../src/model/thing';
import { Batch } from './batch';
import { Inventor } from './invent';
import type { Deck } from './random';
import { Random } from './random';
import type { Person } from './person';
import { makeWorld, type Team, type World } from './world';

/** How many survivors are remembered, so that some come back with a second case. */
const REMEMBERED = 400;

export class Story {
  /** What was told since the batch was last taken. */
  batch: Batch;
  readonly random: Random;
  /** For what is told beside: what it draws changes nothing of the rest. */
  readonly aside: Random;
  readonly inventor: Inventor;
  readonly world: World;
  private readonly chances = new Map<string, Random>();
  private readonly counts = new Map<string, number>();
  private readonly decks = new Map<string, Deck<unknown>>();
  private readonly told = new Map<string, unknown>();
  private readonly remembered = new Map<Team, Person[]>();

  constructor(private readonly code: string) {
    this.inventor = new Inventor(code);
    this.batch = new Batch(this.inventor);
    this.random = new Random(`hands off ${code}`);
    this.aside = new Random(`hands off ${code} aside`);
    this.world = makeWorld(code, this.random, this.batch);
    // Places, phases and mechanisms are no demonstration data: they are there.
    for (const { id, provinceId } of this.world.districts) {
      this.inventor.remember(thingOf(District), { id });
      this.inventor.remember(thingOf(Province), { id: provinceId });
    }
    for (const phase of programmePhases())
      this.inventor.remember(thingOf(ProgrammePhase), { id: phaseId(code, phase.code) });
    for (const mechanism of mechanismsOf(code))
      this.inventor.remember(thingOf(ComplaintMechanism), { id: mechanismId(code, mechanism.code) });
  }

  /** Chance of its own for something told beside: what it draws changes nothing of anything else. */
  apart(name: string): Random {
    let found = this.chances.get(name);
    if (!found) this.chances.set(name, (found = new Random(`hands off ${this.code} ${name}`)));
    return found;
  }

  /** The story with a chance and a batch of their own, for what is told beside. */
  beside(name: string): Story {
    const random = this.apart(name);
    return Object.create(this, {
      random: { value: random },
      aside: { value: random },
      apart: { value: () => random },
      batch: { value: new Batch(this.inventor) },
    }) as Story;
  }

  /** The story as nobody hears it: what is told is not kept, and chance goes on as if it were. */
  unheard(): Story {
    const batch = new Batch({ complete: () => undefined });
    return Object.create(this, { batch: { value: batch } }) as Story;
  }

  /** Counts up from 0 for each name. */
  count(name: string): number {
    const next = this.counts.get(name) ?? 0;
    this.counts.set(name, next + 1);
    return next;
  }

  /** The deck of a name, made when it is first asked for. */
  deck<T>(name: string, make: () => Deck<T>): Deck<T> {
    let found = this.decks.get(name) as Deck<T> | undefined;
    if (!found) this.decks.set(name, (found = make()));
    return found;
  }

  /** What is told once, and referred to from then on. */
  once<T>(name: string, tell: () => T): T {
    if (!this.told.has(name)) this.told.set(name, tell());
    return this.told.get(name) as T;
  }

  remember(person: Person): void {
    const people = this.remembered.get(person.team) ?? [];
    this.remembered.set(person.team, people);
    if (people.push(person) > REMEMBERED) people.shift();
  }

  /** A survivor whom this organisation knows, if it knows anybody. */
  known(team: Team): Person | undefined {
    const people = this.remembered.get(team);
    return people && people.length > 0 ? this.random.pick(people) : undefined;
  }

  forget(person: Person): void {
    const people = this.remembered.get(person.team) ?? [];
    this.remembered.set(
      person.team,
      people.filter((other) => other !== person),
    );
  }

  /** The rows since the last time. */
  take(): Batch {
    const taken = this.batch;
    this.batch = new Batch(this.inventor);
    return taken;
  }
}
