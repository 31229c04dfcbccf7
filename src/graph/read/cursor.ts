/** Cursors: opaque, signed, and bound to the list, its order and filter, and to who may use them. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { textLength } from '../../database/input';
import type { Actor } from '../../server/context';
import { badInput, type ApiError } from '../errors';
import { allThings, type Attribute } from '../thing';
import { Hmac } from './hmac';
import { MAX_TERMS, type Place } from './order';

const macLength = 12;

/** Signs and reads the cursors of one list. */
export class CursorSeal {
  #hmac: Hmac | undefined;

  constructor(
    private readonly secret: string,
    private readonly list: string,
    private readonly order: readonly object[] | null | undefined,
    private readonly filter: object | null | undefined,
    private readonly actor: Actor,
  ) {}

  seal({ values, country, id }: Place): string {
    const body = Buffer.from(JSON.stringify([country, id, ...values]));
    return Buffer.concat([this.#mac(body), body]).toString('base64url');
  }

  open(cursor: string): Place {
    const bytes = Buffer.from(cursor.length <= longestCursor() ? cursor : '', 'base64url');
    const body = bytes.subarray(macLength);
    if (bytes.length <= macLength || !timingSafeEqual(bytes.subarray(0, macLength), this.#mac(body)))
      throw invalidCursor();
    const [country, id, ...values] = JSON.parse(body.toString()) as [string, string, ...Place['values']];
    return { country, id, values };
  }

  /** Made when the first cursor is: most lists show none. */
  #bind(): Buffer {
    const { country, organisationId, role } = this.actor;
    const question = [canonical(this.order ?? []), canonical(this.filter ?? {})];
    const binding = JSON.stringify([this.list, ...question, country, organisationId, role]);
    return createHmac('sha256', cursorKey(this.secret)).update(binding).digest();
  }

  #mac(body: Buffer): Buffer {
    return (this.#hmac ??= new Hmac(this.#bind())).digest(body).subarray(0, macLength);
  }
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
 * Characters of the longest cursor that can be made here: as many texts as an order has terms, each of the greatest
 * length that one can be sorted by, all of characters that take four bytes (an escaped one takes two).
 */
export function longestCursor(): number {
  return (longest ??= Math.ceil(((macLength + longestPlace()) * 4) / 3));
}

function longestPlace(): number {
  const sortable = [...allThings.values()].flatMap(({ attributes }) => [...attributes.values()].filter(isSortedText));
  const empty = ['XX', '00000000-0000-0000-0000-000000000000', ...Array<string>(MAX_TERMS).fill('')];
  return JSON.stringify(empty).length + MAX_TERMS * 4 * Math.max(0, ...sortable.map(textLength));
}

const isSortedText = ({ sort, type }: Attribute): boolean => sort && (type === 'text' || type === 'longText');

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
