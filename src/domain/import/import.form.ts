/** Holds a row against the form of the mutation's input: of what a client sends, GraphQL does that before anything runs. */
import type { ProblemShape } from '../../base/problem';
import { enumerated } from '../../model/codelist';
import type { Input, InputField } from '../../model/input';
import { codesOf, isList, type AttributeType } from '../../model/thing';
import type { Path } from '../../writing/input';

type Flat = Readonly<Record<string, unknown>>;

/** What is missing, what is no field, and what has another form than its field. */
export function againstForm(input: Input, row: Flat, path: Path = []): ProblemShape[] {
  const unknown = Object.keys(row).filter((name) => !input.fields.has(name));
  const given = [...input.fields.values()].filter(({ name }) => isGiven(row[name]));
  const ways = input.oneOf && given.length !== 1 ? [problem(path, oneWay)] : [];
  return [
    ...ways,
    ...unknown.map((name) => problem([...path, name], noField)),
    ...[...input.fields.values()].flatMap((field) => againstField(field, row[field.name], [...path, field.name])),
  ];
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

function againstField({ part, list, optional, attribute }: InputField, value: unknown, path: Path): ProblemShape[] {
  if (!isGiven(value)) return optional ? [] : [problem(path, needed)];
  if (!part) return attribute && !isOfType(attribute.type, value) ? [problem(path, typed(attribute.type))] : [];
  if (!list) return isFlat(value) ? againstForm(part, value, path) : [problem(path, object)];
  if (!Array.isArray(value)) return [problem(path, listOf)];
  return value.flatMap((item, at) =>
    isFlat(item) ? againstForm(part, item, [...path, at]) : [problem([...path, at], object)],
  );
}

/** Of what a text can be, its own check tells more. */
function isOfType(type: AttributeType, value: unknown): boolean {
  if (isList(type)) return Array.isArray(value) && value.every((item) => isOfType(type[0], item));
  const codes = codesOf(type);
  if (codes) return codes.codes.includes(value as string);
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'uuid') return typeof value === 'string' && value.length <= 500 && !/[\0-\x1f\x7f]/.test(value);
  return type === 'int' ? Number.isInteger(value) : typeof value === 'string';
}

function typed(type: AttributeType): ProblemShape['text'] {
  const codes = codesOf(type);
  if (codes) {
    const known = enumerated(codes, codes.codes.slice(0, 40));
    return { en: `It is none of the list: ${known.en}.`, pt: `Não é nenhum da lista: ${known.pt}.` };
  }
  if (type === 'boolean') return { en: 'True or false is expected.', pt: 'Espera-se verdadeiro ou falso.' };
  return type === 'int'
    ? { en: 'A whole number is expected.', pt: 'Espera-se um número inteiro.' }
    : { en: 'A text is expected.', pt: 'Espera-se um texto.' };
}

const isFlat = (value: unknown): value is Flat => typeof value === 'object' && value !== null && !Array.isArray(value);

const problem = (path: Path, text: ProblemShape['text']): ProblemShape => ({ code: 'INVALID_INPUT', text, path });

const needed = {
  en: 'This is needed, and the row says nothing of it. Fill it in, or give every row the same by the mapping.',
  pt: 'É necessário, e a linha nada diz. Preencha-o, ou dê o mesmo a todas as linhas pela correspondência.',
};
const noField = {
  en: 'There is no such field. The template of this kind has every field.',
  pt: 'Não existe esse campo. O modelo deste tipo tem todos os que existem.',
};
const object = {
  en: 'Fields in braces are expected here, as the template has them.',
  pt: 'Esperam-se aqui campos entre chavetas, como no modelo.',
};
const listOf = {
  en: 'A list of entries is expected here, in brackets.',
  pt: 'Espera-se aqui uma lista de entradas, entre parênteses rectos.',
};
const oneWay = {
  en: 'Exactly one of its fields is given.',
  pt: 'Indica-se exactamente um dos seus campos.',
};
