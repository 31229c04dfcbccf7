/** Exports of Primero: the GBVIMS incident recorder in English or Portuguese, and plain tables with field names. */
import { foldedText } from '../../model/text-key';
import type { Left, Rule } from '../mapping/mapping';
import { primeroFields } from './primero.fields';
import { ageTypeColumn, primeroGiven, recorderColumns } from './primero.recorder';
import type { Shape } from './shape';

/** A heading as the exporter may write it: with blanks at its end, with signs that mark it. */
const bare = (heading: string): string =>
  foldedText(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const labelled = new Map<string, Rule | Left>(
  [...recorderColumns, ageTypeColumn].flatMap(({ en, pt, rule }) =>
    [en, pt].map((label) => [bare(label), rule] as const),
  ),
);
const fields = new Map<string, Rule | Left>(Object.entries(primeroFields));
const [{ en, pt }] = recorderColumns as [(typeof recorderColumns)[number]];
const INCIDENT_ID = [bare(en), bare(pt)];

/** Some of its headings stand in tables of anybody; this many do not. */
const ENOUGH = { labels: 8, fields: 3 };

export const primero: Shape = {
  code: 'PRIMERO',
  isOf: (headings) => {
    const all = [...headings].map(bare);
    const labels = all.filter((heading) => labelled.has(heading)).length;
    // The sheet of menus has headings of the incidents' too, and no incident.
    if (all.some((heading) => INCIDENT_ID.includes(heading))) return labels >= ENOUGH.labels;
    return [...headings].filter((heading) => fields.has(heading) && heading.includes('_')).length >= ENOUGH.fields;
  },
  isRepeat: () => false,
  isOwn: (heading) => ['id', 'record_id', 'incidentid_ir', 'incident_id', ...INCIDENT_ID].includes(heading),
  ids: [...INCIDENT_ID, 'incidentid_ir', 'incident_id', 'id', 'record_id'],
  rule: (heading) => fields.get(heading) ?? labelled.get(bare(heading)),
  given: primeroGiven,
};
