/** Opening hours: stretches within a day, in the notation of OpenStreetMap (`Mo 08:00-16:30`). */
const STRETCH = /^(Mo|Tu|We|Th|Fr|Sa|Su) ([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;
const DAY_END = 24 * 60;

interface Stretch {
  readonly at: number;
  readonly day: string;
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number;
}

function parse(text: string, at: number): Stretch | null {
  const [, day, ...digits] = STRETCH.exec(text) ?? [];
  const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = digits.map(Number);
  const stretch = { at, day: day ?? '', from: h1 * 60 + m1, to: h2 * 60 + m2 };
  return day && stretch.from < stretch.to && stretch.to <= DAY_END ? stretch : null;
}

/** Places of what is no stretch of a day, and of stretches that overlap with an earlier one of the list. */
export function overlapOf(hours: readonly string[]): { readonly malformed: number[]; readonly overlaps: number[] } {
  const parsed = hours.map(parse);
  const malformed = parsed.flatMap((stretch, at) => (stretch ? [] : [at]));
  const whole = parsed.filter((stretch) => stretch !== null);
  const overlaps = whole
    .filter((one, nth) => whole.slice(0, nth).some((o) => o.day === one.day && o.from < one.to && one.from < o.to))
    .map(({ at }) => at);
  return { malformed, overlaps };
}
