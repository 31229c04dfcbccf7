/** E-mail addresses as sign-in names. */

/** Plausible, printable, and short enough (RFC 5321); whether it exists only a message can tell. */
const PLAUSIBLE = /^[^\s@\p{C}]{1,64}@[^\s@\p{C}]{1,189}$/u;

/** The one way of writing an address that accounts are found by, or null when it cannot be an address. */
export function normaliseEmail(email: string): string | null {
  const normal = email.normalize('NFKC').trim().toLowerCase();
  return PLAUSIBLE.test(normal) ? normal : null;
}
