/** In which media type an answer is sent: the one of ours that the client likes best (RFC 9110, 12.5.1). */

export const JSON_TYPE = 'application/json';
export const GRAPHQL_TYPE = 'application/graphql-response+json';

/** The first is for clients that do not mind. */
const offered = [JSON_TYPE, GRAPHQL_TYPE] as const;
export type MediaType = (typeof offered)[number];

interface Range {
  readonly range: string;
  readonly quality: number;
  readonly order: number;
}

const specificity = (range: string): number => ['*/*', 'application/*'].indexOf(range);

/** Null when the client takes neither. */
export function mediaTypeFor(accept: string | undefined): MediaType | null {
  if (!accept || accept === '*/*') return JSON_TYPE;
  const ranges = accept.split(',').map(readRange);
  const liked = offered.flatMap((type) => {
    const [best] = ranges
      .filter(({ range }) => range === type || specificity(range) >= 0)
      .sort((a, b) => rank(b) - rank(a));
    return best && best.quality > 0 ? [{ type, ...best }] : [];
  });
  liked.sort((a, b) => b.quality - a.quality || rank(b) - rank(a) || a.order - b.order);
  return liked[0]?.type ?? null;
}

/** The more a range says, the more it counts. */
const rank = ({ range }: Range): number => (specificity(range) < 0 ? 2 : specificity(range));

function readRange(text: string, order: number): Range {
  const [range = '', ...parameters] = text
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/);
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { range, quality: quality ? Number(quality.slice(2)) : 1, order };
}
