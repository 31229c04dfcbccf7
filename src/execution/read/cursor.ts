/** Cursors: opaque, signed, and bound to the list, its order and filter, and to who may use them. */
import { createHmac, hash, hkdfSync, timingSafeEqual } from 'node:crypto';
import { textLength } from '../../writing/input';
import type { Actor } from '../../base/actor';
import { badInput, type ApiError } from '../../base/errors';
import { allThings, isText, type Attribute } from '../../model/thing';
import { KEY_BYTES, keySeparator } from '../../model/text-key';
import { isPlaceIn, MAX_TERMS, type OrderTerm, type Place } from './order';

/** Characters of the seal: 12 bytes, in front of the place. */
const sealLength = 16;

/** Signs and reads the cursors of one list. */
export class CursorSeal {
  #keys: readonly string[] | undefined;

  /** @param secrets the first signs, what any of them signed is accepted */
  constructor(
    private readonly secrets: readonly string[],
    private readonly list: string,
    private readonly order: readonly object[] | null | undefined,
    private readonly filter: object | null | undefined,
    private readonly actor: Actor,
  ) {}

  seal({ values, country, id }: Place): string {
    const place = JSON.stringify([country, id, ...values]);
    return sealOf(this.#bound()[0] as string, place) + Buffer.from(place).toString('base64url');
  }

  open(cursor: string): Place {
    const place = Buffer.from(cursor.length <= longestCursor() ? cursor.slice(sealLength) : '', 'base64url').toString();
    const given = cursor.slice(0, sealLength);
    if (place === '' || !this.#bound().some((key) => areEqual(given, sealOf(key, place)))) throw invalidCursor();
    const [country, id, ...values] = JSON.parse(place) as [string, string, ...Place['values']];
    return { country, id, values };
  }

  /** The place of a cursor in this order: a version that sorted text by itself made cursors of places in another. */
  openIn(terms: readonly OrderTerm[], cursor: string): Place {
    const place = this.open(cursor);
    if (!isPlaceIn(terms, place)) throw invalidCursor();
    return place;
  }

  /** Made when the first cursor is: most lists show none. */
  #bound(): readonly string[] {
    return (this.#keys ??= this.#bind());
  }

  #bind(): readonly string[] {
    const { country, organisationId, role } = this.actor;
    const question = [canonical(this.order ?? []), canonical(this.filter ?? {})];
    const binding = JSON.stringify([this.list, ...question, country, organisationId, role]);
    return this.secrets.map((secret) => createHmac('sha256', cursorKey(secret)).update(binding).digest('base64url'));
  }
}

/**
 * SHA-3 over key and place: unlike SHA-2 it cannot be lengthened from outside, so that a key in front is all that a
 * seal needs. HMAC's two hashes for each cursor were a fifth of what a page cost.
 */
const sealOf = (key: string, place: string): string =>
  hash('sha3-256', key + formOf(place) + place, 'base64url').slice(0, sealLength);

/** A version that knows no keys of text must take none for the text itself. */
const formOf = (place: string): string => (place.includes(escapedSeparator) ? 'key' : '');

const escapedSeparator = JSON.stringify(keySeparator).slice(1, -1);

function areEqual(given: string, sealed: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(sealed)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** One text for one question: what is null or not given asks nothing, and the names of an object have no order. */
const canonical = (question: object): string =>
  JSON.stringify(question, (_name, part: unknown) =>
    part === null || typeof part !== 'object' || Array.isArray(part)
      ? part
      : Object.fromEntries(
          Object.entries(part)
            .filter(([, value]) => value !== null && value !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        ),
  );

let longest: number | undefined;

/**
 * Characters that no cursor that is made here is longer than: as many texts as an order has terms, each of the greatest
 * length that one can be sorted by, all of characters that take the most bytes of a key (an escaped one takes less).
 */
export function longestCursor(): number {
  return (longest ??= sealLength + Math.ceil((longestPlace() * 4) / 3));
}

function longestPlace(): number {
  const sortable = [...allThings.values()].flatMap(({ attributes }) => [...attributes.values()].filter(isSortedText));
  const empty = ['XX', '00000000-0000-0000-0000-000000000000', ...Array<string>(MAX_TERMS).fill('')];
  const longestKey = escapedSeparator.length + KEY_BYTES * Math.max(0, ...sortable.map(textLength));
  return JSON.stringify(empty).length + MAX_TERMS * longestKey;
}

const isSortedText = ({ sort, type }: Attribute): boolean => sort && isText(type);

const keys = new Map<string, Buffer>();

function cursorKey(secret: string): Buffer {
  let key = keys.get(secret);
  if (!key) keys.set(secret, (key = Buffer.from(hkdfSync('sha256', secret, 'hands-off', 'cursor', 32))));
  return key;
}

const invalidCursor = (): ApiError =>
  badInput(
    'A cursor is not valid here. Use it with the list, filter and order that it came from, signed in as then.',
    'Um cursor não é válido aqui. Use-o com a lista, o filtro e a ordem de onde veio, com a mesma sessão.',
  );
