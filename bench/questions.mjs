// Where the text of a question stands: beside the benchmark, or where the project itself gives it to its users.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
const text = (...path) => readFileSync(join(...path), 'utf8');

/** The same question in `questions/`: as a document of ours, as one of PostGraphile's, as a statement. */
export const fromFolder = (folder) => ({
  own: () => text(here, 'questions', folder, 'own.graphql'),
  postgraphile: () => text(here, 'questions', folder, 'postgraphile.graphql'),
  handWritten: () => folder,
});

/** An example document of a checkout's `schema/operations`. */
export const operation = (name) => ({ own: (root) => text(root, 'schema/operations', `${name}.graphql`) });

/** The variables that such a document states for itself. */
export const variablesOf = (root, name) => JSON.parse(/^# Variables: (.*)$/m.exec(operation(name).own(root))[1]);

/** The first document after these words of a checkout's README. */
export const inReadme = (words) => ({
  own: (root) => {
    const [, document] =
      text(root, 'README.md')
        .split(words)[1]
        ?.match(/```graphql\n(.*?)```/s) ?? [];
    if (document) return document;
    throw new Error(`The README of ${root} has no document after "${words}"`);
  },
});

/** A document that differs from every other of another number: the fields that the number's bits name. */
export function distinctDocument(number) {
  const fields =
    'displayId version status riskLevel priority source workflowStage openedAt closedAt createdAt updatedAt anonymous closureReason'
      .split(' ')
      .filter((_, bit) => number & (1 << bit));
  return `{ d${number}: cases(first: 5) { edges { node { id ${fields.join(' ')} organisation { id name } referrals(first: 2) { edges { node { id status category } } } } } } }`;
}
