/** What a mapping names that there is not, each with what there is. */
import type { Text } from '../../base/locale';
import { enumerated, type CodeList } from '../../model/codelist';
import type { Input } from '../../model/input';
import { codesOf, type Attribute } from '../../model/thing';
import { badConstant, noSuchCode, noSuchField } from '../texts';
import { codeOf } from '../values/codes';
import type { Converted } from '../values/converted';
import { valueOf } from '../values/value';
import { EXTERNAL_ID, type Mapping } from './mapping';
import { pathOf, placeAt, placesIn } from './paths';

/** So many of what there is are told. */
const MOST_TOLD = 40;

/** Whatever the zone: whether a constant can be read does not hang on it. */
const reading = { meanings: new Map<string, string>(), timeZone: 'UTC', isMonthFirst: false };

/** In the order of the mapping: fields that there are not, codes that there are not, constants that do not fit. */
export function faultsOf(input: Input, { columns, values = {}, constants = {} }: Mapping): Text[] {
  const named = Object.values(columns).filter((path) => path !== EXTERNAL_ID);
  const paths = [...new Set([...named, ...Object.keys(values), ...Object.keys(constants)])];
  const unknown = paths.filter((path) => !placeAt(input, path));
  return [
    ...unknown.map((path) => noSuchField(path, fieldsNear(input, path))),
    ...known(input, values).flatMap(({ path, attribute, said }) =>
      Object.values(said).every((code) => code === '' || isTaken(attribute, code))
        ? []
        : [noSuchCode(path, expectedOf(attribute, ''))],
    ),
    ...known(input, constants).flatMap(({ path, attribute, said }) =>
      isTaken(attribute, String(said)) ? [] : [badConstant(path, expectedOf(attribute, String(said)))],
    ),
  ];
}

interface Named<V> {
  readonly path: string;
  readonly attribute: Attribute;
  readonly said: V;
}

const known = <V>(input: Input, all: Readonly<Record<string, V>>): Named<V>[] =>
  Object.entries(all).flatMap(([path, said]) => {
    const attribute = placeAt(input, path)?.field.attribute;
    return attribute ? [{ path, attribute, said }] : [];
  });

const isTaken = (attribute: Attribute, text: string): boolean => 'value' in converted(attribute, text);

function converted(attribute: Attribute, text: string): Converted {
  const codes = codesOf(attribute.type);
  // A list that has “unknown” takes it; another one has no place for what is not known.
  if (codes && !Array.isArray(attribute.type))
    return codeOf(codes, text) === undefined ? { unknown: true } : { value: 1 };
  return valueOf(attribute, text, reading);
}

function expectedOf(attribute: Attribute, text: string): Text {
  const codes = codesOf(attribute.type);
  if (codes) return { en: `There are: ${listed(codes).en}.`, pt: `Há: ${listed(codes).pt}.` };
  const found = converted(attribute, text === '' ? '?!' : text);
  return 'problem' in found ? found.problem : nothingSaid;
}

const nothingSaid: Text = {
  en: 'It says that something is not known: leave it out.',
  pt: 'Diz que algo não se sabe: não o indique.',
};

function listed(list: CodeList): Text {
  const { en, pt } = enumerated(list, list.codes.slice(0, MOST_TOLD));
  return list.codes.length > MOST_TOLD ? { en: `${en}, …`, pt: `${pt}, …` } : { en, pt };
}

/** The fields beside the one that was meant: those of the part that its path comes to. */
function fieldsNear(input: Input, path: string): string {
  const all = placesIn(input).map(({ steps }) => pathOf(steps.filter((step) => typeof step === 'string')));
  const meant = path.split('.').filter((part) => !/^\d+$/.test(part.trim()));
  for (let length = meant.length; length >= 0; length--) {
    const before = meant
      .slice(0, length)
      .map((part) => `${part.trim().toLowerCase()}.`)
      .join('');
    const near = all.filter((one) => one.toLowerCase().startsWith(before));
    if (near.length > 0) return [...near.slice(0, MOST_TOLD), ...(near.length > MOST_TOLD ? ['…'] : [])].join(', ');
  }
  return '';
}
