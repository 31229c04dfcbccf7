/** What PostgreSQL says when a unit of work fails, in the project's own words and without a value in it. */
import type { ThingRecord } from '../model/record';
import { isRestorable } from '../model/restorable';
import { allThings, thingOf, type Thing } from '../model/thing';
import { DatabaseError } from 'pg';
import { notFound, problem, ProblemError } from '../base/problem';
import { isConflict, isPassing, isUnfitValue, sqlState } from '../base/sqlstate';
import type { Path } from './input';
import type { Taken } from './made-id';

/** A statement failed for a reason that no caller can mend. Says where, and nothing of the driver's text, which may quote values. */
export class StatementFailed extends Error {
  override readonly name = 'StatementFailed';

  constructor(
    /** SQLSTATE. */
    readonly code: string,
    readonly table: string | undefined,
    readonly constraint: string | undefined,
  ) {
    super(`SQLSTATE ${code}${table ? ` on ${table}` : ''}${constraint ? ` (${constraint})` : ''}`);
  }
}

/** A value that was drawn by chance is somebody's already: the next will be another. */
export class DrawnBefore extends Error {
  override readonly name = 'DrawnBefore';
}

/** Two units of work were in each other's way, or chance was against it: the whole can be tried again. */
export const isTransient = (error: unknown): boolean =>
  error instanceof DrawnBefore || (error instanceof DatabaseError && isConflict(error.code));

/** A new record was given the id of one that was erased: what is gone for good does not come back under its name. */
export class ErasedId extends Error {
  override readonly name = 'ErasedId';

  constructor(readonly taken: Taken) {
    super(`the id of a ${taken.table} that was erased`);
  }
}

/** What a failed unit of work knows of its own values. */
export interface Told {
  /** The attribute that a unique constraint is about, as `table.column`. */
  readonly unique: (table: string, constraint: string) => string | undefined;
  /** Attributes whose values were drawn by chance. */
  readonly drawn: ReadonlySet<string>;
  /** Where the input gives an id to a new record. */
  readonly placeOf: (taken: Taken) => Path | undefined;
}

/** The error that leaves the unit of work. Whatever is not PostgreSQL's verdict on a statement stays as it is. */
export function translate(error: unknown, told: Told): unknown {
  if (error instanceof ErasedId) return idTaken(told.placeOf(error.taken) ?? []);
  if (!(error instanceof DatabaseError)) return error;
  const { code = '', table, constraint } = error;
  if (code === sqlState.uniqueViolation) return taken(error, told);
  if (code === sqlState.foreignKeyViolation) return notFound([]);
  if (isUnfitValue(code)) return problem('INVALID_INPUT', 'A value is not valid.', 'Um valor não é válido.');
  return isPassing(code) ? error : new StatementFailed(code, table, constraint);
}

function taken({ table = '', constraint = '', detail = '' }: DatabaseError, told: Told): Error {
  const attribute = told.unique(table, constraint);
  if (attribute !== undefined && told.drawn.has(attribute)) return new DrawnBefore();
  const id = UUID.exec(detail)?.[0] ?? '';
  if (attribute === `${table}.id`) return idTaken(told.placeOf({ table, id }) ?? []);
  // Of what is made together with the record that it belongs to, either can be found first.
  const owner = attribute && ownerOf(table, attribute);
  const place = owner && told.placeOf({ table: owner, id });
  if (place) return idTaken(place);
  return problem('ALREADY_EXISTS', 'A record like this exists already.', 'Esse registo já existe.');
}

/** The table of the record that a unique attribute leads to. */
function ownerOf(table: string, attribute: string): string | undefined {
  const thing = [...allThings.values()].find((one) => one.table === table);
  const held = [...(thing?.attributes.values() ?? [])].find(({ column }) => `${table}.${column}` === attribute);
  return held?.of && thingOf(held.of()).table;
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * One answer whoever's the record is that is in the way. A client-made id cannot meet another country's, which has a
 * schema of its own; within the country a caller who knows the UUID of a record out of reach learns that it cannot be
 * used, and that can only be avoided by accepting an id twice.
 */
const idTaken = (path: Path): ProblemError =>
  problem(
    'ALREADY_EXISTS',
    'This id cannot be used: make a new UUID.',
    'Este id não pode ser usado: crie um UUID novo.',
    path,
  );

/** Somebody else changed the record first. */
export const versionConflict = (expectedVersion: number, actualVersion: number): ProblemError =>
  new ProblemError([
    {
      type: 'VersionConflict',
      code: 'VERSION_CONFLICT',
      text: {
        en: `The record was changed meanwhile: you expected version ${expectedVersion}, it is ${actualVersion}. Load it again, look at what changed, and send your change once more.`,
        pt: `O registo foi alterado entretanto: esperava a versão ${expectedVersion}, é a ${actualVersion}. Carregue-o de novo, veja o que mudou e envie a sua alteração outra vez.`,
      },
      path: ['expectedVersion'],
      more: { expectedVersion, actualVersion },
    },
  ]);

/** @throws ProblemError VERSION_CONFLICT; to be asked after whether the actor may change it at all */
export function assertVersion({ version }: ThingRecord, expectedVersion: number | undefined): void {
  if (expectedVersion !== undefined && version !== expectedVersion) throw versionConflict(expectedVersion, version);
}

/** @throws ProblemError VOIDED where nothing of it is worked on any more */
export function assertStands(
  thing: Thing,
  { voidedAt }: ThingRecord & { readonly voidedAt?: string | null },
  path: Path,
): void {
  if (!voidedAt) return;
  if (thing.ended) throw problem('VOIDED', thing.ended.en, thing.ended.pt, path);
  const [en, pt] = isRestorable(thing)
    ? ['If that was a mistake, have it put back.', 'Se isso foi um erro, peça que seja reposto.']
    : [
        'It is not put back: if that was a mistake, record it anew.',
        'Não se repõe: se isso foi um erro, registe-o de novo.',
      ];
  throw problem(
    'VOIDED',
    `This was found to be recorded in error, so it is not changed any more. ${en}`,
    `Verificou-se que isto foi registado por engano, por isso já não se altera. ${pt}`,
    path,
  );
}

export const takenOut = (path: Path): Error =>
  problem(
    'VOIDED',
    'This was found to be recorded in error, so nothing new is recorded with it. Choose another one.',
    'Verificou-se que isto foi registado por engano, por isso nada de novo se regista com ele. Escolha outro.',
    path,
  );

/** For whoever reads the record, and may not change it. */
export const ofAnother = (path: Path): Error =>
  problem(
    'NOT_FOUND',
    'This record belongs to another organisation, which alone changes it. Ask somebody there to.',
    'Este registo pertence a outra organização, e só ela o altera. Peça a alguém de lá que o faça.',
    path,
  );

/** The same of what is the own organisation's, and a colleague's to change. */
export const notYours = (path: Path): Error =>
  problem(
    'NOT_FOUND',
    'You read this record, but it is not yours to change. Ask whoever is responsible for it.',
    'Pode ler este registo, mas não lhe cabe alterá-lo. Peça a quem é responsável por ele.',
    path,
  );
