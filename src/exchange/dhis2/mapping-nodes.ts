/** The parts of a mapping's YAML, each with its line; whatever is not as expected becomes a fault. */
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type Node,
} from 'yaml';
import type { Text } from '../../base/locale';
import { BadMapping, type Fault } from './fault';
import * as texts from './mapping-texts';

export type Part = Node | null | undefined;

export interface Said {
  readonly key: string;
  readonly at: Part;
  readonly value: Part;
}

/** Left out on purpose. */
export const NOTHING = '~';

/** Parts that are read at most, each as often as it is named: an alias of aliases would be read without end. */
const MOST_PARTS = 20_000;

/** Of a name in DHIS2, the longest by which it calls anything. An alias repeats what it names, so that length counts often. */
export const LONGEST_TEXT = 230;

/** One line that anybody can see the whole of. */
export const isPlain = (text: string): boolean =>
  text !== '' && text === text.trim() && text.isWellFormed() && !/[\u0000-\u001f\u007f\ufeff]/.test(text);

export class Nodes {
  readonly faults: Fault[] = [];
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;
  private readonly named: ReadonlyMap<Alias, Node>;
  private parts = 0;

  constructor(text: string) {
    // All is text, as it stands there: a code 0123 is no number, and a code NO is no answer.
    // Keys are held against each other here: the library compares each with all others.
    const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false } as const;
    this.document = parseDocument(text, { ...options, lineCounter: this.lines });
    for (const { code, pos } of [...this.document.errors, ...this.document.warnings])
      this.faults.push({ line: this.lines.linePos(pos[0]).line, text: texts.noYaml(code) });
    this.named = namedIn(this.document);
  }

  get root(): Part {
    return this.document.contents;
  }

  lineOf(node: Part): number {
    return this.lines.linePos(node?.range?.[0] ?? 0).line || 1;
  }

  fault(at: Part, text: Text): void {
    this.faults.push({ line: this.lineOf(at), text });
  }

  /** What an alias stands for. */
  private resolved(node: Part): Part {
    return isAlias(node) ? this.named.get(node) : node;
  }

  /** @throws BadMapping where it has more parts than anybody writes */
  private count(at: Part, parts: number): void {
    this.parts += parts;
    if (this.parts > MOST_PARTS)
      throw new BadMapping([{ line: this.lineOf(at), text: texts.tooManyParts(MOST_PARTS) }]);
  }

  entries(at: Part, what: Text): readonly Said[] {
    const node = this.resolved(at);
    if (isMap(node)) {
      this.count(at, node.items.length);
      const met = new Set<string>();
      return node.items.map(({ key, value }) => {
        const name = this.keyOf(key as Part);
        if (met.has(name)) this.fault(key as Part, texts.keyTwice(name));
        met.add(name);
        return { key: name, at: key as Node, value: value as Part };
      });
    }
    this.fault(at, texts.noLines(what));
    return [];
  }

  private keyOf(at: Part): string {
    const key = isScalar(at) ? String(at.value) : '';
    if (key.length <= LONGEST_TEXT) return key;
    this.fault(at, texts.tooLong(LONGEST_TEXT));
    return key.slice(0, LONGEST_TEXT);
  }

  /** The fields of something, by their names. */
  fields<Name extends string>(
    at: Part,
    what: Text,
    known: readonly Name[],
    required: readonly Name[],
  ): Partial<Record<Name, Part>> {
    const entries = this.entries(at, what);
    const isKnown = (key: string): key is Name => (known as readonly string[]).includes(key);
    for (const { key, at: where } of entries) if (!isKnown(key)) this.fault(where, texts.noKey(key, known));
    const missing = required.filter((name) => !entries.some(({ key }) => key === name));
    if (missing.length > 0 && isMap(this.resolved(at))) this.fault(at, texts.missingKeys(missing));
    return Object.fromEntries(
      entries.filter(({ key }) => isKnown(key)).map(({ key, value }) => [key, value]),
    ) as Partial<Record<Name, Part>>;
  }

  list(at: Part, what: Text): readonly Part[] {
    const node = this.resolved(at);
    if (isSeq(node) && node.items.length > 0) {
      this.count(at, node.items.length);
      return node.items as Part[];
    }
    this.fault(at, texts.noList(what));
    return [];
  }

  isMapping(at: Part): boolean {
    return isMap(this.resolved(at));
  }

  /** A text; null where there is none, which is a fault. */
  text(at: Part, where: Part = at): string | null {
    const node = this.resolved(at);
    const text = isScalar(node) ? String(node.value) : '';
    const isLong = text.length > LONGEST_TEXT;
    if (!isLong && isPlain(text)) return text;
    this.fault(node?.range ? at : where, isLong ? texts.tooLong(LONGEST_TEXT) : texts.noText);
    return null;
  }

  /** One of some words, in any case; the first where nothing is said. */
  oneOf<Word extends string>(at: Part, words: readonly [Word, ...Word[]]): Word {
    if (at === undefined) return words[0];
    const said = this.text(at);
    const found = words.find((word) => word.toLowerCase() === said?.toLowerCase());
    if (!found && said !== null) this.fault(at, texts.noneOf(said, words));
    return found ?? words[0];
  }
}

/** What each alias stands for: what was named so last before it. Looked for once, and not anew for each of them. */
function namedIn(document: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const named = new Map<Alias, Node>();
  visit(document, (_key, node) => {
    if (!isNode(node)) return;
    const found = isAlias(node) ? anchors.get(node.source) : undefined;
    if (isAlias(node) && found) named.set(node, found);
    else if (!isAlias(node) && node.anchor) anchors.set(node.anchor, node);
  });
  return named;
}
