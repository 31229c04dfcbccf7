/** The part of the row scopes that is about what providers give: their own for good, and the case's. By hand, as they are. */

type Scopes = Readonly<Record<string, string>>;

/** What the other row scopes have of a case, as SQL. */
interface Parts {
  readonly ofCase: (own: readonly string[], organisation: readonly string[]) => Scopes;
  readonly closing: (scopes: Scopes) => Scopes;
  readonly ourCases: string;
  readonly allOfCases: string;
  readonly accusedIn: (caseId: string) => string;
}

/** Sessions are read as referrals are, records by those who manage the case and by their provider. */
export function givenServices(parts: Parts): Readonly<Record<string, Scopes>> {
  const { ofCase, closing, ourCases, allOfCases, accusedIn } = parts;
  const provider = `provider_id = $2 AND NOT ${accusedIn('case_id')}`;
  const ours = `case_id IN (${ourCases})`;
  const record = closing({ CASE_MANAGER: ours, SUPERVISOR: ours, SERVICE_PROVIDER: provider });
  return {
    ServiceRecord: record,
    ServiceDelivery: record,
    ServiceSession: {
      ...ofCase(['FIELD_WORKER'], ['CASE_MANAGER', 'SUPERVISOR', 'PARTNER_ADMIN']),
      ME_OFFICER: allOfCases,
      SERVICE_PROVIDER: provider,
    },
  };
}
