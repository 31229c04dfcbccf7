/** Files with an object on each line, nested as the input of the mutation itself. */
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { breathing } from '../base/breathe';
import type { Text } from '../base/locale';
import type { Input, InputField } from '../model/input';
import { isList, type Attribute } from '../model/thing';
import type { Lines } from './files/open';
import { tooManyRows } from './files/refusals';
import type { Limits } from './limits';
import type { MappedRow } from './mapped';
import { EXTERNAL_ID } from './mapping/mapping';
import { pathOf } from './mapping/paths';
import { finished, settle, type Constant } from './table/records';
import type { Findings } from './table/row';
import { Tree, type Steps } from './table/tree';
import { notJson } from './texts';
import { refused, type Converted } from './values/converted';
import { valueOf } from './values/value';

interface Of {
  readonly input: Input;
  readonly timeZone: string;
  readonly constants: readonly Constant[];
  readonly limits: Limits;
}

const noField: Text = {
  en: 'There is no such field. The template has them all.',
  pt: 'Esse campo não existe. O modelo tem-nos todos.',
};
/** Numbers that are not whole, or longer, are read as another one: two rows would have the same. */
const noName: Text = {
  en: 'A text is expected, or a whole number of at most 15 digits. Put longer numbers in quotation marks.',
  pt: 'Espera-se um texto, ou um número inteiro de 15 algarismos no máximo. Ponha números maiores entre aspas.',
};
const noObject = refused('An object is expected.', 'Espera-se um objecto.').problem;
const noList = refused('A list is expected.', 'Espera-se uma lista.').problem;
const noSingle = refused('One value is expected.', 'Espera-se um só valor.');

/** @returns the rows; the number of a row is that of its line */
export async function* lineRows({ text }: Lines, name: string | null, of: Of): AsyncGenerator<MappedRow> {
  let [line, rows] = [0, 0];
  for await (const content of breathing(
    createInterface({ input: Readable.from(text.chunks()), crlfDelay: Infinity }),
  )) {
    line += 1;
    if (content.trim() === '') continue;
    rows += 1;
    if (rows > of.limits.rows) throw tooManyRows(of.limits.rows);
    yield { row: line, sheet: name, ...lineRow(content, of) };
  }
}

/** How many lines say something. */
export function countLines({ text }: Lines): number {
  let [rows, isFilled] = [0, false];
  for (const chunk of text.chunks()) {
    for (const character of chunk) {
      if (character === '\n') {
        if (isFilled) rows += 1;
        isFilled = false;
      } else if (!isFilled && character.trim() !== '') isFilled = true;
    }
  }
  return rows + (isFilled ? 1 : 0);
}

function lineRow(content: string, of: Of): Omit<MappedRow, 'row' | 'sheet'> {
  const object = objectIn(content);
  if (!object) {
    const problem = { column: null, heading: null, path: null, text: notJson };
    return { externalId: null, input: {}, origins: new Map(), problems: [problem], warnings: [] };
  }
  if (hasTwice(content)) {
    const problem = { column: null, heading: null, path: null, text: saidTwice };
    return { externalId: null, input: {}, origins: new Map(), problems: [problem], warnings: [] };
  }
  const { [EXTERNAL_ID]: id = null, ...said } = object;
  const isName = typeof id === 'string' || (typeof id === 'number' && Number.isSafeInteger(id));
  const externalId = isName ? String(id).trim() || null : null;
  const [tree, findings]: [Tree, Findings] = [new Tree(), { problems: [], warnings: [] }];
  if (!isName && id !== null)
    findings.problems.push({ column: null, heading: EXTERNAL_ID, path: EXTERNAL_ID, text: noName });
  new LineReader(of, tree, findings).read(of.input, said, []);
  for (const constant of of.constants) settle(tree, constant, findings);
  const origin = { column: null, heading: EXTERNAL_ID };
  return { externalId, ...finished(tree, findings, externalId === null ? null : { text: externalId, origin }) };
}

type Flat = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Flat =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectIn(content: string): Flat | null {
  try {
    const value: unknown = JSON.parse(content);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const saidTwice: Text = {
  en: 'A field stands twice in one object, and only one of the two would count. Leave one of them out.',
  pt: 'Um campo aparece duas vezes num objecto, e só um contaria. Retire um deles.',
};
const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;

/** Whether an object of a line, which is JSON, has a name twice: to be read, the last would count without a word. */
function hasTwice(content: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, colon] of content.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const name = JSON.parse(token.slice(0, -colon.length)) as string;
      const names = open.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}

class LineReader {
  constructor(
    private readonly of: Of,
    private readonly tree: Tree,
    private readonly findings: Findings,
  ) {}

  read(input: Input, said: Flat, before: Steps): void {
    for (const [name, value] of Object.entries(said)) {
      const field = input.fields.get(name);
      const steps = [...before, name];
      if (!field) this.refuse(before, noField);
      else if (value !== null && value !== '') this.take(field, value, steps);
    }
  }

  private take({ part, attribute, list }: InputField, value: unknown, steps: Steps): void {
    if (attribute) return this.note(attribute, value, steps);
    if (!part) return;
    if (!list) return isObject(value) ? this.read(part, value, steps) : this.refuse(steps, noObject);
    if (!Array.isArray(value)) return this.refuse(steps, noList);
    value.forEach((item: unknown, at) =>
      isObject(item) ? this.read(part, item, [...steps, at]) : this.refuse([...steps, at], noObject),
    );
  }

  private note(attribute: Attribute, value: unknown, steps: Steps): void {
    const converted = this.converted(attribute, value);
    if ('problem' in converted) return this.refuse(steps, converted.problem);
    const finding = { column: null, heading: pathOf(steps), path: pathOf(steps) };
    if (converted.warning) this.findings.warnings.push({ ...finding, text: converted.warning });
    if ('value' in converted) this.tree.put(steps, converted.value, { column: null, heading: finding.heading });
  }

  private converted(attribute: Attribute, value: unknown): Converted {
    const reading = { meanings: new Map<string, string>(), timeZone: this.of.timeZone, isMonthFirst: false };
    if (Array.isArray(value)) {
      if (!isList(attribute.type) || !value.every((one) => typeof one === 'string')) return noSingle;
      const parts = value.map((one) => valueOf({ ...attribute, type: attribute.type }, one, reading));
      const bad = parts.find((part) => 'problem' in part);
      return bad ?? { value: [...new Set(parts.flatMap((part) => ('value' in part ? (part.value as string[]) : [])))] };
    }
    if (!['string', 'number', 'boolean'].includes(typeof value)) return noSingle;
    const text = String(value).trim();
    return text === '' ? { unknown: true } : valueOf(attribute, text, reading);
  }

  private refuse(steps: Steps, text: Text): void {
    const path = pathOf(steps);
    this.findings.problems.push({ column: null, heading: path === '' ? null : path, path: path || null, text });
  }
}
