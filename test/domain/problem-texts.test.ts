/**
 * What people are told when something cannot be done: in words of their work, in both languages. The texts are walked in
 * the source, so that none is left out that no test happens to meet.
 */
import '../../src/domain/all';
import { allActions } from '../../src/model/action';
import { codeLists } from '../../src/model/codelist';
import { allThings, innerThings } from '../../src/model/thing';
import { locales } from '../../src/base/locale';
import { sourceTexts, type SourceText } from '../support/source-texts';

/** Those who look after an installation know its names. */
const ofOperators = /^(cli\/|main\.ts)/;

const texts = sourceTexts().filter(({ at }) => !ofOperators.test(at));

/** Words that look like codes or fields, and are none. */
const words: readonly string[] = ['GBVIMS', 'UUID', 'JSON', 'NDJSON', 'HTTP', 'ASCII', 'POST', 'TARV', 'WhatsApp'];

/** What programs send wrongly is said to programs: the names are those of the protocol. */
const protocol: readonly string[] = ['operationName'];

/** What is filled into a text: numbers, days, names of people's own, or labels. A code is none of these. */
const filled: readonly RegExp[] = [
  /(^|\.)(en|pt)$|\.of\[\w+\]\.(en|pt)$|, '(en|pt)'\)$|\)\.(en|pt)$/,
  /(seconds|minutes|maximum|asked|longest|min|max|MAX|MIN|RECENT_DAYS|max[A-Z]\w+|[A-Z]+_(MAX|LENGTH|TERMS|MONTHS|YEAR|AHEAD))$/,
  /^(startOn|heldOn|givenOn|enrolled|people|expectedVersion|actualVersion|receiver\.name|shown\((found|cost)\))$/,
];

/** Names of the protocol and of the schema that programs, not people, are told of: each with why. */
const ofPrograms: Readonly<Record<string, string>> = {
  'base/refusals.ts': 'the request itself is wrong, as only a program can make it',
  'execution/read/filter.ts': 'a filter of the schema',
  'execution/list.ts': 'a page of the schema',
  'execution/read/by.ts': 'arguments of the schema',
  'identity/access.resolver.ts': 'a type of the schema',
  'schema/code-lists.resolver.ts': 'a list of the schema',
  'server/classify.ts': 'an argument of the schema',
  'server/limits.ts': 'a document of the schema',
  'server/plans.ts': 'a directive of the document',
  'server/unfit-variable.ts': 'the words of a scalar, which are a text themselves',
  'policy/access.ts': 'words that are put together',
  'domain/indicator/table/ask.ts': 'what a program asks a table to be told by',
  'domain/indicator/table/asked.ts': 'what a program asks a table to be told by',
  'domain/indicator/table/table.ts': 'numbers of rows',
  'exchange/texts.ts': 'headings and paths that the file or its mapping has itself',
  'exchange/dhis2/fault.ts': 'the number of a line',
  'exchange/dhis2/mapping-texts.ts': 'keys, codes and ids that a mapping has itself',
  'exchange/dhis2/texts.ts': 'codes and ids that a mapping has itself, and periods as DHIS2 names them',
  'domain/data-export/data-export.actions.ts': 'the most exports of a day',
  'server/export/producing.ts': 'a column of the document, and numbers of characters',
  'server/export/refused.ts': 'a document that somebody who builds has written',
  'domain/advocacy/advocacy.actions.ts': 'the fewest cases that are told',
  'domain/import/import.mapping.ts': 'a path that the mapping has itself',
  'domain/import/import.rows.ts': 'a row of the file',
  'model/illegal-step.ts': 'words that are put together, and labels',
  'domain/casework/letter/referral-letter.content.ts': 'the word that the caller wrote, and a number of months',
  'domain/directory/service-entry.lifecycle.ts': 'a day',
  'domain/casework/survivor/survivor.recording.ts': 'the code on a survivor’s record',
  'domain/casework/session/service-series.ts': 'numbers of sessions',
  'domain/casework/complaint/complaint.checks.ts': 'the name of a mechanism',
  'domain/casework/complaint/complaint.days.ts': 'a day',
  'domain/activity/activity.checks.ts': 'a day',
  'domain/survey/survey-result.checks.ts': 'the number of a whole',
  'domain/survey/survey-result.people.ts': 'numbers of people',
  'domain/indicator/target/indicator-target.actions.ts': 'a number and a day',
  'domain/indicator/lock/period-lock.actions.ts': 'a day, and a period as DHIS2 and whoever reports to it name it',
  'domain/ministry-release/ministry-release.checks.ts': 'days, and the most indicators',
  'domain/ministry-release/ministry-table.ts': 'days, and what a program asks a table to be told by',
  'domain/casework/erasure/voiding.actions.ts': 'words that are put together',
};

const isFit = (text: SourceText, expression: string): boolean =>
  filled.some((form) => form.test(expression)) || ofPrograms[text.at.replace(/:\d+$/, '')] !== undefined;

/** The texts that hold what they must not, with it. */
const found = (pattern: RegExp, given: readonly SourceText[] = texts): string[] =>
  given.flatMap(({ at, text }) => {
    const bad = [...text.matchAll(pattern)].map(([word]) => word);
    const strange = bad.filter((word) => !words.includes(word) && !protocol.includes(word));
    return strange.length > 0 ? [`${at}: ${strange.join(', ')}: ${text}`] : [];
  });

it('are found', () => {
  expect(texts.length).toBeGreaterThan(2000);
  expect(texts.some(({ text }) => text.startsWith('Whoever asked for closure cannot approve it.'))).toBe(true);
});

it('name no mutation, and no field', () => {
  expect(found(/\b[a-z]+[A-Z]\w*\b/g)).toEqual([]);
});

it('name no code, and no data class', () => {
  expect(found(/\b[A-Z][A-Z0-9]*(_[A-Z0-9]+)+\b/g)).toEqual([]);
  const codes = new Set([...codeLists.values()].flatMap((list) => list.codes));
  const bare = texts.filter(({ text }) => [...text.matchAll(/\b[A-Z]{4,}\b/g)].some(([word]) => codes.has(word)));
  const unlabelled = bare.filter(({ text }) => !/GBVIMS|JPEG|NDJSON|XLSX/.test(text));
  expect(unlabelled.map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
  expect(found(/\b[A-Z]{5,}\b/g)).toEqual([]);
});

it('fill in labels, numbers, days and names, and no codes', () => {
  const strange = texts.flatMap((text) =>
    text.filled.filter((each) => !isFit(text, each)).map((each) => `${text.at}: ${each}`),
  );
  expect(strange).toEqual([]);
});

it('are sentences that somebody would say', () => {
  const english = texts.filter(({ locale }) => locale === 'en');
  const clumsy = [
    /\bis is\b|\bthat there (?:is|are)(?: not)?(?=[.:,]| is| are)/gi,
    /\bOnly who\b|^Who \w+(?: \w+)* (?:cannot|ends)\b|\bnone of those\b/g,
    /\bso there is no (?:time|reason) (?:of|for that)\b|\bis (?:not that the|one against|of a need)\b/gi,
  ];
  for (const pattern of clumsy) expect(found(pattern, english)).toEqual([]);
  const portuguese = texts.filter(({ locale }) => locale === 'pt');
  expect(found(/\bnenhum dos que há\b|\bnão é que\b/gi, portuguese)).toEqual([]);
  // One word that is the name of a mutation is one of the language as well, unless somebody is told to do something with it.
  const bare = [...allActions.keys()].filter((name) => /^[a-z]+$/.test(name));
  expect(bare.length).toBeGreaterThan(0);
  expect(found(new RegExp(`\\b(?:with|com|in|em) (?:${bare.join('|')}|receiver)\\b`, 'g'), texts)).toEqual([]);
});

it('speak of the survivor as a person in Portuguese', () => {
  const portuguese = texts.filter(({ locale }) => locale === 'pt');
  expect(found(/(?<!pessoas? )\bsobreviventes?\b/gi, portuguese)).toEqual([]);
});

it('are there for every action and every thing, in both languages, none like another', () => {
  const labels = [...allActions.values(), ...allThings.values(), ...innerThings.values()].map(({ label }) => label);
  for (const locale of locales) {
    const spoken = labels.map((label) => label[locale]);
    expect(spoken.filter((label) => !label.trim())).toEqual([]);
    expect(spoken.filter((label, at) => spoken.indexOf(label) !== at)).toEqual([]);
    expect(spoken.filter((label) => /[a-z][A-Z]|_/.test(label))).toEqual([]);
  }
});
