/** Preparing an import, whose file then comes by itself, and keeping how columns are called. */
import { problem } from '../../base/problem';
import { actionLabel } from '../../model/action';
import { changing, making } from '../../model/action-input';
import { mayDo } from '../../policy/rights';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { organisationOfActivity } from '../activity/activity.organisation';
import { DataImport } from './import.entity';
import { ImportMapping } from './import-mapping.entity';
import { kindOfImport } from './import.kinds';
import { importLifecycle } from './import.lifecycle';
import { checkMapping } from './import.mapping';
import type { ImportKind } from './import.codes';

action(
  {
    name: 'prepareImport',
    of: DataImport,
    label: { en: 'prepare an import', pt: 'preparar uma importação' },
    description: 'Says what a file holds that is to be imported. Then send it to `/imports/<id>` with PUT.',
    input: making(DataImport, {
      description: 'What preparing an import takes.',
      relies: ['kind'],
    }),
    steps: [importLifecycle.on({ from: [], to: 'PREPARED' })],
  },
  async (work, { id, values }) => {
    assertOwn(work, values.kind);
    const organisationId = await organisationOfActivity(work, values.organisationId);
    if (values.mappingId && values.ownMapping) throw twoMappings();
    if (values.mappingId) await assertFits(work, values.mappingId, values.kind);
    if (values.ownMapping) checkMapping(values.kind, values.ownMapping, ['ownMapping']);
    const status = importLifecycle.step(null, work.action, undefined);
    return work.insert(DataImport, { ...values, id, organisationId, status });
  },
);

/** @throws ProblemError where the actor may not do by hand what the rows do */
function assertOwn({ actor }: Work, kind: ImportKind): void {
  const { name } = kindOfImport(kind).action;
  if (mayDo(actor)(name)) return;
  throw problem(
    'INVALID_INPUT',
    `Your role may not do this, and so imports no such rows: ${actionLabel(name, 'en')}. Ask a colleague who may.`,
    `A sua função não pode fazer isto, e por isso não importa tais linhas: ${actionLabel(name, 'pt')}. Peça a um colega que possa.`,
    ['kind'],
  );
}

const twoMappings = () =>
  problem(
    'INVALID_INPUT',
    'Give one mapping: one that is kept, or one of this import alone.',
    'Indique uma só correspondência: uma guardada, ou uma só desta importação.',
    ['ownMapping'],
  );

/** @throws ProblemError where the mapping is not there, or is of other rows */
async function assertFits(work: Work, mappingId: string, kind: ImportKind): Promise<void> {
  const path = ['mappingId'];
  const mapping = await work.load(ImportMapping, mappingId, { right: 'read', path });
  // It may have been kept when there were other fields and codes.
  if (mapping.kind === kind) return checkMapping(kind, mapping.mapping, path);
  throw problem(
    'INVALID_INPUT',
    'This mapping is of files of another kind. Take one of the same kind, or leave it out.',
    'Esta correspondência é de ficheiros de outro tipo. Use uma do mesmo tipo ou não a indique.',
    path,
  );
}

action(
  {
    name: 'keepImportMapping',
    of: ImportMapping,
    label: { en: 'keep a mapping of columns', pt: 'guardar uma correspondência de colunas' },
    description: 'Keeps how the columns of files of one make are called.',
    input: making(ImportMapping, {
      description: 'What keeping a mapping of columns takes.',
      relies: ['kind', 'mapping'],
    }),
  },
  async (work, { id, values }) => {
    checkMapping(values.kind, values.mapping);
    const organisationId = await organisationOfActivity(work, values.organisationId);
    return work.insert(ImportMapping, { ...values, id, organisationId });
  },
);

action(
  {
    name: 'updateImportMapping',
    of: ImportMapping,
    label: { en: 'correct the mapping of columns', pt: 'corrigir a correspondência de colunas' },
    description: 'Corrects how the columns of files of one make are called; what was imported stays as it is.',
    input: changing(ImportMapping, { description: 'What correcting a mapping of columns takes.' }),
  },
  async (work, { id, expectedVersion, values }) => {
    const record = await work.load(ImportMapping, id, { expectedVersion });
    if (values.mapping) checkMapping(record.kind, values.mapping);
    await work.update(ImportMapping, record, values);
    return id;
  },
);

action(
  {
    name: 'voidImportMapping',
    of: ImportMapping,
    label: { en: 'take the mapping of columns out', pt: 'retirar a correspondência de colunas' },
    description: 'Takes a mapping of columns out of the list; what was imported with it stays as it is.',
    input: changing(ImportMapping, { description: 'What taking a mapping of columns out takes.' }),
  },
  async (work, { id, expectedVersion, values }) => {
    const record = await work.load(ImportMapping, id, { expectedVersion });
    await work.update(ImportMapping, record, { ...values, voidedAt: now() });
    return id;
  },
);
