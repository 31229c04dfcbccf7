/** The statements of a document for one kind of actor, each made once. */
import { LRUCache } from 'lru-cache';
import { Template } from './hole';
import { statementOf, type Top } from './statement';

/** A statement that is ready to be filled. */
export interface Ready {
  readonly template: Template;
  /** Numbers of the parts and counts in the order of the answer's columns. */
  readonly numbers: readonly number[];
}

const keptStatements = 16;

/** Which root fields are read differs by country, by the types of ids and by what was refused: a statement for each. */
export class Statements {
  readonly #ready = new LRUCache<string, Ready>({ max: keptStatements });

  /** @param checked whether it fails unless the session stands; its first column says so */
  of(tops: readonly Top[], checked: boolean): Ready {
    const key = `${checked}:${tops.map(({ part, count }) => `${part?.number ?? ''}/${count?.number ?? ''}`).join()}`;
    let ready = this.#ready.get(key);
    if (!ready) {
      const { sql, numbers } = statementOf(tops, checked);
      this.#ready.set(key, (ready = { template: new Template(sql), numbers }));
    }
    return ready;
  }
}
