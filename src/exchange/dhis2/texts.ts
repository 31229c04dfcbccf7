/** What is told of numbers that go to a DHIS2: of those that go nowhere, and of what may not be written. */
import type { Text } from '../../base/locale';
import { say } from './fault';
import { keys } from './mapping-texts';

const list = (names: readonly string[]): string => names.join(', ');

export const otherCountry = (country: string, mapped: string): Text =>
  say(
    `The table is of ${country}, the mapping of ${mapped}.`,
    `A tabela é de ${country}, a correspondência de ${mapped}.`,
  );
export const below = (indicator: string, place: string, dimension: string): Text =>
  say(
    `${indicator} is told of ${place}, which is below what the country is published by: send it of the country as a whole, without ${dimension}.`,
    `${indicator} indica-se de ${place}, que fica abaixo daquilo por que o país se publica: envie-o do país no conjunto, sem ${dimension}.`,
  );
export const noUnit = (place: string): Text =>
  say(
    `No organisation unit is named for ${place}: write its id under “${keys.units}”, or ~ for leaving it out.`,
    `Não há unidade organizacional para ${place}: escreva o seu id em «${keys.units}», ou ~ para a omitir.`,
  );
export const noCombo = (indicator: string, codes: readonly string[]): Text =>
  say(
    `${indicator}: no combination is named for ${list(codes)}: write its id under “${keys.combos}”, or ~ for leaving it out.`,
    `${indicator}: não há combinação para ${list(codes)}: escreva o seu id em «${keys.combos}», ou ~ para a omitir.`,
  );
export const zeroGoes = (element: string): Text =>
  say(
    `The mapping says that zero is not significant for ${element}: DHIS2 up to 2.42 deletes what is there in place of keeping 0.`,
    `A correspondência diz que o zero não é significativo em ${element}: o DHIS2 até 2.42 apaga o que lá está em vez de guardar 0.`,
  );

export const notOver = (period: string, last: string, comment: string): Text =>
  say(
    `${period} goes on until ${last}: what is counted so far is sent with the comment “${comment}”, and no form of it is marked as complete. Send it again when it is over. A DHIS2 takes it only where its data set is open for periods that go on.`,
    `${period} decorre até ${last}: o que se contou até agora envia-se com o comentário «${comment}», e nenhum formulário seu fica marcado como completo. Envie-o de novo quando acabar. Um DHIS2 só o recebe se o conjunto de dados estiver aberto para períodos em curso.`,
  );

export const notPublishedBy = (country: string, places: Text, codes: readonly string[], place: string): Text =>
  say(
    `${country} is published by ${places.en} (${list(codes)}), and not by ${place}: take it out of “${keys.units}”.`,
    `${country} publica-se por ${places.pt} (${list(codes)}), e não por ${place}: retire-o de «${keys.units}».`,
  );
export const placeKinds = { PROVINCE: say('provinces', 'províncias'), ZONE: say('zones', 'zonas') };
export const noIndicator = (code: string, known: readonly string[]): Text =>
  say(`There is no indicator ${code}. There are ${list(known)}.`, `Não há indicador ${code}. Há ${list(known)}.`);
export const notToldBy = (code: string, wrong: readonly string[], told: readonly string[]): Text =>
  told.length > 0
    ? say(
        `${code} is not told by ${list(wrong)} outside its country; it is told by ${list(told)}.`,
        `${code} não se indica por ${list(wrong)} fora do seu país; indica-se por ${list(told)}.`,
      )
    : say(
        `${code} is told outside its country as a whole alone, and not by ${list(wrong)}.`,
        `${code} só se indica no conjunto fora do seu país, e não por ${list(wrong)}.`,
      );
export const notReleased = (code: string, released: readonly string[]): Text =>
  say(
    `The release to the ministry does not name ${code}; it names ${list(released)}.`,
    `A autorização para o ministério não abrange ${code}; abrange ${list(released)}.`,
  );
export const notReleasedBy = (code: string, wrong: readonly string[], released: readonly string[]): Text =>
  released.length > 0
    ? say(
        `${code}: the release to the ministry does not tell anything by ${list(wrong)}, but by ${list(released)}.`,
        `${code}: a autorização para o ministério não deixa indicar nada por ${list(wrong)}, mas por ${list(released)}.`,
      )
    : say(
        `${code}: the release to the ministry is of the country as a whole, and not by ${list(wrong)}.`,
        `${code}: a autorização para o ministério é do país no conjunto, e não por ${list(wrong)}.`,
      );
export const noDenominator = (code: string): Text =>
  say(
    `${code} is a number and no share: it has no denominator.`,
    `${code} é um número e não uma parte: não tem denominador.`,
  );
export const tooFine = (code: string, dimension: string): Text =>
  say(
    `${code} is told by provinces, and the country is published by zones: send it of the country as a whole, without ${dimension}.`,
    `${code} indica-se por províncias, e o país publica-se por zonas: envie-o do país no conjunto, sem ${dimension}.`,
  );
export const noCode = (dimension: string, code: string): Text =>
  say(
    `${dimension} has no code ${code}: nothing is ever sent by it. Write it as the table of indicators tells it, or take it out.`,
    `${dimension} não tem código ${code}: nunca se envia nada por ele. Escreva-o como a tabela de indicadores o indica, ou retire-o.`,
  );
export const alwaysBy = (code: string, names: readonly string[]): Text =>
  say(
    `${code} is always told by ${list(names) || '–'}: name that under “${keys.by}”.`,
    `${code} indica-se sempre por ${list(names) || '–'}: indique isso em «${keys.by}».`,
  );
export const notTogether = (code: string): Text =>
  say(`${code} is not told by all of this together.`, `${code} não se indica por tudo isto em conjunto.`);
export const notUnion = (code: string, period: string): Text =>
  say(
    `${code} ${period} is not made of periods that the country publishes: nothing is sent of it.`,
    `${code} ${period} não é composto por períodos que o país publica: dele nada se envia.`,
  );
export const notYet = (code: string, period: string): Text =>
  say(
    `${code} ${period} has no number yet: the period, or what began in it, has not had its time.`,
    `${code} ${period} ainda não tem número: o período, ou o que nele começou, ainda não teve o seu tempo.`,
  );
export const notSurveyed = (code: string, period: string): Text =>
  say(`No survey told of ${code} ${period}.`, `Nenhum inquérito indicou ${code} ${period}.`);
export const notPublished = (code: string, period: string): Text =>
  say(`${code} ${period} is not published.`, `${code} ${period} não está publicado.`);

export const noPeriod = (id: string): Text => say(`${id} is no period of DHIS2.`, `${id} não é um período do DHIS2.`);
export const otherPeriods = (id: string, type: string, types: readonly string[]): Text =>
  say(
    `${id} is ${type}, and the data sets are ${list(types)}: none of them takes it.`,
    `${id} é ${type}, e os conjuntos de dados são ${list(types)}: nenhum o recebe.`,
  );
export const lostPeriods = (dataSet: string, type: string, offered: readonly string[]): Text =>
  say(
    `${dataSet} takes periods of the type ${type}: DHIS2 reads them back from ADX as other quarters. Counted are ${list(offered)}.`,
    `${dataSet} recebe períodos do tipo ${type}: o DHIS2 lê-os de volta do ADX como outros trimestres. Conta-se por ${list(offered)}.`,
  );
export const uncountedPeriods = (dataSet: string, type: string, offered: readonly string[]): Text =>
  say(
    `${dataSet} takes periods of the type ${type}: nothing is counted by them here. Counted are ${list(offered)}.`,
    `${dataSet} recebe períodos do tipo ${type}: aqui nada se conta por eles. Conta-se por ${list(offered)}.`,
  );

export const deletedNumber = (cell: string): Text =>
  say(`A value that is deleted has a number: ${cell}.`, `Um valor que se apaga tem um número: ${cell}.`);
export const noNumber = (cell: string): Text =>
  say(`This is no number for DHIS2: ${cell}.`, `Isto não é um número para o DHIS2: ${cell}.`);
export const cellTwice = (cell: string): Text =>
  say(`The same cell stands there twice: ${cell}.`, `A mesma célula aparece duas vezes: ${cell}.`);
export const oneDataSet = say('A group is of one data set.', 'Um grupo é de um só conjunto de dados.');
export const oneForm = say(
  'A form that is completed is of one period and one organisation unit.',
  'Um formulário que se completa é de um período e uma unidade organizacional.',
);
export const badCell = (text: string): Text =>
  say(
    `CSV that every DHIS2 reads has no commas, quotes, line breaks or blanks at the ends of a cell: ${text}. Send JSON, or name it by its uid or code.`,
    `O CSV que qualquer DHIS2 lê não tem vírgulas, aspas, quebras de linha nem espaços nas pontas de uma célula: ${text}. Envie JSON, ou use o seu uid ou código.`,
  );
export const lostPeriod = (id: string): Text =>
  say(
    `ADX does not bring the period ${id} back: DHIS2 would read it as another. Send JSON or CSV.`,
    `O ADX não devolve o período ${id}: o DHIS2 lê-lo-ia como outro. Envie JSON ou CSV.`,
  );
export const sameOptions = say(
  'Two numbers have the same options of categories: give each code an option of its own.',
  'Dois números têm as mesmas opções de categorias: dê a cada código a sua opção.',
);
export const noDefaultUid = say(
  `ADX names the default combination, which has no uid that is the same everywhere: give its uid as ${keys.combo}, or name combinations by their codes.`,
  `O ADX nomeia a combinação por omissão, que não tem o mesmo uid em todo o lado: indique o seu uid em ${keys.combo}, ou nomeie as combinações pelos códigos.`,
);
export const noXml = (text: string): Text =>
  say(`XML cannot say this: ${text}.`, `O XML não pode dizer isto: ${text}.`);
export const noDeletions = say(
  'ADX has no deletions: send those as JSON or CSV.',
  'O ADX não tem eliminações: envie-as em JSON ou CSV.',
);
export const noComments = say(
  'ADX has no comments, and DHIS2 takes an annotation for the value: send what is rounded as JSON or CSV, or leave “rounded” out of the mapping.',
  'O ADX não tem comentários, e o DHIS2 toma uma anotação pelo valor: envie o que é arredondado em JSON ou CSV, ou retire «rounded» da correspondência.',
);
export const noProvisional = (period: string): Text =>
  say(
    `${period} is not over, and ADX has no comments that would say so of its numbers: send it as JSON or CSV, or leave it out until it is over.`,
    `${period} não acabou, e o ADX não tem comentários que o digam dos seus números: envie-o em JSON ou CSV, ou omita-o até acabar.`,
  );
export const notCompleted = (dataSet: string): Text =>
  say(
    `${dataSet} is not marked as complete: only JSON says so. Do it in DHIS2, or send JSON.`,
    `${dataSet} não fica marcado como completo: só o JSON o diz. Faça-o no DHIS2, ou envie JSON.`,
  );
export const otherRecord = (country: string, to: string | null): Text =>
  to === null
    ? say(
        `The record of what was sent is not of ${country} by these id schemes. Name the right one, or none.`,
        `O registo do que se enviou não é de ${country} com estes esquemas de identificação. Indique o certo, ou nenhum.`,
      )
    : say(
        `The record of what was sent is not of ${country} to ${to} by these id schemes. Name the right one with --sent, or a new file.`,
        `O registo do que se enviou não é de ${country} para ${to} com estes esquemas de identificação. Indique o certo com --sent, ou um ficheiro novo.`,
      );
export const noRecord = say(
  'This is no record of what was sent. Take the file as the command wrote it, unchanged; without one nothing is deleted.',
  'Isto não é um registo do que se enviou. Use o ficheiro como o comando o escreveu, sem o alterar; sem registo nada se apaga.',
);
export const otherRelease = (country: string, to: string | null): Text =>
  say(
    `The record of what was sent is not of this release of ${country}${to === null ? '' : ` to ${to}`}. Name the right one with --sent, or a new file.`,
    `O registo do que se enviou não é desta autorização de ${country}${to === null ? '' : ` para ${to}`}. Indique o certo com --sent, ou um ficheiro novo.`,
  );
export const severalDataSets = (ids: readonly string[]): Text =>
  say(
    `The mapping has several data sets (${list(ids)}), and a file is of one: say which.`,
    `A correspondência tem vários conjuntos de dados (${list(ids)}), e um ficheiro é de um só: indique qual.`,
  );
export const noDataSet = (id: string, ids: readonly string[]): Text =>
  say(
    `The mapping has no data set ${id}; it has ${list(ids)}.`,
    `A correspondência não tem o conjunto de dados ${id}; tem ${list(ids)}.`,
  );
export const noPeriods = say(
  'Say which periods, as DHIS2 names them: 2026Q1.',
  'Indique os períodos, como o DHIS2 os nomeia: 2026Q1.',
);
export const moreFaults = (count: number): Text =>
  say(`There are ${count} faults more: mend these first.`, `Há mais ${count} falhas: corrija primeiro estas.`);
export const noCountry = (country: string): Text =>
  say(`The account does not see ${country}.`, `A conta não vê ${country}.`);
export const countryAway = (country: string, why: string): Text =>
  say(
    `${country} has no numbers to tell now (${why}). Nothing leaves, and nothing is deleted: try again later.`,
    `${country} não tem agora números para indicar (${why}). Nada sai nem se apaga: tente mais tarde.`,
  );
export const hiddenNumbers = (count: number): Text =>
  say(
    `${count} numbers are hidden or told only roughly, and are not sent.`,
    `${count} números estão ocultos ou só se indicam por alto, e não se enviam.`,
  );
export const notCompletedByFile = (dataSet: string): Text =>
  say(
    `${dataSet} is not marked as complete: a file of many forms cannot say so. Do it in DHIS2.`,
    `${dataSet} não fica marcado como completo: um ficheiro de muitos formulários não o pode dizer. Faça-o no DHIS2.`,
  );
export const moreWarnings = (count: number): Text =>
  say(
    `There are ${count} notes more. Ask for fewer periods at a time to be told them.`,
    `Há mais ${count} notas. Peça menos períodos de cada vez para as ver.`,
  );
export const nothingToSend = say('There is nothing to send.', 'Não há nada para enviar.');
export const exactHere = (country: string): Text =>
  say(
    `This account is of ${country}: what it reads is exact, and exact numbers leave a country only by a release of its privacy officer. If there is one, the command handsoff dhis2 takes it as --release. Otherwise sign in with an account of the region, which reads what is published.`,
    `Esta conta é de ${country}: o que lê é exacto, e números exactos só saem de um país por autorização do seu responsável pela privacidade. Se houver uma, o comando handsoff dhis2 recebe-a com --release. Se não, entre com uma conta da região, que lê o que está publicado.`,
  );
export const uncountedPeriod = (name: string): Text =>
  say(`${name} is no period that is counted here.`, `${name} não é um período que aqui se conte.`);
