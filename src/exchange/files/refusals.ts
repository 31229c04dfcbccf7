/** Why a file cannot be read, and what to do about it. */
import type { Text } from '../../base/locale';
import { FileRefused } from './sheet';

const say = (en: string, pt: string): Text => ({ en, pt });
const refused = (en: string, pt: string, row?: number): FileRefused => new FileRefused(say(en, pt), row);

export const empty = () =>
  refused(
    'The file is empty. Send one with a row of headings.',
    'O ficheiro está vazio. Envie um com uma linha de cabeçalhos.',
  );
export const tooLarge = (maximum: number) =>
  refused(
    `The file is too large: at most ${maximum} MB are taken. Split it.`,
    `O ficheiro é demasiado grande: são aceites no máximo ${maximum} MB. Divida-o.`,
  );
export const tooManyRows = (maximum: number) =>
  refused(
    `There are more than ${maximum} rows. Split the file.`,
    `Há mais de ${maximum} linhas. Divida o ficheiro.`,
    maximum,
  );
export const tooManyColumns = (maximum: number, row: number) =>
  refused(
    `This row has more than ${maximum} columns. Remove those that are not needed.`,
    `Esta linha tem mais de ${maximum} colunas. Retire as que não são precisas.`,
    row,
  );
export const tooManyTables = (maximum: number) =>
  refused(
    `There are more than ${maximum} sheets or files. Remove those that are not needed.`,
    `Há mais de ${maximum} folhas ou ficheiros. Retire os que não são precisos.`,
  );
export const tooMuchInside = () =>
  refused(
    'What is packed in the file is too large. Save the table alone, without pictures and formats, or as CSV UTF-8.',
    'O que está comprimido no ficheiro é demasiado grande. Guarde só a tabela, sem imagens nem formatos, ou como CSV UTF-8.',
  );
export const noText = () =>
  refused(
    'The file is neither a table nor text. Save it as .xlsx, or as CSV UTF-8.',
    'O ficheiro não é uma tabela nem um texto. Guarde-o como .xlsx ou como CSV UTF-8.',
  );
export const otherEncoding = () =>
  refused(
    'The text of the file is not UTF-8. Save it as “CSV UTF-8”.',
    'O texto do ficheiro não está em UTF-8. Guarde-o como «CSV UTF-8».',
  );
export const oldWorkbook = () =>
  refused(
    'The workbook is of the old Excel format or has a password. Save it as .xlsx, without a password.',
    'O livro está no formato antigo do Excel ou tem palavra-passe. Guarde-o como .xlsx, sem palavra-passe.',
  );
export const webPage = () =>
  refused(
    'The file is a web page that is called a table. Open it and save it as .xlsx.',
    'O ficheiro é uma página web com nome de tabela. Abra-o e guarde-o como .xlsx.',
  );
export const otherPacked = () =>
  refused(
    'There is neither a workbook (.xlsx) nor a .csv file in it. Save the table as .xlsx, or as CSV UTF-8.',
    'Não contém um livro (.xlsx) nem um ficheiro .csv. Guarde a tabela como .xlsx ou como CSV UTF-8.',
  );
export const damaged = () =>
  refused(
    'The file is damaged, or was not sent whole. Open it, save it again and send it anew.',
    'O ficheiro está danificado ou não chegou inteiro. Abra-o, guarde-o de novo e envie-o outra vez.',
  );
export const jsonList = () =>
  refused(
    'The file is one JSON list. Write each record as an object on a line of its own.',
    'O ficheiro é uma única lista JSON. Escreva cada registo como objecto numa linha própria.',
  );
export const quoteOpen = (row: number) =>
  refused(
    'A quotation mark that opens in this row is never closed, so everything after it is one cell. Close it, or write it twice.',
    'As aspas que abrem nesta linha nunca fecham, pelo que tudo o que se segue é uma só célula. Feche-as ou escreva-as duas vezes.',
    row,
  );
export const cellTooLong = (row: number) =>
  refused(
    'This row is far too long for a table. Look for a quotation mark that is not closed.',
    'Esta linha é demasiado longa para uma tabela. Procure aspas que não fecham.',
    row,
  );
export const mixedFormats = () =>
  refused(
    'Lines of JSON and tables cannot be imported together. Send them one after the other.',
    'Linhas JSON e tabelas não podem ser importadas em conjunto. Envie-as uma após outra.',
  );

export const westernEncoding = say(
  'The text is not UTF-8 and was read as Windows-1252, as Excel writes CSV. Check letters with accents, or save it as “CSV UTF-8”.',
  'O texto não está em UTF-8 e foi lido como Windows-1252, como o Excel escreve CSV. Verifique as letras com acentos, ou guarde-o como «CSV UTF-8».',
);
