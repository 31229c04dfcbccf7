/** Mutations of boxes: what the tests of the write side are told with. */
import { randomUUID } from 'node:crypto';
import { mutate, type MutationResult } from '../../src/writing/mutate';
import type { Work } from '../../src/writing/work';
import type { RequestContext } from '../../src/base/context';
import type { Actor } from '../../src/base/actor';
import { Box, openSmallCountry, type SmallCountry } from './small-country';

/** Opens a small country for the tests of a file and closes it after them. */
export function boxes(): Boxes {
  const boxes = new Boxes();
  beforeAll(async () => {
    boxes.country = await openSmallCountry();
  });
  afterAll(async () => boxes.country.close());
  return boxes;
}

export interface BoxInput {
  readonly idempotencyKey: string;
  readonly id?: string;
  readonly name: string;
}

export class Boxes {
  country: SmallCountry;
  readonly organisationId = randomUUID();

  /** A case manager, or somebody else, of the one organisation. */
  someone(actor: Partial<Actor> = {}): RequestContext {
    return this.country.context({ organisationId: this.organisationId, ...actor });
  }

  make(ctx: RequestContext, input: Partial<BoxInput> = {}): Promise<MutationResult> {
    return mutate(ctx, 'makeBox', { idempotencyKey: freshKey(), name: 'box', ...input }, (work, { id, name }) =>
      work.insert(Box, { id, name, content: 0, tags: ['a', 'b'], organisationId: work.actor.organisationId ?? '' }),
    );
  }

  /** The id of a new box. */
  async made(ctx: RequestContext): Promise<string> {
    return (await this.make(ctx)).id ?? '';
  }

  change(ctx: RequestContext, id: string, changes: Partial<Box>, expectedVersion?: number): Promise<MutationResult> {
    const input = { idempotencyKey: freshKey(), id, changes, expectedVersion };
    return mutate(ctx, 'changeBox', input, async (work) => {
      const box = await work.load(Box, id, { expectedVersion });
      await work.update(Box, box, changes);
      return box.id;
    });
  }

  /** The box as it lies in the table. */
  async stored(id: string): Promise<object | undefined> {
    return (await this.country.look('SELECT * FROM box WHERE id = $1', [id]))[0];
  }

  /** What the change feed holds of a record. */
  async fed(recordId: string | null): Promise<{ version: number; organisations: string[]; accounts: string[] }[]> {
    return this.country.look('SELECT * FROM change_entry WHERE record_id = $1 ORDER BY seq', [recordId]);
  }
}

/** Runs a task as a mutation with a key of its own. */
export const run = (ctx: RequestContext, task: (work: Work) => Promise<string>): Promise<MutationResult> =>
  mutate(ctx, 'run', { idempotencyKey: freshKey() }, task);

export const insertBox = (work: Work): Promise<string> =>
  work.insert(Box, { name: 'x', content: 0, tags: [], organisationId: work.actor.organisationId ?? '' });

/** An idempotency key that nobody used yet. */
export const freshKey = (): string => randomUUID();

export const codes = ({ problems }: MutationResult): string[] => problems.map(({ code }) => code);
