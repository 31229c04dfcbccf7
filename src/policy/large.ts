/**
 * Of an organisation with more cases than these, a list of the country holds a row soon enough to look each up. A test
 * sets it to none, to walk the way that few organisations take.
 */
export const large = { cases: 2_000 };
