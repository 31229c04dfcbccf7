/**
 * Linear programmes, solved by HiGHS. A model is kept while costs and bounds change: to build it anew costs more than
 * to solve it. Whatever is not proved optimal is no answer here.
 */
import load, { type Highs, type Model } from 'highs';

/** Sums of columns that lie between two bounds. */
export interface Row {
  readonly at: readonly number[];
  readonly by: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

export interface Columns {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

export interface ProgrammeInput {
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** What is changed from one solution to the next: where only costs are, what was feasible still is. */
  readonly strategy: keyof typeof STRATEGIES;
}

/** Numbers of HiGHS: with the primal simplex where costs change, an attack takes half as long. */
const STRATEGIES = { BOUNDS: 1, COSTS: 4 } as const;

/** HiGHS takes no infinite number as an option. */
const NO_LIMIT_S = 1e9;

/** What is closer to a whole number than this is that number. */
export const TOLERANCE = 1e-6;

let loaded: Promise<Highs> | undefined;

/** Compiled when first used, from 3.5 MB: most of what runs here publishes nothing. */
const highs = (): Promise<Highs> => (loaded ??= load());

export class Programme {
  private constructor(
    private readonly model: Model,
    private readonly optimal: number,
    private readonly infinity: number,
    private readonly width: number,
  ) {}

  /** Disposed of whatever happens: memory of the solver is freed by nobody else. */
  static async with<T>(
    { columns, rows, strategy }: ProgrammeInput,
    use: (programme: Programme) => Promise<T>,
  ): Promise<T> {
    const solver = await highs();
    const numCols = columns.lower.length;
    const model = solver.createModel({
      numCols,
      numRows: rows.length,
      colCost: new Float64Array(numCols),
      colLower: columns.lower,
      colUpper: columns.upper.map((one) => Math.min(one, solver.infinity)),
      rowLower: rows.map(({ lower }) => Math.max(lower, -solver.infinity)),
      rowUpper: rows.map(({ upper }) => Math.min(upper, solver.infinity)),
      matrix: matrixOf(rows, numCols),
    });
    try {
      model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: STRATEGIES[strategy] });
      return await use(new Programme(model, solver.constants.modelStatus.optimal, solver.infinity, numCols));
    } finally {
      model.dispose();
    }
  }

  cost(column: number, cost: number): void {
    this.model.changeColCost(column, cost);
  }

  bound(column: number, lower: number, upper: number): void {
    this.model.changeColBounds(column, lower, Math.min(upper, this.infinity));
  }

  /** Whole numbers for all columns, the cheapest or not; null where none were found in time. */
  solveWhole(limitMs: number): Float64Array | null {
    const all = { kind: 'range', from: 0, to: this.width - 1 } as const;
    this.model.changeColsIntegrality(all, new Int32Array(this.width).fill(1));
    this.model.options.set({ presolve: 'choose', time_limit: this.model.getRunTime() + limitMs / 1_000 });
    try {
      return this.solve();
    } finally {
      this.model.clearIntegrality();
      this.model.options.set({ presolve: 'off', time_limit: NO_LIMIT_S });
    }
  }

  /** The cheapest values of all columns; null where there are none, or none was proved to be the cheapest. */
  solve(): Float64Array | null {
    this.model.run();
    return this.model.getModelStatus() === this.optimal ? this.model.getSolution().colValue : null;
  }
}

function matrixOf(rows: readonly Row[], numCols: number) {
  const starts = [0];
  for (const { at } of rows) starts.push((starts.at(-1) as number) + at.length);
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols,
    starts,
    indices: rows.flatMap(({ at }) => at),
    values: rows.flatMap(({ by }) => by),
  };
}
