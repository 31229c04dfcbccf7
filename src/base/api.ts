/** The public API as whoever asks it with rights of their own: over the network, or from within. */
export interface Api {
  /** @returns the data. @throws what the API has against it */
  query<T>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<T>;
}
