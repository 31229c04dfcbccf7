/** What is told of a file as a whole. Headings are named; what stands in cells never is. */
import type { Text } from '../base/locale';

const say = (en: string, pt: string): Text => ({ en, pt });

export const noRows = say('There are no rows in it.', 'Não contém linhas.');
export const noHeading = say(
  'None of its headings is known. Call the columns like the fields, as in the template, or give a mapping that says what they are.',
  'Nenhum dos cabeçalhos é conhecido. Dê às colunas os nomes dos campos, como no modelo, ou indique uma correspondência que diga o que são.',
);
export const passedOver = say(
  'The rows above the headings were passed over.',
  'As linhas acima dos cabeçalhos foram ignoradas.',
);
export const hiddenSheet = say('The sheet is hidden, and was passed over.', 'A folha está oculta e foi ignorada.');
export const otherSheet = say(
  'The sheet has other columns than the first, and was passed over.',
  'A folha tem colunas diferentes da primeira e foi ignorada.',
);
export const total = say('The row sums up the others, and was passed over.', 'A linha soma as outras e foi ignorada.');
export const unknownHeading = say(
  'Nothing is known by this heading: the column is not imported.',
  'Nada se conhece por este cabeçalho: a coluna não é importada.',
);
export const notOfTheseRows = say(
  'What is imported here has no field for it: the column is not imported.',
  'O que se importa aqui não tem campo para isto: a coluna não é importada.',
);
export const blankHeading = say(
  'The column has no heading: it is not imported.',
  'A coluna não tem cabeçalho: não é importada.',
);
export const doubledHeading = (heading: string) =>
  say(
    `The heading stands there more than once, and the first is meant. A mapping can name this one as “${heading}”.`,
    `O cabeçalho aparece mais do que uma vez, e vale o primeiro. Uma correspondência pode nomear este como «${heading}».`,
  );
export const notInList = say(
  'The rows of this table are parts of others, and this field has room for one value alone: it is not imported.',
  'As linhas desta tabela são partes de outras, e este campo só tem lugar para um valor: não é importado.',
);
export const sameField = say(
  'Another column says the same field already. Leave one of the two out of the mapping, or of the file.',
  'Outra coluna já diz o mesmo campo. Retire uma das duas da correspondência ou do ficheiro.',
);
export const missingHeading = (heading: string, has: string) =>
  say(
    `The mapping names the heading “${short(heading)}”, which the file does not have. Correct the mapping, or the file.${has && ` It has: ${has}.`}`,
    `A correspondência nomeia o cabeçalho «${short(heading)}», que o ficheiro não tem. Corrija a correspondência ou o ficheiro.${has && ` Tem: ${has}.`}`,
  );
export const noSuchField = (path: string, near: string) =>
  say(
    `The mapping names “${short(path)}”, which is no field of these rows. There are: ${near}.`,
    `A correspondência nomeia «${short(path)}», que não é um campo destas linhas. Há: ${near}.`,
  );
export const noSuchCode = (path: string, expected: Text) =>
  say(
    `Of “${short(path)}” the mapping names a code that does not exist. ${expected.en}`,
    `De «${short(path)}» a correspondência diz algo que não é um código. ${expected.pt}`,
  );
export const badConstant = (path: string, expected: Text) =>
  say(
    `What the mapping gives every row for “${short(path)}” is not what the field takes. ${expected.en}`,
    `O que a correspondência dá a todas as linhas para «${short(path)}» não é o que o campo aceita. ${expected.pt}`,
  );
export const orphan = say(
  'The row it is a part of is not in the file: it is not imported.',
  'A linha de que é parte não está no ficheiro: não é importada.',
);
export const onlyRepeats = say(
  'The rows of this table are parts of others, which are missing. Send both together.',
  'As linhas desta tabela são partes de outras, que faltam. Envie ambas em conjunto.',
);
export const noShape = (shape: Text) =>
  say(
    `It does not look like an export of ${shape.en}. Say another program, or leave it to be told by the file.`,
    `Não parece uma exportação de ${shape.pt}. Indique outro programa, ou deixe que o ficheiro o diga.`,
  );
export const notJson = say(
  'The line is no JSON object. Write each record as one object on a line of its own.',
  'A linha não é um objecto JSON. Escreva cada registo como um objecto numa linha própria.',
);

export const noLinesOf = (shape: Text) =>
  say(
    `It has an object on each line, which no export of ${shape.en} has. Leave out which program it comes from, or send the CSV or XLSX of that.`,
    `Tem um objecto em cada linha, o que nenhuma exportação de ${shape.pt} tem. Não indique o programa, ou envie o CSV ou XLSX dele.`,
  );
export const valuesAsHeadings = say(
  'What stands where the headings should be looks like a row: numbers, days or addresses. Put a row of headings above it; nothing was imported.',
  'O que está no lugar dos cabeçalhos parece uma linha: números, datas ou endereços. Ponha por cima uma linha de cabeçalhos; nada se importou.',
);

const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
