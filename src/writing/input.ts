/** Checks what callers send, field by field: every mistake of an input is told at once, with its path. */
import { ProblemError, type ProblemShape, type ToldText } from '../base/problem';
import { codesOf, isList, type Attribute, type AttributeType } from '../model/thing';
import type { Text } from '../base/locale';
import { Doubles, type Path } from './doubles';

export type { Path };

export const LIST_MAX = 100;
const LENGTHS: Readonly<Record<string, number>> = { text: 200, longText: 10_000 };
const DATES = { earliest: '1900-01-01', latest: '2199-12-31' } as const;
const YEARS = { en: 'of the years 1900 to 2199', pt: 'dos anos 1900 a 2199' } as const;

/** Line breaks and tabs belong in prose; no other control character belongs anywhere. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;
const CONTROL_OR_BREAK = /[\0-\x1f\x7f]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;

export type Limits = Pick<Attribute, 'maxLength' | 'min' | 'max'>;

/** Characters that a text of an attribute has at most. */
export const textLength = ({ type, maxLength }: Pick<Attribute, 'type' | 'maxLength'>): number =>
  maxLength ?? LENGTHS[type as string] ?? 200;

/** A text as it is kept: without surrounding space, in Unicode's composed form. */
export const storedText = (text: string): string => text.normalize('NFC').trim();

/** Collects the problems of one input. Each check returns the value as it is to be stored, or null. */
export class InputCheck {
  readonly problems: ProblemShape[] = [];
  /** What lists lost of it. */
  readonly doubles = new Doubles();

  /** @throws ProblemError with everything that was found, if anything was */
  done(): void {
    if (this.problems.length > 0) throw new ProblemError(this.problems);
  }

  /** The first of what was found at each place: what was refused there may look missing afterwards. */
  once(): readonly ProblemShape[] {
    const places = this.problems.map(({ path = [] }) => path.join('.'));
    return this.problems.filter((_, at) => places.indexOf(places[at] as string) === at);
  }

  /** The value of an attribute: by its type, its limits and whether it may be left out. Undefined stays undefined. */
  attribute(attribute: Attribute, value: unknown, path: Path): unknown {
    if (value === undefined) return undefined;
    if (value === null) return attribute.nullable ? null : this.refuse(path, REQUIRED);
    const { type } = attribute;
    if (isList(type)) return this.list(value, path, (item, at) => this.one(type[0], item, at, attribute));
    const checked = this.one(type, value, path, attribute);
    if (checked === '' && !attribute.nullable) return this.refuse(path, REQUIRED);
    return checked === '' ? null : checked;
  }

  /** Text in the form in which it is kept; `longText` may have line breaks. */
  text(value: unknown, path: Path, { type = 'text', maxLength }: TextLimits = {}): string | null {
    if (typeof value !== 'string') return this.refuse(path, say('Text is expected.', 'Espera-se um texto.'));
    if (LONE_SURROGATE.test(value) || (type === 'text' ? CONTROL_OR_BREAK : CONTROL).test(value)) {
      return this.refuse(
        path,
        say(
          'It holds a control character (such as a tab or, in one line, a line break) or half a character pair.',
          'Contém um carácter de controlo (como uma tabulação ou, numa linha, uma quebra de linha) ou meio par de caracteres.',
        ),
      );
    }
    const text = storedText(value);
    const longest = textLength({ type, maxLength });
    if (text.length > longest && [...text].length > longest) {
      return this.refuse(
        path,
        say(`At most ${longest} characters are allowed.`, `São permitidos no máximo ${longest} caracteres.`),
      );
    }
    return text;
  }

  int(value: unknown, path: Path, { min = -2147483648, max = 2147483647 }: Limits = {}): number | null {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    return this.refuse(
      path,
      say(`A whole number from ${min} to ${max} is expected.`, `Espera-se um número inteiro de ${min} a ${max}.`),
    );
  }

  /** A day that exists, between 1900 and 2199. */
  date(value: unknown, path: Path): string | null {
    if (typeof value === 'string' && DATE.test(value) && isDay(value) && isPlausible(value)) return value;
    return this.refuse(
      path,
      say(`A date such as 2026-03-08 is expected, ${YEARS.en}.`, `Espera-se uma data como 2026-03-08, ${YEARS.pt}.`),
    );
  }

  /** A point in time with its offset, between 1900 and 2199. */
  dateTime(value: unknown, path: Path): string | null {
    if (typeof value === 'string' && DATE_TIME.test(value) && isDay(value.slice(0, 10)) && isPlausible(value)) {
      if (!Number.isNaN(Date.parse(value))) return value;
    }
    return this.refuse(
      path,
      say(
        `A time such as 2026-03-08T10:15:00Z is expected, ${YEARS.en}.`,
        `Espera-se uma hora como 2026-03-08T10:15:00Z, ${YEARS.pt}.`,
      ),
    );
  }

  uuid(value: unknown, path: Path): string | null {
    if (typeof value === 'string' && UUID.test(value)) return value.toLowerCase();
    return this.refuse(path, say('A UUID is expected.', 'Espera-se um UUID.'));
  }

  /** At most 100 items, none of them null or empty; what stands in it twice is kept once. */
  list<V>(value: unknown, path: Path, item: (value: unknown, path: Path) => V | null): V[] | null {
    if (!Array.isArray(value)) return this.refuse(path, say('A list is expected.', 'Espera-se uma lista.'));
    if (value.length > LIST_MAX) {
      return this.refuse(
        path,
        say(`At most ${LIST_MAX} items are allowed.`, `São permitidos no máximo ${LIST_MAX} elementos.`),
      );
    }
    const items = value.map((each: unknown, at) => {
      const checked = item(each, [...path, at]);
      return checked === '' ? this.refuse([...path, at], REQUIRED) : checked;
    });
    return this.doubles.once(items, path);
  }

  /** Notes a problem. @returns null, for the caller to hand on */
  refuse(path: Path, text: ToldText): null {
    this.problems.push({ code: 'INVALID_INPUT', text, path });
    return null;
  }

  private one(type: Exclude<AttributeType, readonly unknown[]>, value: unknown, path: Path, limits: Limits): unknown {
    const codes = codesOf(type);
    if (codes) {
      return codes.codes.includes(value as string)
        ? value
        : this.refuse(path, say('It is none of the choices of the list.', 'Não é nenhuma das escolhas da lista.'));
    }
    switch (type) {
      case 'text':
      case 'longText':
        return this.text(value, path, { type, maxLength: limits.maxLength });
      case 'int':
        return this.int(value, path, limits);
      case 'date':
        return this.date(value, path);
      case 'dateTime':
        return this.dateTime(value, path);
      case 'uuid':
        return this.uuid(value, path);
      default:
        return typeof value === 'boolean'
          ? value
          : this.refuse(path, say('True or false is expected.', 'Espera-se verdadeiro ou falso.'));
    }
  }
}

interface TextLimits {
  readonly type?: 'text' | 'longText';
  /** In characters, not bytes. */
  readonly maxLength?: number | undefined;
}

const say = (en: string, pt: string): Text => ({ en, pt });
const REQUIRED = say('It must not be empty.', 'Não pode ficar vazio.');

/** The calendar has the day: 30 February is none. */
const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

const isPlausible = (text: string): boolean => text.slice(0, 10) >= DATES.earliest && text.slice(0, 10) <= DATES.latest;
