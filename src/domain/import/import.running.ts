/** A file becomes records: begun, batch by batch, finished. What is broken off goes on when the same file is sent again. */
import type { RequestContext } from '../../base/context';
import { problem } from '../../base/problem';
import { sql, type Sql } from '../../base/sql';
import type { MappedRow } from '../../exchange/mapped';
import type { ImportShape } from '../../exchange/shape.codes';
import { ForbiddenError } from '../../policy/denial';
import { mayDo, rolesOfAction } from '../../policy/rights';
import { together } from '../../writing/many';
import { now } from '../../writing/moments';
import { newId } from '../../writing/record-id';
import type { CountryActor, Values, Work } from '../../writing/work';
import { kindOf } from '../../writing/work-statements';
import { workingActor } from '../../writing/working-actor';
import { thingOf, type Thing } from '../../model/thing';
import type { ImportStatus } from './import.codes';
import { DataImport, ImportRowFinding } from './import.entity';
import { MOST_FINDINGS, ofCell, ofProblem, type Finding } from './import.findings';
import { kindOfImport, type KindOfImport } from './import.kinds';
import { IMPORTED, IMPORTING, importLifecycle, requestOf } from './import.lifecycle';
import { digestOf, fingerprintOf, referenceOf, referenceOfContent, type Marking } from './import.marks';
import { ImportMapping } from './import-mapping.entity';
import { References } from './import.references';
import type { Batch, ImportRow, Outcome } from './import.batch';
import { importBatch, namedTwice } from './import.rows';

/** Rows of one transaction. */
const BATCH = 200;
/** Batches after which others are told how far it is. */
const TELL = 10;

/** How far it is with a file: what came of the rows this time. A row that the import itself made before is known. */
export interface Counts {
  readonly rowsRead: number;
  readonly rowsMade: number;
  readonly rowsKnown: number;
  readonly rowsRefused: number;
}

/** What is known of an import before its file is read. */
export interface Begun {
  readonly importId: string;
  readonly actor: CountryActor;
  readonly organisationId: string;
  readonly way: KindOfImport;
  readonly fileName: string | null;
  readonly timezone: string;
  readonly shape: ImportShape | null;
  readonly mapping: string | null;
  readonly dryRun: boolean;
  readonly marking: Marking;
  /** Keyed hash of its file. */
  readonly fingerprint: string;
}

/** A file, mapped; what was found in it as a whole. */
export interface MappedFile {
  readonly shape: ImportShape;
  readonly rows: AsyncIterable<MappedRow>;
  readonly findings: readonly Finding[];
}

/**
 * Whether a file may come: who asks may do what its rows do, and it is the same file as before. Nothing is noted of it yet, so
 * that another one may come instead of a file that cannot be read.
 * @param digest of the content
 * @throws ProblemError, ForbiddenError
 */
export function begin(ctx: RequestContext, importId: string, digest: string): Promise<Begun> {
  const actor = actorOf(ctx);
  // The region's place has no imports to look among.
  assertMay(actor, 'prepareImport', thingOf(DataImport));
  return together(ctx, { actor, action: IMPORTING, requestId: requestOf(importId) }, async (work) => {
    const record = await work.load(DataImport, importId);
    const { kind, organisationId, dryRun, shape, mappingId, fileName } = record;
    const { timezone } = work;
    const way = kindOfImport(kind);
    assertMay(actor, way.action.name, way.action.thing);
    const marking = { vault: ctx.app.vault, country: actor.country, organisationId };
    const fingerprint = fingerprintOf(marking, digest);
    assertTakes(record, fingerprint);
    const [kept] = mappingId ? await work.find(ImportMapping, { id: mappingId }) : [];
    const mapping = kept?.mapping ?? record.ownMapping;
    const of = { importId, actor, organisationId, fileName, timezone, fingerprint };
    return { ...of, way, shape, mapping, dryRun, marking };
  });
}

/** Takes an import up with its file. @throws ProblemError */
function takeUp(ctx: RequestContext, { importId, fingerprint }: Begun): Promise<void> {
  return together(ctx, { actor: actorOf(ctx), action: IMPORTING, requestId: requestOf(importId) }, async (work) => {
    const record = await work.load(DataImport, importId);
    const status = assertTakes(record, fingerprint);
    work.write(findingsGone(importId));
    await work.update(DataImport, record, { ...none, status, fingerprint, finishedAt: null });
  });
}

/** @returns the status that it comes to. @throws ProblemError */
function assertTakes(record: DataImport, fingerprint: string): ImportStatus {
  if (record.fingerprint !== null && record.fingerprint !== fingerprint) throw anotherFile();
  return importLifecycle.step(record.status, IMPORTING, undefined);
}

const findingsGone = (importId: string): Sql => sql`DELETE FROM import_row_finding WHERE data_import_id = ${importId}`;

const none: Counts = { rowsRead: 0, rowsMade: 0, rowsKnown: 0, rowsRefused: 0 };

const actorOf = ({ actor }: RequestContext): CountryActor => {
  if (!actor) throw new Error('nobody is signed in');
  return workingActor(actor);
};

/** @throws ForbiddenError where the role may not do by hand what the rows do, or import nothing at all */
function assertMay(actor: CountryActor, name: string, thing: Thing): void {
  if (mayDo(actor)(name)) return;
  throw new ForbiddenError({
    coordinate: `Mutation.${name}`,
    dataClass: thing.dataClass,
    readableBy: rolesOfAction(name),
  });
}

const anotherFile = () =>
  problem(
    'CONTENT_STORED',
    'This import was begun with another file. Prepare an import of its own for this one.',
    'Esta importação foi começada com outro ficheiro. Prepare uma importação própria para este.',
  );

/**
 * Imports the rows of a file.
 * @param still who asks, as they stand by now: asked before each batch
 * @returns after each batch how far it is, at last with everything that was found
 */
export async function* importFile(
  begun: Begun,
  { shape, rows, findings: ofFile }: MappedFile,
  still: () => Promise<RequestContext>,
): AsyncGenerator<Counts, { readonly counts: Counts; readonly findings: readonly Finding[] }> {
  await takeUp(await still(), begun);
  const running = new Running(begun, shape, ofFile);
  for await (const batch of inBatches(rows)) {
    yield await running.take(await still(), batch);
  }
  return running.finish(await still());
}

async function* inBatches(rows: AsyncIterable<MappedRow>): AsyncGenerator<readonly MappedRow[]> {
  let batch: MappedRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

class Running {
  private counts: Counts = none;
  /** Rows that this import made when the file was sent before. */
  private earlier = 0;
  private readonly findings: Finding[] = [];
  private readonly references: References;
  private readonly contents = new Map<string, number>();
  private batches = 0;

  constructor(
    private readonly begun: Begun,
    private readonly shape: ImportShape,
    ofFile: readonly Finding[],
  ) {
    this.references = new References(begun.marking, shape !== 'OWN');
    this.note(ofFile);
  }

  async take(ctx: RequestContext, rows: readonly MappedRow[]): Promise<Counts> {
    const { importId, organisationId, way, dryRun, marking } = this.begun;
    const named = new Map<string, MappedRow>();
    const ready = new Map<ImportRow, MappedRow>();
    for (const row of rows) {
      this.note(row.warnings.map((one) => ofCell('WARNING', row, one)));
      this.note(row.problems.map((one) => ofCell('PROBLEM', row, one)));
      if (row.problems.length > 0) continue;
      const done = this.ready(row);
      const twice = named.get(done.reference);
      if (twice) this.note([ofProblem('PROBLEM', row, namedTwice(twice.row))]);
      else ready.set(done, row);
      named.set(done.reference, twice ?? row);
    }
    const batch: Batch = {
      ctx,
      actor: actorOf(ctx),
      importId,
      organisationId,
      way,
      references: this.references,
      marking,
      dryRun,
    };
    const outcomes = await importBatch(batch, [...ready.keys()]);
    this.count(rows.length, [...outcomes.values()]);
    for (const [row, { problems, warnings }] of outcomes) {
      const of = ready.get(row) as MappedRow;
      this.note(problems.map((shape) => ofProblem('PROBLEM', of, shape)));
      this.note(warnings.map((shape) => ofProblem('WARNING', of, shape)));
    }
    if (++this.batches % TELL === 0) await this.write(ctx, {});
    return this.counts;
  }

  async finish(ctx: RequestContext): Promise<{ counts: Counts; findings: readonly Finding[] }> {
    const { importId } = this.begun;
    this.findings.sort((a, b) => a.row - b.row);
    await this.write(ctx, { shape: this.shape, finishedAt: now() }, (work) => {
      // Somebody else may have sent the same file meanwhile, and come to its end.
      work.write(findingsGone(importId));
      work.outbox.add(
        kindOf(thingOf(ImportRowFinding)),
        this.findings.map(({ text, ...one }) => ({
          ...{ ...one, id: newId(), createdById: work.byId, dataImportId: importId },
          ...{ messageEn: text.en, messagePt: text.pt },
        })),
      );
    });
    return { counts: this.counts, findings: this.findings };
  }

  private ready({ row, input, externalId }: MappedRow): ImportRow {
    const { marking, way } = this.begun;
    const digest = digestOf(marking, input);
    if (externalId !== null) return { row, input, digest, reference: referenceOf(marking, way.kind, externalId) };
    const nth = (this.contents.get(digest) ?? 0) + 1;
    this.contents.set(digest, nth);
    return { row, input, digest, reference: referenceOfContent(marking, way.kind, digest, nth) };
  }

  private count(read: number, outcomes: readonly Outcome[]): void {
    const all = (way: Outcome['came']): number => outcomes.filter(({ came }) => came === way).length;
    const [made, before] = [all('made'), all('made before')];
    const known = before + all('known');
    this.earlier += before;
    const { rowsRead, rowsMade, rowsKnown, rowsRefused } = this.counts;
    this.counts = {
      ...{ rowsRead: rowsRead + read, rowsMade: rowsMade + made, rowsKnown: rowsKnown + known },
      rowsRefused: rowsRefused + read - made - known,
    };
  }

  /** What the import made in all, however often its file was sent. */
  private inAll(): Counts {
    const { rowsMade, rowsKnown, ...counts } = this.counts;
    return { ...counts, rowsMade: rowsMade + this.earlier, rowsKnown: rowsKnown - this.earlier };
  }

  private note(findings: readonly Finding[]): void {
    this.findings.push(...findings.slice(0, MOST_FINDINGS - this.findings.length));
  }

  private write(ctx: RequestContext, values: Values<DataImport>, also?: (work: Work) => void): Promise<void> {
    const { importId } = this.begun;
    const action = values.finishedAt ? IMPORTED : IMPORTING;
    return together(ctx, { actor: actorOf(ctx), action, requestId: requestOf(importId) }, async (work) => {
      const record = await work.load(DataImport, importId);
      const running = importLifecycle.step(record.status, IMPORTING, undefined);
      const status = values.finishedAt ? importLifecycle.step(running, IMPORTED, undefined) : running;
      await work.update(DataImport, record, { ...this.inAll(), ...values, status });
      also?.(work);
    });
  }
}
