/** The text of a cell as what a field takes. Nothing of it is repeated in what is told. */
import type { Locale, Text } from '../../base/locale';
import { codesOf, isList, type Attribute, type AttributeType } from '../../model/thing';
import type { CodeList } from '../../model/codelist';
import { folded } from '../mapping/headings';
import { codeOf, itemsOf, type Known } from './codes';
import { refused, type Converted, type Reading } from './converted';
import { dateOf, momentOf } from './dates';
import { wholeNumber, yesOrNo } from './numbers';

/** Words by which people say that something is not known, or does not apply. */
const UNKNOWN = new Set(
  [
    ...['unknown', 'not known', 'unk', 'n/a', 'n.a.', 'n/k', 'not applicable', 'not available', 'not recorded'],
    ...["don't know", 'don’t know', 'dont know', 'do not know', 'no information', 'missing', 'null'],
    ...['desconhecido', 'desconhecida', 'não sabe', 'não sei', 'n/d', 'n.d.', 'não aplicável', 'não se aplica'],
    ...[
      'sem informação',
      'não registado',
      'não disponível',
      'ignorado',
      'ignorada',
      '-',
      '--',
      '---',
      '–',
      '—',
      '?',
      '??',
      '.',
      '*',
    ],
  ].map(folded),
);

const LONGEST_UNKNOWN = 20;

export const isUnknown = (text: string): boolean => text.length <= LONGEST_UNKNOWN && UNKNOWN.has(folded(text));

export const leftUnknown: Text = {
  en: 'It says that this is not known, and was left out.',
  pt: 'Diz que isto não se sabe, e foi omitido.',
};

const leftUncertain: Text = {
  en: 'What it says is nothing certain, and was left out as unknown.',
  pt: 'O que diz não é nada de certo, e foi omitido como desconhecido.',
};

const meaningOf = (text: string, { meanings }: Reading): string | null | undefined =>
  meanings.size === 0 ? undefined : meanings.get(folded(text));

type Single = Exclude<AttributeType, readonly unknown[]>;

/**
 * What the text of a cell is for an attribute.
 * @param text not blank
 */
export function valueOf({ type }: Attribute, text: string, reading: Reading): Converted {
  const meaning = meaningOf(text, reading);
  if (meaning === null || meaning === '') return { unknown: true, warning: leftUncertain };
  if (isList(type)) return listOf(type[0], meaning ?? text, reading);
  const codes = codesOf(type);
  const known = codes && codeOf(codes, meaning ?? text);
  if (known !== undefined) return { value: known };
  if (isUnknown(text)) return { unknown: true, warning: leftUnknown };
  return codes ? noCode(codes) : single(type, meaning ?? text, reading);
}

function single(type: Single, text: string, reading: Reading): Converted {
  switch (type) {
    case 'int':
      return wholeNumber(text);
    case 'boolean':
      return yesOrNo(text);
    case 'date':
      return dateOf(text, reading);
    case 'dateTime':
      return momentOf(text, reading);
    case 'longText':
      return { value: text.replace(/\r\n?/g, '\n') };
    default:
      return /[\r\n\t]/.test(text)
        ? { value: text.replace(/\s*[\r\n\t]\s*/g, ' '), warning: oneLine }
        : { value: text };
  }
}

const oneLine: Text = {
  en: 'It takes one line: line breaks became blanks.',
  pt: 'Só leva uma linha: as quebras de linha passaram a espaços.',
};

function listOf(item: 'text' | CodeList, text: string, reading: Reading): Converted {
  if (item === 'text') {
    const items = text.split(/[;\n]/.test(text) ? /[;\r\n]+/ : ',');
    return { value: [...new Set(items.map((one) => one.trim()).filter((one) => one !== ''))] };
  }
  const known: Known = (one) => {
    const meaning = meaningOf(one, reading);
    return meaning === null || meaning === '' ? '' : codeOf(item, meaning ?? one);
  };
  const items = itemsOf(text, known);
  if (!items && isUnknown(text)) return { unknown: true, warning: leftUnknown };
  if (!items) return noCode(item, true);
  const codes = [...new Set(items.filter((one) => one !== ''))];
  return codes.length > 0 ? { value: codes } : { unknown: true };
}

function noCode(list: CodeList, isMany = false): Converted {
  return isMany
    ? refused(
        `Something in it is not of the list, which has ${examples(list, 'en')}. A mapping can say what words of the file are.`,
        `Contém algo que não é da lista, que tem ${examples(list, 'pt')}. Uma correspondência pode dizer o que são as palavras do ficheiro.`,
      )
    : refused(
        `It is not of the list, which has ${examples(list, 'en')}. A mapping can say what words of the file are.`,
        `Não é da lista, que tem ${examples(list, 'pt')}. Uma correspondência pode dizer o que são as palavras do ficheiro.`,
      );
}

/** Labels of a list that are told of it. */
const EXAMPLES = 5;

function examples({ codes, of }: CodeList, locale: Locale): string {
  const shown = codes.slice(0, EXAMPLES).map((code) => of[code]?.[locale] ?? code);
  return [...shown, ...(codes.length > EXAMPLES ? ['…'] : [])].join(', ');
}
