/** Documents that Apollo has parsed, validated and let through: they need not go through it again. Bounded by bytes. */
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

export interface KnownDocument {
  readonly document: DocumentNode;
  /** SHA-256 of the text. */
  readonly hash: string;
  /** Length of the text. */
  readonly length: number;
}

const keptBytes = 16 * 2 ** 20;
/** A parsed document takes about so many bytes for each character of its text. */
const bytesOfCharacter = 60;

export class KnownDocuments {
  private readonly byText = new LRUCache<string, KnownDocument>({
    maxSize: keptBytes,
    sizeCalculation: ({ length }) => 1_024 + length * bytesOfCharacter,
  });

  get(text: string): KnownDocument | undefined {
    return this.byText.get(text);
  }

  add(text: string, document: DocumentNode, hash: string): void {
    if (!this.byText.has(text)) this.byText.set(text, { document, hash, length: text.length });
  }
}
