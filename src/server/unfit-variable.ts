/**
 * Variables that do not fit their types, in words of those who fill them in. Nothing that was sent is quoted: where it
 * stands is told beside, for the program that shows the form.
 */
import { GraphQLError } from 'graphql';
import { ApiError } from '../base/errors';
import type { Text } from '../base/locale';
import { codeLists, enumerated } from '../model/codelist';

/** Mistakes that are told together. */
export const MAX_MISTAKES = 20;

/** As many choices as somebody reads in one text. */
const MAX_CHOICES = 12;

/** Several variables, or values in them, that do not fit: they are told together. */
export class UnfitVariables extends Error {
  override readonly name = 'UnfitVariables';
  readonly errors: readonly GraphQLError[];

  /** @param found what graphql-js says, which quotes the values; beyond MAX_MISTAKES it says that there are more */
  constructor(found: readonly GraphQLError[]) {
    super('variables do not fit');
    this.errors = found.slice(0, MAX_MISTAKES).map(unfitVariable);
  }
}

function unfitVariable(error: GraphQLError): GraphQLError {
  const originalError = textOf(error);
  return new GraphQLError(originalError.message, { nodes: error.nodes, originalError });
}

function textOf({ message, originalError: own }: GraphQLError): ApiError {
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1] ?? '';
  const place = new RegExp(` at "(${variable}[.[][\\w.[\\]]*)"; `).exec(message)?.[1] ?? variable;
  const path = place.split(/[.[\]]+/).filter((name) => name !== '');
  if (own instanceof ApiError) return unfit(own.text, { variable, path });
  for (const { form, say } of reasons) {
    const found = form.exec(message);
    if (!found) continue;
    const { text, name, ...more } = say(...found.slice(1));
    return unfit(text, { variable, path: name === undefined ? path : [...path, name], ...more });
  }
  return unfit(words('This value does not fit here.', 'Este valor não serve aqui.'), { variable, path });
}

const unfit = (text: Text, extensions: Readonly<Record<string, unknown>>): ApiError =>
  new ApiError('BAD_USER_INPUT', text, extensions);

const words = (en: string, pt: string): Text => ({ en, pt });

/** What is told of a mistake, and of which field or list, where graphql-js says it. */
interface Said {
  readonly text: Text;
  readonly name?: string;
  readonly codeList?: string;
  /** For developers, in English: what the schema takes there. */
  readonly detail?: string;
}

const missing = words('This is needed, and is missing: fill it in.', 'Isto é necessário e falta: preencha-o.');
const misshapen = words(
  'Something was sent in a form that is not known here. Bring the app up to date, or tell whoever looks after it.',
  'Foi enviado algo numa forma que aqui não se conhece. Actualize a aplicação, ou avise quem cuida dela.',
);
const scalars: Readonly<Record<string, Text>> = {
  Int: words(
    'A whole number is expected, such as 3, of at most ten digits.',
    'Espera-se um número inteiro, como 3, com dez algarismos no máximo.',
  ),
  Float: words('A number is expected, such as 3.5.', 'Espera-se um número, como 3,5.'),
  String: words('A text is expected.', 'Espera-se um texto.'),
  Boolean: words('Yes or no is expected (true or false).', 'Espera-se sim ou não (verdadeiro ou falso).'),
  ID: words('Choose a record, or make a new one.', 'Escolha um registo, ou crie um novo.'),
  Date: words('A date is expected, such as 2026-03-08.', 'Espera-se uma data, como 2026-03-08.'),
  DateTime: words(
    'A time is expected, such as 2026-03-08T10:15:00Z.',
    'Espera-se uma hora, como 2026-03-08T10:15:00Z.',
  ),
};

/** What graphql-js says of types and fields, which are the schema's; whatever else it says may hold the value. */
const reasons: readonly { readonly form: RegExp; readonly say: (...named: readonly string[]) => Said }[] = [
  {
    form: /; Field "(\w+)" of required type "([\w![\]]+)" was not provided\.$/,
    say: (name, type) => ({ text: missing, name, detail: `The schema asks for ${type}.` }),
  },
  {
    form: /^Variable "\$\w+" of (?:required|non-null) type "[\w![\]]+" (?:was not provided|must not be null)\.$/,
    say: () => ({ text: missing }),
  },
  { form: /; Expected non-nullable type "[\w![\]]+" not to be null\.$/, say: () => ({ text: missing }) },
  {
    form: /; Expected type "(\w+)" to be an object\.$/,
    say: (type) => ({ text: misshapen, detail: `The schema asks for an object, ${type}.` }),
  },
  {
    form: /; Field "(\w{1,64})" is not defined by type "(\w+)"\.$/,
    say: (name, type) => ({ text: misshapen, name, detail: `${type} has no field of this name.` }),
  },
  {
    form: /; Exactly one key must be specified for OneOf type "\w+"\.$/,
    say: () => ({ text: words('Give exactly one of the choices.', 'Indique exactamente uma das opções.') }),
  },
  { form: /(?: does not exist in|; Enum) "(\w+)"/, say: choiceOf },
  {
    form: /; (?:Expected type "\w+"\. )?(Int|Float|String|Boolean|ID) cannot represent (?:an? )?(?:non[a-z0-9 -]* )?value:/,
    say: (type = '') => ({ text: scalars[type] ?? misshapen }),
  },
  { form: /\b(Date|DateTime) cannot represent\b/, say: (type = '') => ({ text: scalars[type] ?? misshapen }) },
];

/** Names the choices, where there are few. */
function choiceOf(name = ''): Said {
  const list = codeLists.get(name);
  if (!list || list.codes.length > MAX_CHOICES) {
    const text = words(
      'This is none of the choices. Choose one from the list.',
      'Isto não é nenhuma das opções. Escolha uma da lista.',
    );
    return { text, codeList: name, detail: `The codes are those of ${name}.` };
  }
  const { en, pt } = enumerated(list, list.codes);
  const text = words(
    `This is none of the choices. Choose one of these: ${en}.`,
    `Isto não é nenhuma das opções. Escolha uma destas: ${pt}.`,
  );
  return { text, codeList: name, detail: `${name} has the codes ${list.codes.join(', ')}.` };
}
