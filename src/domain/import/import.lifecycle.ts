/** The lifecycle of an import. */
import { nameAction } from '../../model/action';
import { Lifecycle } from '../../model/lifecycle';
import { ImportStatus } from './import.codes';

export const importLifecycle = new Lifecycle<ImportStatus>('DataImport', ImportStatus);

/** What the histories say was done where rows of a file were taken up. */
export const IMPORTING = 'importRows';
/** All rows were seen. */
export const IMPORTED = 'finishImport';
/** Nothing is left of it but what was worked on. */
export const UNDONE = 'finishUndoing';
nameAction(UNDONE, { en: 'come to the end of taking an import back', pt: 'acabar de desfazer uma importação' });
nameAction(IMPORTING, { en: 'import rows of a file', pt: 'importar linhas de um ficheiro' });
nameAction(IMPORTED, { en: 'come to the end of a file', pt: 'chegar ao fim de um ficheiro' });

importLifecycle.follows(IMPORTING, { from: ['PREPARED', 'RUNNING', 'DONE'], to: 'RUNNING' });
importLifecycle.follows(IMPORTED, { from: ['RUNNING'], to: 'DONE' });
importLifecycle.follows(UNDONE, { from: ['UNDOING'], to: 'UNDONE' });

/** Where nothing leads on by somebody's step, what to do instead is said in words. */
function leadsNowhere(from: ImportStatus, en: string, pt: string): void {
  importLifecycle.refuses(from, {
    ...{ type: 'IllegalStep', code: 'ILLEGAL_STEP', text: { en, pt } },
    ...{ more: { from, allowed: [] }, words: { fromLabel: ImportStatus.of[from], allowedLabel: [] } },
  });
}
leadsNowhere(
  'PREPARED',
  'Nothing was imported with it yet, so there is nothing to take back. Send its file, or leave it: it changes nothing.',
  'Ainda nada se importou com ela, por isso não há nada a desfazer. Envie o ficheiro, ou deixe-a como está: não altera nada.',
);
leadsNowhere(
  'UNDONE',
  'It was taken back already. Import the file anew with an import of its own.',
  'Já foi desfeita. Importe de novo o ficheiro com uma importação própria.',
);

/** Under which everything that an import did stands in the trail. */
export const requestOf = (importId: string): string => `import ${importId}`;
