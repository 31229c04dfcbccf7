/** Corrections in the demonstration data: each stands in the history as the API writes it, and what was taken out has its reason. */
import type { Row } from '../../seeds/demo/batch';
import { AccusedColleague } from '../../src/domain/casework/case/case-member.entity';
import { CaseActivity } from '../../src/domain/casework/case/case-activity.entity';
import { CaseNote } from '../../src/domain/casework/case/case-note.entity';
import { Voiding } from '../../src/domain/casework/erasure/voiding.entity';
import { StaffMember } from '../../src/domain/organisation/staff-member.entity';
import { countryThings } from '../../src/domain/all';
import { allActions } from '../../src/model/action';
import type { ThingRecord } from '../../src/model/record';
import { allThings, isVoidable, thingOf, type Constructor } from '../../src/model/thing';
import type { Duty } from '../../src/policy/duties';
import { hasDuty, mayUse } from '../../src/policy/rights';
import type { Role } from '../../src/policy/role';
import { HistoryEntry, RecordChange } from '../../src/writing/history-entry.entity';
import type { Differences } from '../../src/writing/work-history';
import { breaking } from './keeping';
import { by, countries, tell } from './told';

type Values = Readonly<Record<string, unknown>>;
type Entry = Row<ThingRecord> & HistoryEntry;

describe.each(countries)('in the demonstration data of %s', (code) => {
  const told = tell(code, 2);
  const entries = told.of<Entry>(HistoryEntry as never) as unknown as readonly HistoryEntry[];
  const changes = told.of(RecordChange as never) as unknown as readonly RecordChange[];
  const rows = new Map<string, ThingRecord>(
    (countryThings as readonly Constructor<ThingRecord>[]).flatMap((target) =>
      told.of(target).map((row) => [`${thingOf(target).name} ${row.id}`, row] as const),
    ),
  );
  const rowOf = ({ entity, recordId }: HistoryEntry): ThingRecord => rows.get(`${entity} ${recordId}`) as ThingRecord;
  const changeOf = new Map(changes.map((change) => [change.id, change]));
  const differences = ({ id }: HistoryEntry): Differences => {
    const change = changeOf.get(id);
    return change ? (JSON.parse((change.sealed ?? change.open) as string) as Differences) : {};
  };

  it('a record that was corrected has its whole history, from its making', () => {
    const histories = by(entries, 'recordId');
    expect(histories.size).toBeGreaterThan(60);
    for (const history of histories.values()) {
      const [first] = history as [HistoryEntry];
      const { version, createdAt, createdById, updatedAt } = rowOf(first);
      expect(history.map((one) => one.version)).toEqual(Array.from({ length: version }, (_, nth) => nth + 1));
      expect(history.map(({ operation }) => operation)).toEqual(['INSERT', ...Array(version - 1).fill('UPDATE')]);
      expect([first.at, first.actorId]).toEqual([createdAt, createdById]);
      expect(history.at(-1)?.at).toBe(updatedAt);
    }
  });

  it('whoever did it is there, works there, and may do it', () => {
    const staff = new Map(told.of(StaffMember).map((member) => [member.id, member]));
    const rule = ({ actorId, actorRole, organisationId, action, entity, dataClasses }: HistoryEntry): boolean => {
      const member = staff.get(actorId);
      const known = allActions.get(action);
      const { dataClass } = allThings.get(entity) ?? {};
      return (
        member?.role === actorRole &&
        member.organisationId === organisationId &&
        known !== undefined &&
        (known.duty === undefined || hasDuty(known.duty as Duty, actorRole)) &&
        dataClass !== undefined &&
        String(dataClasses) === dataClass &&
        // Who may take a record out marks it, whoever wrote it.
        mayUse(actorRole as Role, known.thing.target === Voiding ? 'VOIDING' : dataClass, 'write')
      );
    };
    expect(breaking(entries, rule)).toEqual([]);
    const shut = by(told.of(AccusedColleague), 'caseId');
    const caseId = (entry: HistoryEntry): string => (rowOf(entry) as unknown as Record<string, string>)['caseId'] ?? '';
    const isShut = (entry: HistoryEntry): boolean =>
      (shut.get(caseId(entry)) ?? []).some(({ accusedId }) => accusedId === entry.actorId);
    expect(breaking(entries, (entry) => !isShut(entry))).toEqual([]);
  });

  it('what it was before differs from what it is, which is what the record says', () => {
    const changed = entries.filter(({ id }) => changeOf.has(id));
    expect(changed.length).toBe(changes.length);
    for (const entry of changed) {
      const row = rowOf(entry) as unknown as Values;
      for (const [name, [before, after]] of Object.entries(differences(entry))) {
        expect(before).not.toEqual(after);
        const now = row[name];
        const isTime = thingOf(allThings.get(entry.entity)!.target).attributes.get(name)?.type === 'dateTime';
        if (isTime) expect(Date.parse(after as string)).toBe(Date.parse(now as string));
        else expect([entry.entity, name, after]).toEqual([entry.entity, name, now]);
      }
    }
  });

  it('it is sealed under the survivor’s key where the record is, and open where it is not', () => {
    for (const entry of entries) {
      const change = changeOf.get(entry.id);
      if (!change) continue;
      const { sealed } = allThings.get(entry.entity) ?? {};
      const { dataKeyId = null } = rowOf(entry) as { dataKeyId?: string };
      expect([entry.entity, change.dataKeyId]).toEqual([entry.entity, sealed ? dataKeyId : null]);
      expect([change.sealed !== null, change.open !== null]).toEqual([sealed, !sealed]);
      if (sealed) expect(dataKeyId).not.toBeNull();
    }
    const kinds = new Set(entries.filter(({ id }) => changeOf.get(id)?.sealed).map(({ entity }) => entity));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['CaseNote', 'IncidentNarrative', 'SafeContact']));
  });

  it('something of every kind was corrected', () => {
    const corrected = new Set(entries.filter(({ id }) => changeOf.has(id)).map(({ entity }) => entity));
    const all = ['AdvocacyActivity', 'AllegedPerpetrator', 'CaseNote', 'Incident', 'IncidentDetail'];
    for (const kind of [...all, 'IncidentNarrative', 'SafeContact', 'Training']) expect([...corrected]).toContain(kind);
  });

  it('it shows on the case', () => {
    const shown = by(told.of(CaseActivity), 'caseId');
    const below = ['Incident', 'IncidentNarrative', 'IncidentDetail', 'AllegedPerpetrator', 'CaseNote', 'Referral'];
    const rule = (entry: HistoryEntry): boolean => {
      const { caseId, kind } = rowOf(entry) as unknown as Record<string, string>;
      if (entry.operation !== 'UPDATE' || !below.includes(entry.entity) || kind === 'STEP_REASON') return true;
      return (shown.get(caseId as string) ?? []).some(
        ({ createdAt, byId }) => createdAt === entry.at && byId === entry.actorId,
      );
    };
    expect(breaking(entries, rule)).toEqual([]);
  });

  it('what was taken out says who found it, and why', () => {
    const notes = told.of(CaseNote).filter(({ kind }) => kind === 'STEP_REASON');
    const voidings = new Map(told.of(Voiding).map((voiding) => [`${voiding.entity} ${voiding.recordId}`, voiding]));
    const supervised = ['Incident', 'AllegedPerpetrator'];
    const taken = new Map<string, number>();
    for (const target of countryThings as readonly Constructor<ThingRecord>[]) {
      const { name } = thingOf(target);
      if (
        !isVoidable(thingOf(target)) ||
        !('caseId' in (told.of(target)[0] ?? {})) ||
        target === (AccusedColleague as never)
      )
        continue;
      for (const row of told.of(target) as unknown as (Row<CaseNote> & { voidedAt: string | null })[]) {
        const voiding = voidings.get(`${name} ${row.id}`);
        expect([name, voiding?.createdAt ?? null]).toEqual([name, row.voidedAt]);
        if (!voiding) continue;
        taken.set(name, (taken.get(name) ?? 0) + 1);
        const entry = entries.find((one) => one.recordId === row.id && one.version === row.version);
        expect(entry?.action).toBe(`void${name}`);
        expect(Object.keys(differences(entry!))).toEqual(['voidedAt']);
        if (supervised.includes(name)) expect(hasDuty('supervision', entry!.actorRole)).toBe(true);
        const reason = notes.find((note) => note.caseId === row.caseId && note.createdAt === row.voidedAt);
        expect([reason?.step, reason?.createdById]).toEqual([entry?.action, entry?.actorId]);
        expect([voiding.makerId, voiding.createdById]).toEqual([row.createdById, entry?.actorId]);
      }
    }
    expect([...taken.keys()].sort()).toEqual(['AllegedPerpetrator', 'CaseNote', 'Incident']);
  });
});
