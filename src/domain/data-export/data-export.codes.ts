/** Code lists of exports: in which form, and how far. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

export const ExportFormat = codeList(
  'ExportFormat',
  { en: 'In which form rows leave as a file.', pt: 'Em que forma as linhas saem como ficheiro.' },
  {
    NDJSON: {
      en: 'NDJSON: a JSON object on each line',
      pt: 'NDJSON: um objecto JSON em cada linha',
      description: {
        en: 'As the API answers, lists within a row too.',
        pt: 'Como a API responde, com as listas dentro de cada linha.',
      },
      source,
    },
    CSV: { en: 'CSV, in UTF-8 with commas', pt: 'CSV, em UTF-8 com vírgulas', source: 'RFC 4180' },
    XLSX: { en: 'Spreadsheet (XLSX)', pt: 'Folha de cálculo (XLSX)', source: 'ISO/IEC 29500' },
    PARQUET: { en: 'Parquet', pt: 'Parquet', source: 'Apache Parquet' },
  },
);
export type ExportFormat = CodeOf<typeof ExportFormat>;

export const ExportStatus = codeList(
  'ExportStatus',
  { en: 'How far an export is.', pt: 'Em que ponto está uma exportação.' },
  {
    PREPARED: {
      en: 'Prepared: the file is made when its link is opened',
      pt: 'Preparada: o ficheiro faz-se quando se abre a ligação',
      source,
    },
    READY: {
      en: 'The file is made, and kept until its link is over',
      pt: 'O ficheiro está feito, e guarda-se até ao fim do prazo da ligação',
      source,
    },
    OVER: { en: 'Over: no file is kept', pt: 'Terminada: já não se guarda nenhum ficheiro', source },
  },
);
export type ExportStatus = CodeOf<typeof ExportStatus>;
