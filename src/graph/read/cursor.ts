/** Cursors: opaque, signed, and bound to the list, its order and filter, and to who may use them. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../server/context';
import { badInput, type ApiError } from '../errors';
import type { Place } from './order';

const macLength = 12;

/** Signs and reads the cursors of one list. */
export class CursorSeal {
  #key: Buffer | undefined;

  constructor(
    private readonly secret: string,
    private readonly list: string,
    private readonly order: unknown,
    private readonly filter: unknown,
    private readonly actor: Actor,
  ) {}

  seal({ values, country, id }: Place): string {
    const body = Buffer.from(JSON.stringify([country, id, ...values]));
    return Buffer.concat([this.#mac(body), body]).toString('base64url');
  }

  open(cursor: string): Place {
    const bytes = Buffer.from(cursor.length <= 2000 ? cursor : '', 'base64url');
    const body = bytes.subarray(macLength);
    if (bytes.length <= macLength || !timingSafeEqual(bytes.subarray(0, macLength), this.#mac(body)))
      throw invalidCursor();
    const [country, id, ...values] = JSON.parse(body.toString()) as [string, string, ...Place['values']];
    return { country, id, values };
  }

  /** Made when the first cursor is: most lists show none. */
  #bind(): Buffer {
    const { country, organisationId, role } = this.actor;
    const binding = JSON.stringify([this.list, this.order ?? null, this.filter ?? null, country, organisationId, role]);
    return createHmac('sha256', cursorKey(this.secret)).update(binding).digest();
  }

  #mac(body: Buffer): Buffer {
    return createHmac('sha256', (this.#key ??= this.#bind()))
      .update(body)
      .digest()
      .subarray(0, macLength);
  }
}

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
