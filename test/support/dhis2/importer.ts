/** What an importer of DHIS2 does with what it has read, and what it answers: per value up to 2.42, per group from 2.43 on. */
import type { Importer, Read } from './readers';

export interface Rules {
  readonly importer: Importer;
  /** Units that there are not. */
  readonly unknownUnits: ReadonlySet<string>;
  /** Elements of which zeros are not significant. */
  readonly zeroless: ReadonlySet<string>;
  /** Kinds of periods that are not open, by what they begin with. */
  readonly closed: readonly string[];
}

export interface Imported {
  readonly httpStatus: number;
  readonly summary: object;
}

type Conflict = readonly [index: number, code: string];

const keyOf = (one: Read): string =>
  [
    one.dataElement,
    one.period,
    one.orgUnit,
    one.categoryOptionCombo ?? 'default',
    one.attributeOptionCombo ?? 'default',
  ].join(' ');

/** @param cells what is there: it is changed, but in a dry run */
export function imported(values: readonly Read[], cells: Map<string, string>, rules: Rules, dryRun: boolean): Imported {
  const after = new Map(cells);
  const refused = rules.importer === 'OLD' ? oldFaults(values, rules) : newFaults(values, rules);
  const isWhole = rules.importer === 'NEW' && refused.some(([, code]) => code !== 'E8120');
  const rejected = isWhole ? values.map((_, at) => at) : refused.map(([index]) => index);
  const counts = { imported: 0, updated: 0, ignored: 0, deleted: 0 };
  values.forEach((one, at) => {
    if (rejected.includes(at)) counts.ignored += isWhole ? 0 : 1;
    else counts[kept(one, after, rules)] += 1;
  });
  if (!dryRun) {
    cells.clear();
    for (const [key, value] of after) cells.set(key, value);
  }
  const status = rejected.length === 0 ? 'SUCCESS' : isWhole ? 'ERROR' : 'WARNING';
  const httpStatus = status === 'SUCCESS' || (status === 'WARNING' && rules.importer === 'NEW') ? 200 : 409;
  const said = isWhole ? refused.slice(0, 1) : refused;
  const conflicts = said.map(([index, errorCode]) => {
    return { objects: {}, value: `invented: no ${index}`, errorCode, indexes: isWhole ? rejected : [index] };
  });
  const summary = { responseType: 'ImportSummary', status, importCount: counts, conflicts, rejectedIndexes: rejected };
  return { httpStatus, summary };
}

function kept(one: Read, cells: Map<string, string>, rules: Rules): 'imported' | 'updated' | 'ignored' | 'deleted' {
  const isOld = rules.importer === 'OLD';
  const before = cells.get(keyOf(one));
  const goes = one.deleted || (isOld && one.value === '0' && rules.zeroless.has(one.dataElement ?? ''));
  if (goes) {
    cells.delete(keyOf(one));
    return isOld ? (one.deleted && before !== undefined ? 'deleted' : 'ignored') : 'updated';
  }
  cells.set(keyOf(one), one.value ?? '');
  if (!isOld) return 'updated';
  return before === undefined ? 'imported' : before === one.value ? 'ignored' : 'updated';
}

/** What either refuses of one value. */
const badValue = (one: Read): boolean => !one.deleted && (one.value === null || Number.isNaN(Number(one.value)));

const oldFaults = (values: readonly Read[], rules: Rules): readonly Conflict[] =>
  values.flatMap((one, at): Conflict[] => {
    if (rules.unknownUnits.has(one.orgUnit ?? '')) return [[at, 'E7612']];
    if (rules.closed.some((start) => one.period?.startsWith(start))) return [[at, 'E7641']];
    return badValue(one) ? [[at, 'E7619']] : [];
  });

function newFaults(values: readonly Read[], rules: Rules): readonly Conflict[] {
  const seen = new Set<string>();
  return values.flatMap((one, at): Conflict[] => {
    const isTwice = seen.has(keyOf(one));
    seen.add(keyOf(one));
    if (isTwice) return [[at, 'E8021']];
    if (rules.unknownUnits.has(one.orgUnit ?? '')) return [[at, 'E8022']];
    if (rules.closed.some((start) => one.period?.startsWith(start))) return [[at, 'E8030']];
    return badValue(one) ? [[at, 'E8120']] : [];
  });
}
