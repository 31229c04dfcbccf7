/** Whole numbers and yes or no, as programs and people write them. */
import { folded } from '../mapping/headings';
import { refused, type Converted } from './converted';

const ambiguous = refused(
  'The number can be read in two ways: a comma or a point before three digits parts thousands or decimals. Write it without.',
  'O número pode ser lido de duas maneiras: uma vírgula ou um ponto antes de três algarismos separa milhares ou decimais. Escreva-o sem isso.',
);
const noInt = refused(
  'A whole number is expected, in digits alone.',
  'Espera-se um número inteiro, só com algarismos.',
);
const fraction = refused(
  'A whole number is expected, and this one has decimals.',
  'Espera-se um número inteiro, e este tem casas decimais.',
);

/** A whole number; `1 234` and `1,234,567` are told, `1,234` is not guessed. */
export function wholeNumber(text: string): Converted {
  const written = text
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/\u2212/g, '-')
    .trim();
  const [, sign = '', digits = ''] = /^([+-]?)\s?(\d[\d., ]*)$/.exec(written) ?? [];
  if (digits === '') return noInt;
  if (/^\d{1,3}[.,]\d{3}$/.test(digits)) return ambiguous;
  const plain = withoutThousands(digits);
  if (plain === null) return noInt;
  const [whole = '', decimals = ''] = plain.split('.');
  if (/[^0]/.test(decimals)) return fraction;
  return whole.length > 15 ? noInt : { value: Number(`${sign}${whole}`) || 0 };
}

/** Digits with a point before decimals; null where blanks, commas and points stand in no known order. */
function withoutThousands(digits: string): string | null {
  const trimmed = digits.trim();
  if (/^\d+([.,]\d*)?$/.test(trimmed)) return trimmed.replace(',', '.');
  for (const [thousands, decimals] of [
    [' ', '[.,]'],
    [',', '\\.'],
    ['\\.', ','],
  ]) {
    const form = new RegExp(`^\\d{1,3}(${thousands}\\d{3})+(${decimals}\\d*)?$`);
    if (!form.test(trimmed)) continue;
    return trimmed.replace(new RegExp(thousands as string, 'g'), '').replace(',', '.');
  }
  return null;
}

const yes = new Set(['true', 'yes', 'y', 'sim', 's', '1', 'x', 'verdadeiro', 'v', '✓', '✔']);
const no = new Set(['false', 'no', 'n', 'nao', '0', 'falso', 'f']);

export function yesOrNo(text: string): Converted {
  const word = folded(text);
  if (yes.has(word)) return { value: true };
  if (no.has(word)) return { value: false };
  return refused('Yes or no is expected.', 'Espera-se sim ou não.');
}
