/** The input of a row, as it is put together from its cells: nested, without gaps in its lists. */
import type { Origin } from '../mapped';
import { pathOf } from '../mapping/paths';

type Step = string | number;
type Node = { [key: string]: unknown } | unknown[];
export type Steps = readonly Step[];

export class Tree {
  private readonly root: Record<string, unknown> = {};
  private readonly placed = new Map<string, { readonly steps: Steps; readonly origin: Origin | null }>();

  has(steps: Steps): boolean {
    return this.placed.has(pathOf(steps));
  }

  /** Whether anything lies at a place or within it. */
  reaches(steps: Steps): boolean {
    return this.at(steps) !== undefined;
  }

  /** What several cells say of a list is put together; else the last one counts. */
  put(steps: Steps, value: unknown, origin: Origin | null): void {
    const node = this.nodeFor(steps);
    const last = steps.at(-1) as string;
    const before = (node as Record<string, unknown>)[last];
    const isJoined = Array.isArray(value) && Array.isArray(before);
    (node as Record<string, unknown>)[last] = isJoined ? [...new Set([...before, ...value])] : value;
    this.placed.set(pathOf(steps), { steps, origin });
  }

  /** Positions that a list has so far. */
  positions(steps: Steps): number[] {
    const list = this.at(steps);
    return Array.isArray(list) ? Object.keys(list).map(Number) : [];
  }

  done(): {
    readonly input: Record<string, unknown>;
    readonly origins: Map<string, Origin>;
    renamed: (path: string) => string;
  } {
    const names = new Map<string, number>();
    const input = this.closed(this.root, [], names) as Record<string, unknown>;
    const rename = (steps: Steps): string =>
      pathOf(
        steps.map((step, at) =>
          typeof step === 'number' ? (names.get(pathOf(steps.slice(0, at + 1))) ?? step) : step,
        ),
      );
    const origins = new Map<string, Origin>();
    for (const { steps, origin } of this.placed.values()) if (origin) origins.set(rename(steps), origin);
    const stepsOf = (path: string): Steps => path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return { input, origins, renamed: (path) => rename(stepsOf(path)) };
  }

  private at(steps: Steps): unknown {
    let node: unknown = this.root;
    for (const step of steps) {
      if (typeof node !== 'object' || node === null) return undefined;
      node = (node as Record<Step, unknown>)[step];
    }
    return node;
  }

  private nodeFor(steps: Steps): Node {
    let node: Node = this.root;
    steps.slice(0, -1).forEach((step, at) => {
      const within = node as Record<Step, unknown>;
      within[step] ??= typeof steps[at + 1] === 'number' ? [] : {};
      node = within[step] as Node;
    });
    return node;
  }

  /** Without the gaps of lists; which position each item comes to is noted. */
  private closed(node: unknown, steps: Steps, names: Map<string, number>): unknown {
    if (Array.isArray(node)) {
      const at = Object.keys(node).map(Number);
      at.forEach((position, index) => names.set(pathOf([...steps, position]), index));
      return at.map((position) => this.closed(node[position], [...steps, position], names));
    }
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, this.closed(value, [...steps, key], names)]),
    );
  }
}
