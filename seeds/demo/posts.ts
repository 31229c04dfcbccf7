/** Who works in the demonstration data, and which of them have an account. A post is the role as the e-mails spell it. */
import { roles, type Role } from '../../src/policy/role';

export type Post =
  | 'field-worker'
  | 'case-manager'
  | 'supervisor'
  | 'partner-admin'
  | 'me-officer'
  | 'privacy-officer'
  | 'service-provider';

/** How many of a post an organisation has. */
type Posts = Readonly<Partial<Record<Post, number>>>;

/** Staff of a partner organisation; the first of them, where the demo accounts work, has more. */
export const partnerPosts = (nth: number): Posts => ({
  'field-worker': nth === 0 ? 4 : 3,
  'case-manager': nth === 0 ? 3 : 2,
  supervisor: 1,
  'partner-admin': 1,
  ...(nth === 0 && { 'me-officer': 1, 'privacy-officer': 1 }),
});

export const providerPosts: Posts = { 'service-provider': 2 };
export const clinicPosts: Posts = { 'service-provider': 1 };

export interface Seat {
  /** Before the `@`. */
  readonly address: string;
  readonly post: Post;
  readonly place: 'partner' | 'provider';
  /** Which of the partners or providers; the account is its first colleague of the post. */
  readonly nth: number;
}

/** The accounts of a country. */
export const seats: readonly Seat[] = [
  { address: 'field-worker', post: 'field-worker', place: 'partner', nth: 0 },
  { address: 'case-manager', post: 'case-manager', place: 'partner', nth: 0 },
  { address: 'supervisor', post: 'supervisor', place: 'partner', nth: 0 },
  { address: 'partner-admin', post: 'partner-admin', place: 'partner', nth: 0 },
  { address: 'me-officer', post: 'me-officer', place: 'partner', nth: 0 },
  { address: 'privacy-officer', post: 'privacy-officer', place: 'partner', nth: 0 },
  { address: 'service-provider', post: 'service-provider', place: 'provider', nth: 0 },
  { address: 'case-manager-2', post: 'case-manager', place: 'partner', nth: 2 },
];

/** The accounts of the region; their names are what they are. */
export const regionalPosts = ['secretariat', 'analyst', 'operator'] as const;

/** The role of a post. */
export function roleOf(post: string): Role {
  const name = post.toUpperCase().replaceAll('-', '_');
  const role = roles.find((known) => known === name);
  if (!role) throw new Error(`${post} is no role`);
  return role;
}
