/**
 * What graphql-js finds wrong with a document, in Portuguese. It speaks English only, in fixed forms: each form that is known
 * here has words of its own with the names that it is about, which are the schema's or the document's; values are not said
 * again. Whatever is not known is told in general, so that no English goes out; developers find it beside (`detail`).
 */
import type { GraphQLFormattedError } from 'graphql';
import type { Text } from '../base/locale';

type Named = readonly string[];
type Say = (...named: Named) => string;

/** Longer than that nobody reads a text, which can quote a whole document. */
const LONGEST = 500;

/** What `There can be only one …` says there is only one of. */
const kinds: Readonly<Record<string, string>> = {
  argument: 'argumento',
  fragment: 'fragmento',
  'input field': 'campo de entrada',
  operation: 'operação',
  variable: 'variável',
};

const aboutNames: readonly (readonly [RegExp, Say])[] = [
  [/^Cannot query field "(\w+)" on type "(\w+)"/, (field, type) => `O tipo ${type} não tem o campo ${field}.`],
  [/^Unknown argument "(\w+)" on (?:field|directive) "(@?[\w.]+)"/, (name, of) => `${of} não tem o argumento ${name}.`],
  [/^Unknown type "(\w+)"/, (name) => `O tipo ${name} não existe.`],
  [/^Unknown directive "(@\w+)"/, (name) => `A directiva ${name} não existe.`],
  [/^Unknown fragment "(\w+)"/, (name) => `O fragmento ${name} não está definido.`],
  [
    /^There can be only one ([a-z ]+) named "(\$?\w+)"/,
    (kind = '', name) => `Há mais do que um elemento com o nome ${name} (${kinds[kind] ?? kind}). Deixe só um.`,
  ],
  [/^Fragment "(\w+)" is never used/, (name) => `O fragmento ${name} não é usado. Use-o ou retire-o.`],
  [/^Variable "(\$\w+)" is never used/, (name) => `A variável ${name} não é usada. Use-a ou retire-a.`],
  [/^Variable "(\$\w+)" is not defined/, (name) => `A variável ${name} não está declarada na operação.`],
];

const aboutFragments: readonly (readonly [RegExp, Say])[] = [
  [
    /^Fragment (?:"\w+" )?cannot condition on non composite type "(\w+)"/,
    (type) => `Um fragmento não pode ser de ${type}, que não tem campos.`,
  ],
  [
    /^Fragment (?:"\w+" )?cannot be spread here as objects of type "(\w+)" can never be of type "(\w+)"/,
    (type, other) => `O fragmento não serve aqui: o que é ${type} nunca é ${other}.`,
  ],
  [/^Cannot spread fragment "(\w+)" within itself/, (name) => `O fragmento ${name} contém-se a si próprio.`],
  [
    /^The (?:"(\w+)"|schema) definition is not executable/,
    () => 'Um documento só tem consultas, mutações e fragmentos. Retire o resto.',
  ],
  [
    /^This anonymous operation must be the only/,
    () => 'Há mais do que uma operação: dê um nome a cada uma, ou envie só uma.',
  ],
  [/^(?:Subscription "\w+"|Anonymous Subscription) must /, () => 'Uma subscrição tem um único campo no topo.'],
];

const aboutFields: readonly (readonly [RegExp, Say])[] = [
  [
    /^Field "(\w+)" must not have a selection since type "([\w![\]]+)"/,
    (field) => `O campo ${field} não tem subcampos. Retire a selecção.`,
  ],
  [
    /^Field "(\w+)" of type "[\w![\]]+" must have (?:a selection of subfields|at least one field selected)/,
    (field) => `Diga que subcampos de ${field} quer.`,
  ],
  [
    /^Fields "(\w+)" conflict because/,
    (name) => `${name} está pedido de duas formas diferentes. Use outro nome para uma.`,
  ],
  [
    /^(?:Field|Directive) "(@?\w+)" argument "(\w+)" of type "[\w![\]]+" is required/,
    (of, name) => `${of} precisa do argumento ${name}.`,
  ],
  [/^Directive "(@\w+)" may not be used on/, (name) => `A directiva ${name} não pode estar aqui.`],
  [/^The directive "(@\w+)" can only be used once/, (name) => `A directiva ${name} só pode estar aqui uma vez.`],
  [/^Maximum introspection depth exceeded/, () => 'A pergunta sobre o esquema tem demasiados níveis.'],
  [
    /^GraphQL introspection (?:has been disabled|is not allowed)/,
    () => 'Aqui não se respondem perguntas sobre o esquema.',
  ],
];

const aboutValues: readonly (readonly [RegExp, Say])[] = [
  [/^Field "([\w.]+)" of required type "[\w![\]]+" was not provided/, (name) => `Falta ${name}.`],
  [/^Field "([\w.]+)" must be non-null/, (name) => `${name} não pode ser nulo.`],
  [/^Field "(\w+)" is not defined by type "(\w+)"/, (name, type) => `${type} não tem o campo ${name}.`],
  [
    /^OneOf Input Object "(\w+)" must specify exactly one key/,
    (type) => `Indique exactamente uma das opções de ${type}.`,
  ],
  [
    /^Variable "(\$\w+)" of type "[\w![\]]+" used in position expecting type "([\w![\]]+)"/,
    (name, type) => `A variável ${name} está onde se espera ${type}. Declare-a com esse tipo.`,
  ],
  [
    /^Variable "(\$\w+)" is of type "[\w![\]]+" but must be non-nullable/,
    (name) => `A variável ${name} não pode ser nula aqui. Declare-a com um tipo que acaba em !.`,
  ],
  [
    /^Variable "(\$\w+)" cannot be non-input type "([\w![\]]+)"/,
    (name, type) => `A variável ${name} não pode ser de ${type}, que não é um tipo de entrada.`,
  ],
  [/(?: does not exist in |^Enum )"(\w+)"/, (list) => `Não é um código da lista ${list}.`],
  [/^Expected value of type "([\w![\]]+)", found /, (type) => `Espera-se um valor de ${type}.`],
  [/^(\w+) cannot represent /, (type) => `Espera-se um valor de ${type}.`],
];

const forms = [...aboutNames, ...aboutFragments, ...aboutFields, ...aboutValues];

/** What is told of an error of graphql-js or Apollo that nothing of ours took up. */
export const wordsOf = ({ message, locations }: GraphQLFormattedError): Text => ({
  en: message.slice(0, LONGEST),
  pt: message.startsWith('Syntax Error') ? syntax(locations) : (known(message) ?? UNKNOWN),
});

function known(message: string): string | undefined {
  for (const [form, say] of forms) {
    const found = form.exec(message);
    if (found) return say(...found.slice(1)).slice(0, LONGEST);
  }
  return undefined;
}

/** What stands there instead may be a value. */
function syntax(locations: GraphQLFormattedError['locations']): string {
  const [at] = locations ?? [];
  const where = at ? `, na linha ${at.line}, coluna ${at.column}` : '';
  return `Erro de sintaxe: o documento não se consegue ler a partir daqui${where}.`;
}

export const UNKNOWN = 'Este pedido não é válido. Actualize a aplicação, ou avise quem cuida dela.';
