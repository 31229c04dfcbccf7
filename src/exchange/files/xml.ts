/** XML as it passes by: elements by their local names, and their text. Entities of a document's own are not taken. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { damaged } from './refusals';

export interface Handler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Feeds a handler; yields after each piece. @throws FileRefused where it is no XML */
export async function* passed(pieces: AsyncIterable<Buffer>, handler: Handler): AsyncGenerator<void> {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => handler.open(local(name), attributes));
  parser.on('closetag', ({ name }: SaxesTagPlain) => handler.close(local(name)));
  parser.on('text', handler.text);
  parser.on('cdata', handler.text);
  const decoder = new TextDecoder('utf-8');
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
}

export async function pass(pieces: AsyncIterable<Buffer>, handler: Handler): Promise<void> {
  for await (const _ of passed(pieces, handler));
}

/** An attribute by its local name. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => local(key) === name)?.[1];
}
