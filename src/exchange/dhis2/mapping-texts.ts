/** What is told of a mapping, to whoever writes it: keys, codes and ids are those that it has itself. */
import type { Text } from '../../base/locale';
import { say } from './fault';

/** Keys of a mapping that are named in what is told of it. */
export const keys = {
  units: 'orgUnits',
  schemes: 'schemes',
  by: 'by',
  combo: 'categoryOptionCombo',
  combos: 'categoryOptionCombos',
} as const;

/** Parts of a mapping. */
export const parts = {
  mapping: say('A mapping', 'Uma correspondência'),
  schemes: say('Id schemes', 'Esquemas de identificação'),
  orgUnits: say('Organisation units', 'Unidades organizacionais'),
  categories: say('Categories', 'Categorias'),
  options: say('Options', 'Opções'),
  dataSets: say('Data sets', 'Conjuntos de dados'),
  indicators: say('Indicators', 'Indicadores'),
  indicator: say('An indicator', 'Um indicador'),
  target: say('A data element', 'Um elemento de dados'),
  by: say('Dimensions', 'Dimensões'),
  combos: say('Category option combinations', 'Combinações de opções de categoria'),
};

const list = (names: readonly string[]): string => names.join(', ');

/** What the parser has against a text, by its code; its own words are in English alone. */
const yaml: Readonly<Record<string, Text>> = {
  MULTIPLE_DOCS: say(
    'it has several documents, and a mapping is one: take the lines of --- out',
    'tem vários documentos, e uma correspondência é um só: retire as linhas de ---',
  ),
  TAB_AS_INDENT: say('indent with blanks, not with tabs', 'use espaços para avançar, e não tabulações'),
  RESOURCE_EXHAUSTION: say('it is nested too deeply', 'tem demasiados níveis'),
  MISSING_CHAR: say('a quotation mark or a bracket is missing', 'falta uma aspa ou um parêntese'),
  TAG_RESOLVE_FAILED: say('leave tags out, all is text', 'retire as etiquetas, tudo é texto'),
  BAD_DIRECTIVE: say('leave the directive out', 'retire a directiva'),
};
const otherwise = say(
  'look at indentation, colons, quotation marks and brackets',
  'veja os avanços, os dois pontos, as aspas e os parênteses',
);
export const noYaml = (code: string): Text => {
  const { en, pt } = yaml[code] ?? otherwise;
  return say(`This is no YAML: ${en}.`, `Isto não é YAML: ${pt}.`);
};
export const keyTwice = (key: string): Text =>
  say(`“${key}” stands there twice. Write it once.`, `«${key}» aparece duas vezes. Escreva-o uma só vez.`);
export const tooLong = (most: number): Text =>
  say(
    `This is longer than ${most} characters, and no name of DHIS2 is.`,
    `Isto tem mais de ${most} caracteres, e nenhum nome do DHIS2 os tem.`,
  );
export const tooManyParts = (most: number): Text =>
  say(
    `The mapping has more than ${most} parts, each counted as often as it is named. Make a mapping for each data set.`,
    `A correspondência tem mais de ${most} partes, cada uma contada tantas vezes quantas é referida. Faça uma correspondência para cada conjunto de dados.`,
  );
export const tooManyCells = (most: number): Text =>
  say(
    `The mapping fills more than ${most} cells in one period. Make a mapping for each data set.`,
    `A correspondência preenche mais de ${most} células num só período. Faça uma correspondência para cada conjunto de dados.`,
  );
export const noLines = (part: Text): Text =>
  say(`${part.en}: lines of “name: value” are needed here.`, `${part.pt}: aqui são precisas linhas de «nome: valor».`);
export const noList = (part: Text): Text => say(`${part.en} have to be a list.`, `${part.pt}: têm de ser uma lista.`);
export const noKey = (key: string, known: readonly string[]): Text =>
  say(`There is no “${key}” here: ${list(known)} may stand here.`, `Aqui não há «${key}»: podem estar ${list(known)}.`);
export const missingKeys = (missing: readonly string[]): Text =>
  say(`Here is missing: ${list(missing)}.`, `Falta aqui: ${list(missing)}.`);
export const noText = say(
  'A text has to stand here, in one line and without blanks around it. What is not to be sent is written ~.',
  'Aqui tem de estar um texto, numa linha e sem espaços à volta. O que não se envia escreve-se ~.',
);
export const noneOf = (said: string, words: readonly string[]): Text =>
  say(`“${said}” is none of ${list(words)}.`, `«${said}» não é ${list(words)}.`);
export const noId = (id: string): Text =>
  say(
    `“${id}” is no id of DHIS2: 11 letters and digits, a letter first. Codes or names need their scheme under “${keys.schemes}”.`,
    `«${id}» não é um id do DHIS2: 11 letras e dígitos, primeiro uma letra. Códigos ou nomes precisam do seu esquema em «${keys.schemes}».`,
  );

export const noCountry = say(
  'Write the country by its code of two letters.',
  'Escreva o país pelo seu código de duas letras.',
);
export const noPlace = (key: string, country: string, zones: readonly string[], unknown: string): Text =>
  say(
    `“${key}” is no place that ${country} is published by. Here may stand ${country} itself, its provinces (such as ${country}-XX) or zones (${list(zones)}), and ${unknown}; what is below leaves no country.`,
    `«${key}» não é um lugar por que se publique ${country}. Aqui podem estar o próprio ${country}, as suas províncias (como ${country}-XX) ou zonas (${list(zones)}), e ${unknown}; o que fica abaixo não sai de nenhum país.`,
  );
export const bothPlaces = say(
  'A country is told by provinces or by zones, not by both: each incident would count twice.',
  'Um país indica-se por províncias ou por zonas, não por ambas: cada incidente contaria duas vezes.',
);
export const placesAreUnits = say('Places are organisation units.', 'Os lugares são unidades organizacionais.');
export const noCategory = (code: string): Text =>
  say(
    `ADX cannot name a category “${code}”: a code of letters, digits, _ and -, that begins with a letter and is no word of ADX. Give the category another code in DHIS2, or leave it out here: then combinations are named.`,
    `O ADX não pode nomear uma categoria «${code}»: um código de letras, dígitos, _ e -, que comece por uma letra e não seja palavra do ADX. Dê outro código à categoria no DHIS2, ou omita-a aqui: então nomeiam-se as combinações.`,
  );
export const dataSetTwice = say(
  'The data set stands there twice: put its indicators into one.',
  'O conjunto de dados aparece duas vezes: junte os seus indicadores num só.',
);

export const noTarget = (measures: readonly string[]): Text =>
  say(
    `Say which data element takes it: ${list(measures)}.`,
    `Indique que elemento de dados o recebe: ${list(measures)}.`,
  );
export const dimensionTwice = say('A dimension stands there twice.', 'Uma dimensão aparece duas vezes.');
export const noUnitsBelow = say(
  'It is told by places, and no organisation unit is named below the country.',
  'Indica-se por lugares, e não há nenhuma unidade organizacional abaixo do país.',
);
export const noUnitOfCountry = (country: string): Text =>
  say(
    `It is told of the country as a whole: name the organisation unit of ${country}, or ~.`,
    `Indica-se do país no conjunto: indique a unidade organizacional de ${country}, ou ~.`,
  );
export const combosOfNothing = say(
  `It is told by nothing that combinations stand for: write ${keys.combo}, or name dimensions under ${keys.by}.`,
  `Não se indica por nada a que correspondam combinações: escreva ${keys.combo}, ou indique dimensões em ${keys.by}.`,
);
export const noCombos = (dimensions: readonly string[]): Text =>
  say(
    `It is told by ${list(dimensions)}: write under ${keys.combos} which combination each code is.`,
    `Indica-se por ${list(dimensions)}: escreva em ${keys.combos} que combinação é cada código.`,
  );
export const codesTwice = say('These codes stand there twice.', 'Estes códigos aparecem duas vezes.');
export const badCodes = (key: string, dimensions: readonly string[]): Text =>
  say(
    `“${key}” has to be a code of each of ${list(dimensions)}, with commas between them.`,
    `«${key}» tem de ser um código de cada uma: ${list(dimensions)}, separados por vírgulas.`,
  );
export const sharedCell = (cell: string, other: number): Text =>
  say(
    `Two numbers go to one cell (${cell}; the other from line ${other}). Give each a data element, a unit or a combination of its own, or write ~ for one of them.`,
    `Dois números vão para a mesma célula (${cell}; o outro da linha ${other}). Dê a cada um o seu elemento de dados, unidade ou combinação, ou escreva ~ num deles.`,
  );
