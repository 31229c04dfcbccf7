/** What every store of contents is: one small interface, whatever the bytes are kept in. */

/** Sealed bytes by id. They are in pieces of one length but for the last. */
export interface ContentStore {
  /** Keeps what comes, so that it is there when this ends. */
  put(id: string, pieces: AsyncIterable<Buffer>): Promise<void>;
  /** As it was put, in whatever pieces. @throws where it is not there */
  get(id: string): AsyncIterable<Buffer>;
  /** Also where only a part of it is there, or nothing. */
  remove(id: string): Promise<void>;
}
