/** For comparisons by the thousand: Jest's own takes longer than asking the API did. */

/** Fails as `toEqual` does, which is asked only when the two differ in print. */
export function expectSame(received: unknown, expected: unknown): void {
  if (JSON.stringify(received) !== JSON.stringify(expected)) expect(received).toEqual(expected);
}
