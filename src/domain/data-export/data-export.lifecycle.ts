/** The lifecycle of an export. */
import { nameAction } from '../../model/action';
import { Lifecycle } from '../../model/lifecycle';
import { ExportStatus } from './data-export.codes';

export const exportLifecycle = new Lifecycle<ExportStatus>('DataExport', ExportStatus);

/** All rows stand in a file. */
export const MADE = 'makeExport';
/** Its link is over. */
export const FORGOTTEN = 'forgetExport';
nameAction(MADE, { en: 'make the file of an export', pt: 'fazer o ficheiro de uma exportação' });

exportLifecycle.follows(MADE, { from: ['PREPARED'], to: 'READY' });
exportLifecycle.follows(FORGOTTEN, { from: ['PREPARED', 'READY'], to: 'OVER' });
