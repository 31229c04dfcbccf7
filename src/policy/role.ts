/** The roles of the programme. Which may do what stands in `table.ts` and nowhere else. */
export const roles = [
  'FIELD_WORKER',
  'CASE_MANAGER',
  'SUPERVISOR',
  'PARTNER_ADMIN',
  'ME_OFFICER',
  'SERVICE_PROVIDER',
  'PRIVACY_OFFICER',
  'SECRETARIAT',
  'ANALYST',
  'OPERATOR',
] as const;
export type Role = (typeof roles)[number];

declare module '../base/names' {
  interface PolicyNames {
    readonly role: (typeof roles)[number];
  }
}
