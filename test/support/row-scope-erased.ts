/** What is left of what was erased: open to all but who was accused in it. */
export const stillOpen = 'NOT $1 = ANY (shut_out::uuid[])';

const any = '($1::uuid IS NOT NULL OR $2::uuid IS NOT NULL)';
const mine = `maker_id = $1 AND ${any} AND ${stillOpen}`;

export const erasures = { FIELD_WORKER: mine, CASE_MANAGER: mine, PRIVACY_OFFICER: `${any} AND ${stillOpen}` };
