/** The table of configuration keys in the README. */
import type { Key } from './key';
import { adminKeys, keys, perCountry, secretKeys } from './keys';

const row = (name: string, byDefault: string, meaning: string): string => `| \`${name}\` | ${byDefault} | ${meaning} |`;

function defaultOf({ default: byDefault }: Key<unknown>): string {
  const [here, production] =
    typeof byDefault === 'string' ? [byDefault, byDefault] : [byDefault(false), byDefault(true)];
  const shown = (value: string): string => (value === '' ? '' : `\`${value}\``);
  return here === production ? shown(here) : `${shown(here)}, in production ${shown(production)}`;
}

/** Markdown: every key, its default, what it means. */
export function configurationDocument(): string {
  const known = Object.entries<Key<unknown>>({ ...keys, ...adminKeys });
  const rows = known.map(([name, key]) => row(name, defaultOf(key), key.description));
  const secrets = Object.entries(secretKeys).map(([name, meaning]) =>
    row(name, 'generated; in production required', meaning),
  );
  const countries = Object.entries(perCountry).map(([name, meaning]) => row(name, '', meaning));
  const intro = 'Secrets can also be given as files, under the key with `_FILE` behind it.';
  return [intro, '', '| Key | Default | Meaning |', '| --- | --- | --- |', ...rows, ...secrets, ...countries, ''].join(
    '\n',
  );
}
