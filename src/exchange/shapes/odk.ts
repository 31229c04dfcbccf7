/** Exports of ODK Central: names as headings, groups joined by hyphens, each repeat in a file of its own. */
import { filledInAt, rejected, sentAt, type Shape } from './shape';

const named = new Set([
  ...[
    'submissiondate',
    'key',
    'parent_key',
    'submitterid',
    'submittername',
    'attachmentspresent',
    'attachmentsexpected',
  ],
  ...['status', 'reviewstate', 'deviceid', 'edits', 'formversion', 'start', 'end', 'today', 'username', 'audit'],
  ...['meta-instanceid', 'meta-instancename', 'meta-audit'],
]);

const moments = new Map([
  ['submissiondate', sentAt],
  ['today', filledInAt],
  ['start', filledInAt],
]);

const PLACE = /-(latitude|longitude|altitude|accuracy)$/;

export const odk: Shape = {
  code: 'ODK',
  isOf: (headings) => headings.has('key') && (headings.has('submissiondate') || headings.has('parent_key')),
  isRepeat: (headings) => headings.has('parent_key'),
  isOwn: (heading) => named.has(heading) || PLACE.test(heading),
  group: '-',
  hasChoices: true,
  rule: (heading) => moments.get(heading),
  zeroIsOpen: true,
  ids: ['key'],
  key: (under) => [under('key')],
  parent: (under) => (under('parent_key') === '' ? [] : [under('parent_key')]),
  refusal: (under) =>
    /decrypt/i.test(under('status'))
      ? {
          en: 'The record was not decrypted, so that its answers are missing. Export again with the passphrase of the project.',
          pt: 'O registo não foi decifrado, pelo que faltam as respostas. Exporte de novo com a frase-passe do projecto.',
        }
      : null,
  remark: (under) => (under('reviewstate').toLowerCase() === 'rejected' ? rejected : null),
};
