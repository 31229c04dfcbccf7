/** Which rows of releases to a ministry a role may read, as in `row-scope-oracle.ts`. */

type Scopes = Readonly<Record<string, string>>;

const all = '$1::uuid IS NOT NULL AND ($2::uuid IS NULL OR true)';

export const released: Readonly<Record<string, Scopes>> = {
  MinistryRelease: { PRIVACY_OFFICER: all, ME_OFFICER: all },
};
