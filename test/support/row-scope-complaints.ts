/** The part of the row scopes that is about complaints: of cases, and of an organisation itself. By hand, as they are. */

type Scopes = Readonly<Record<string, string>>;

/** What the other row scopes have of a case, as SQL. */
interface Parts {
  readonly ofCase: (own: readonly string[], organisation: readonly string[]) => Scopes;
  readonly openOf: (cases: string) => string;
  readonly shares: (what: string) => string;
  readonly ownCases: string;
  readonly ourCases: string;
  readonly allOfCases: string;
  readonly beside: string;
}

const team = ['CASE_MANAGER', 'SUPERVISOR'] as const;
const forAll = (roles: readonly string[], condition: string): Scopes =>
  Object.fromEntries(roles.map((role) => [role, condition]));

export const complaints = ({
  ofCase,
  openOf,
  shares,
  ownCases,
  ourCases,
  allOfCases,
  beside,
}: Parts): Readonly<Record<string, Scopes>> => ({
  Complaint: {
    FIELD_WORKER: `case_id IN (${ownCases})`,
    ...forAll(team, `(case_id IN (${ourCases}) OR organisation_id = $2)`),
    ME_OFFICER: beside,
    SERVICE_PROVIDER: `case_id IN (SELECT case_id FROM (${shares('COMPLAINT')}) r)`,
  },
  ...Object.fromEntries(
    ['ComplaintIdentity', 'ComplaintNote'].map((name) => [
      name,
      {
        FIELD_WORKER: `case_id IN (${openOf(ownCases)})`,
        ...forAll(
          team,
          `(case_id IN (${openOf(ourCases)}) OR complaint_id IN (SELECT id FROM complaint WHERE organisation_id = $2))`,
        ),
        SERVICE_PROVIDER: `case_id IN (SELECT case_id FROM (${shares('COMPLAINT_IDENTITY')}) r)`,
      },
    ]),
  ),
  ComplaintWish: { ...ofCase(['FIELD_WORKER'], team), ME_OFFICER: allOfCases },
});
