/** Global ids: type, country and UUID, opaque to clients. */
import type { Text } from './locale';
import { codeForm } from './countries';
import { badInput } from './errors';

export interface GlobalId {
  /** Null where a raw UUID was given: an id that a client made and has not seen come back yet. */
  readonly type: string | null;
  readonly country: string | null;
  readonly uuid: string;
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const idForm = new RegExp(`^([A-Za-z]+):(${codeForm}):([0-9a-f-]{36})$`);

export const globalId = (type: string, country: string, uuid: string): string =>
  Buffer.from(`${type}:${country}:${uuid}`, 'latin1').toString('base64url');

/** The UUID of no record. */
export const nobodysId = '00000000-0000-0000-0000-000000000000';

/** What an id finds in a country: that of another country finds nothing, whoever has the same UUID here. */
export const uuidIn = ({ uuid, country }: Pick<GlobalId, 'uuid' | 'country'>, here: string | null): string =>
  country === null || country === here ? uuid : nobodysId;

/** The id of one type was given where that of another is asked for, which people call so. */
export const otherType = ({ en, pt }: Text): Text => ({
  en: `A record of the kind “${en}” is expected here; this is one of another kind. Choose it anew.`,
  pt: `Espera-se aqui um registo do tipo «${pt}»; este é de outro tipo. Escolha-o de novo.`,
});

/** What is no id at all. */
export const notAnId: Text = {
  en: 'An id is not valid. Choose the record anew from the list, or make a new one.',
  pt: 'Um id não é válido. Escolha o registo de novo na lista, ou crie um novo.',
};

/** Reads a global id or a raw UUID. Anything else is the caller's mistake. @throws ApiError BAD_USER_INPUT */
export function parseId(text: string): GlobalId {
  const id = readId(text);
  if (!id) throw badInput(notAnId.en, notAnId.pt);
  return id;
}

/** The same; null where the text is no id. */
export function readId(text: string): GlobalId | null {
  if (uuidForm.test(text)) return { type: null, country: null, uuid: text.toLowerCase() };
  const match = text.length <= 200 ? idForm.exec(Buffer.from(text, 'base64url').toString('latin1')) : null;
  const [, type, country, uuid] = match ?? [];
  return type && country && uuid && uuidForm.test(uuid) ? { type, country, uuid } : null;
}
