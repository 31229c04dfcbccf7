/** What the policy is made of: scopes, rights, and what is said of a class of data. */
import type { Text } from '../base/locale';
import type { Role } from './role';

/**
 * Of which rows a right speaks. `own`: what I made or am assigned. `recent`: the same, for the first RECENT_DAYS of the
 * record. `granted`: what of my organisation's I took access to, while that stands. `organisation`: my organisation's.
 * `named`: of a case of another organisation that I was named to by name; and who is in it beside me. `referred`: what a referral to my organisation shares, while it is accepted.
 * `joint`: of another organisation what mine takes part in: by its id and by links to it; lists leave it out, but for those of what is below it. `country`: all of my country. `region`:
 * all countries that share the class. `secretariat`: what the region did itself, which stands in no country.
 */
export type Scope =
  'own' | 'recent' | 'granted' | 'organisation' | 'named' | 'referred' | 'joint' | 'country' | 'region' | 'secretariat';
/** How long what is mine stays readable where a right says so. */
export const RECENT_DAYS = 30;
export type Right = `${Scope} ${'r' | 'w' | 'rw'}`;
/** A role can have several rights to a class: then it has the rows of each. */
export type Rights = Readonly<Partial<Record<Role, Right | readonly Right[]>>>;

export interface ClassPolicy {
  /** What people call data of the class. */
  readonly label: Text;
  readonly description: string;
  /** Every read writes the access log in the same statement. */
  readonly logged?: true;
  /** Nobody reads it of a case that is closed off (the survivor has withdrawn), but under an access grant. */
  readonly closes?: true;
  /** The country shares the tables of this class with the region: its `<cc>_region` role may SELECT them. */
  readonly shared?: true;
  /** A referral can carry it to the receiving organisation (`Referral.sharedFields`). */
  readonly shareable?: true;
  readonly rights: Rights;
}
