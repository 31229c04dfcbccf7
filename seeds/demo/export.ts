/** Exports that are over: what left, in which form, for what; nothing of what stood in the files. */
import { createHash } from 'node:crypto';
import { DataExport } from '../../src/domain/data-export/data-export.entity';
import type { ExportFormat } from '../../src/domain/data-export/data-export.codes';
import { recorderOf } from './allies';
import { made } from './batch';
import { BEGIN, between, DAY, END, instant } from './calendar';
import type { Post } from './posts';
import type { Story } from './story';
import type { Colleague, Team } from './world';

interface Left {
  readonly post: Post;
  readonly root: string;
  readonly columns: readonly string[];
  readonly format: ExportFormat;
}

const left: readonly Left[] = [
  {
    post: 'case-manager',
    root: 'cases',
    columns: ['displayId', 'status', 'openedAt', 'riskLevel'],
    format: 'CSV',
  },
  {
    post: 'supervisor',
    root: 'referrals',
    columns: ['category', 'status', 'requestedAt', 'toOrganisation.name'],
    format: 'XLSX',
  },
  {
    post: 'partner-admin',
    root: 'indicatorTable',
    columns: ['indicator', 'period', 'province', 'value', 'status'],
    format: 'PARQUET',
  },
];

export function addExports(story: Story): void {
  for (const team of story.world.partners) for (const one of left) addExport(story, team, one);
}

const colleague = ({ staff }: Team, post: Post): Colleague | undefined => staff.get(post)?.[0];

function addExport(story: Story, team: Team, { post, root, columns, format }: Left): void {
  const random = story.apart('exports');
  const at = between(random, BEGIN + 30 * DAY, END - 5 * DAY);
  const by = colleague(team, post) ?? recorderOf(team);
  const rows = random.int(20, 90);
  story.batch.add(DataExport, {
    ...{ root, columns: [...columns], format, byteOrderMark: false, hxl: false, purpose: 'REPORTING', status: 'OVER' },
    organisationId: team.id,
    ...{ rows, bytes: rows * random.int(60, 160), madeAt: instant(at + 5_000) },
    // Of no file: nobody has it any more.
    sha256: createHash('sha256').update(`${team.id} ${root}`).digest('hex'),
    ...{ document: null, variables: null, sessionId: null, locale: 'en', contentId: null },
    ...made(random, at, by.id, 2, at + 60_000),
  });
}
