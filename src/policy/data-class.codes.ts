/** The data classes as a code list: what each is called, as the policy says it. */
import type { Text } from '../base/locale';
import { codeList, label } from '../model/codelist';
import type { Labelling } from '../model/thing';
import { dataClasses, type DataClass } from './table';

const labels = Object.fromEntries(
  Object.entries(dataClasses).map(([name, { label: called }]) => [name, called]),
) as Readonly<Record<DataClass, Text>>;

export const DataClassCode = codeList<DataClass>(
  'DataClass',
  {
    en: 'Data of one kind, for which the policy says who may read and write it.',
    pt: 'Dados de um tipo, para os quais as regras dizem quem os pode ler e escrever.',
  },
  labels,
);

/** What a data class is called. */
export const dataClassLabel: Labelling = (name, locale) => label(DataClassCode, name, locale);
