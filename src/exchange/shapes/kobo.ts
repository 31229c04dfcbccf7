/** Exports of KoboToolbox, with labels or with names (`_xml`), as CSV or as a workbook with a sheet for each repeat. */
import { filledInAt, rejected, sentAt, type Shape } from './shape';

const named = new Set([
  ...['start', 'end', 'today', 'username', 'deviceid', 'phonenumber', 'simserial', 'subscriberid', 'audit'],
  ...['_id', '_uuid', '_submission_time', '_validation_status', '_notes', '_status', '_submitted_by', '__version__'],
  ...['_tags', '_index', '_parent_table_name', '_parent_index', '_attachments', '_geolocation', '_xform_id_string'],
  ...['meta/rootuuid', 'meta/instanceid', 'meta/instancename', 'meta/deprecatedid', 'formhub/uuid', 'background-audio'],
]);

/** Parts of a place, and where a picture lies, beside the answer itself. */
const BESIDE = /^_(.+)_(latitude|longitude|altitude|precision)$|^(.+)_url$/;

const moments = new Map([
  ['_submission_time', sentAt],
  ['today', filledInAt],
  ['start', filledInAt],
]);

const keyOf = (table: string, index: string): string => `${table.toLowerCase()} ${index}`;

export const kobo: Shape = {
  code: 'KOBO',
  isOf: (headings) =>
    headings.has('_submission_time')
      ? headings.has('_uuid') || headings.has('_index') || headings.has('_id')
      : headings.has('_parent_index') || (headings.has('_uuid') && headings.has('_index')),
  isRepeat: (headings) => headings.has('_parent_index') || headings.has('_parent_table_name'),
  isOwn: (heading, headings) => {
    if (named.has(heading) || heading.startsWith('_submission_')) return true;
    const [, place, , file] = BESIDE.exec(heading) ?? [];
    return (place !== undefined && headings.has(place)) || (file !== undefined && headings.has(file));
  },
  group: '/',
  hasChoices: true,
  rule: (heading) => moments.get(heading),
  ids: ['meta/rootuuid', '_uuid'],
  utc: new Set(['_submission_time', '_submission__submission_time']),
  key: (under, table) => [keyOf(table, under('_index')), keyOf('', under('_uuid'))],
  // By the index; where that is not there by the submission, and never by the order of rows.
  parent: (under, main) => {
    const [index, submission] = [under('_parent_index'), under('_submission__uuid')];
    if (index !== '') return [keyOf(under('_parent_table_name') || main, index)];
    return submission === '' ? [] : [keyOf('', submission)];
  },
  remark: (under) => (/not.?approved$/i.test(under('_validation_status')) ? rejected : null),
};
