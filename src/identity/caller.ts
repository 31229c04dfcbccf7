/** Where an attempt comes from, for throttling and the audit trail. */
export interface Caller {
  readonly address: string;
  readonly requestId: string;
}
