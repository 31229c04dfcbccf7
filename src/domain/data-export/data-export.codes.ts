/** Code lists of exports: in which form, and how far. */
import type { Format } from '../../exchange/dhis2/payloads';
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
    DHIS2_JSON: {
      en: 'For a DHIS2, as JSON',
      pt: 'Para um DHIS2, em JSON',
      description: {
        en: 'Values of one data set, by a mapping.',
        pt: 'Valores de um conjunto de dados, segundo uma correspondência.',
      },
      source: 'DHIS2',
    },
    DHIS2_CSV: {
      en: 'For a DHIS2, as CSV',
      pt: 'Para um DHIS2, em CSV',
      description: {
        en: 'Values of one data set, by a mapping, as every version reads them.',
        pt: 'Valores de um conjunto de dados, segundo uma correspondência, como qualquer versão os lê.',
      },
      source: 'DHIS2',
    },
    DHIS2_ADX: {
      en: 'For a DHIS2, as ADX',
      pt: 'Para um DHIS2, em ADX',
      description: {
        en: 'Values of one data set, by a mapping, as XML of the IHE profile ADX. It has no deletions.',
        pt: 'Valores de um conjunto de dados, segundo uma correspondência, em XML do perfil ADX da IHE. Não tem eliminações.',
      },
      source: 'IHE QRPH ADX',
    },
  },
);
export type ExportFormat = CodeOf<typeof ExportFormat>;

/** Forms that a DHIS2 imports: made by a mapping, and not by a document. */
export const dhis2Forms = { DHIS2_JSON: 'json', DHIS2_CSV: 'csv', DHIS2_ADX: 'adx' } as const satisfies Partial<
  Record<ExportFormat, Format>
>;
export type Dhis2Form = keyof typeof dhis2Forms;
/** Forms of rows as they are. */
export type RowForm = Exclude<ExportFormat, Dhis2Form>;

export const isForDhis2 = (format: ExportFormat): format is Dhis2Form => format in dhis2Forms;
export const rowForms = ExportFormat.codes.filter((code): code is RowForm => !isForDhis2(code));

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
