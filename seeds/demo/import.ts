/** Imports of files: what came of each, what was odd in it, and how the columns of one form are called. */
import { DataImport, ImportRowFinding } from '../../src/domain/import/import.entity';
import { ImportMapping } from '../../src/domain/import/import-mapping.entity';
import type { ImportKind, ImportStatus } from '../../src/domain/import/import.codes';
import { made } from './batch';
import { BEGIN, between, DAY, END, instant } from './calendar';
import { recorderOf } from './allies';
import type { Story } from './story';
import type { Team } from './world';
import type { Row } from './batch';

const mapping = {
  columns: { 'Day of the session': 'heldOn', 'Kind of session': 'type', Ward: 'districtId', Topics: 'topics' },
  values: { type: { talk: 'LECTURE', 'round table': 'ROUNDTABLE' } },
  constants: { level: 'COMMUNITY' },
};

const told: readonly [kind: ImportKind, status: ImportStatus, file: string][] = [
  ['OUTREACH', 'DONE', 'outreach-sessions.csv'],
  ['TRAINING', 'UNDONE', 'trainings-2024.xlsx'],
  ['MEMBER_COUNT', 'PREPARED', 'members.xlsx'],
];

export function addImports(story: Story): void {
  for (const team of story.world.partners) {
    const mappingId = addMapping(story, team);
    told.forEach(([kind, status, fileName]) => {
      const made = addImport(story, team, {
        kind,
        status,
        fileName,
        mappingId: kind === 'OUTREACH' ? mappingId : null,
      });
      if (status === 'DONE') addFindings(story, made);
    });
  }
}

function addMapping(story: Story, team: Team): string {
  const random = story.apart('mappings of columns');
  return story.batch.add(ImportMapping, {
    organisationId: team.id,
    name: 'Outreach sessions',
    kind: 'OUTREACH',
    mapping: JSON.stringify(mapping),
    voidedAt: null,
    ...made(random, between(random, BEGIN, END - 60 * DAY), recorderOf(team).id),
  }).id;
}

type Told = Pick<DataImport, 'kind' | 'status' | 'fileName' | 'mappingId'>;

function addImport(story: Story, team: Team, said: Told): Row<DataImport> {
  const random = story.apart('imports');
  const at = between(random, BEGIN + 30 * DAY, END - 30 * DAY);
  const isSent = said.status !== 'PREPARED';
  const rowsRead = isSent ? random.int(20, 90) : 0;
  const rowsRefused = isSent ? 1 : 0;
  return story.batch.add(DataImport, {
    ...said,
    organisationId: team.id,
    shape: isSent ? 'OWN' : null,
    dryRun: false,
    ...{ rowsRead, rowsRefused, rowsKnown: 0, rowsMade: rowsRead - rowsRefused },
    rowsUndone: said.status === 'UNDONE' ? rowsRead - rowsRefused : 0,
    rowsKept: 0,
    finishedAt: isSent ? instant(at + 60_000) : null,
    fingerprint: null,
    ...made(random, at, recorderOf(team).id),
  });
}

const messages = {
  type: {
    messageEn: 'It is no code of the list (ROUNDTABLE, LECTURE, DEBATE).',
    messagePt: 'Não é um código da lista (ROUNDTABLE, LECTURE, DEBATE).',
  },
  topics: {
    messageEn: 'The file says nothing that is known of here: it was left out.',
    messagePt: 'O ficheiro nada diz que aqui se conheça: foi deixado de fora.',
  },
};

function addFindings(story: Story, { id: dataImportId, createdById }: Row<DataImport>): void {
  const random = story.apart('findings of imports');
  for (const [nth, path] of (['type', 'topics'] as const).entries()) {
    story.batch.add(ImportRowFinding, {
      dataImportId,
      finding: path === 'type' ? 'PROBLEM' : 'WARNING',
      row: 4 + 7 * nth,
      sheet: nth === 0 ? null : 'Sessions',
      column: path === 'type' ? 'B (Kind of session)' : 'D (Topics)',
      path,
      code: 'INVALID_INPUT',
      ...messages[path],
      ...made(random, END - 20 * DAY, createdById as string),
    });
  }
}
