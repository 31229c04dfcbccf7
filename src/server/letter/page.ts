/** The pages of letters: no scripts, nothing from elsewhere, one sheet of A4, readable on a phone. */
import { createHash } from 'node:crypto';
import { locales, type Locale, type Text } from '../../base/locale';
import { localeOf } from '../../domain/casework/letter/referral-letter.content';
import type { ShownLetter } from '../../domain/casework/letter/referral-letter.reading';
import { letterText, type LetterText } from '../../domain/casework/letter/referral-letter.text';

const style = `
@page { size: A4; margin: 15mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem; max-width: 42rem; font: 1rem/1.4 system-ui, sans-serif; color: #000; background: #fff }
h1 { font-size: 1.4rem; margin: 0 0 .3rem }
h2 { font-size: 1.1rem; margin: 0 }
article { padding: .6rem 0; break-inside: avoid }
article + article { border-top: 1px solid #999 }
dl { display: grid; grid-template-columns: minmax(7rem, 30%) 1fr; gap: .2rem .8rem; margin: .5rem 0 }
dt { color: #444 }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere }
.number { font-family: ui-monospace, monospace; letter-spacing: .08em }
.reply { border-top: 2px dashed #000; padding: .6rem 0; break-inside: avoid }
.box { display: inline-block; width: 1rem; height: 1rem; border: 1px solid #000; vertical-align: -.15rem; margin-right: .4rem }
.choices { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; margin: .5rem 0 0 }
.line { display: inline-block; min-width: 9rem; border-bottom: 1px solid #000 }
button { font: inherit; font-weight: 600; padding: .8rem 1.2rem; width: 100%; margin: 1rem 0 }
@media print { body { padding: 0; max-width: none; font-size: 11pt } }
`;

/** Allows this style and the page's own form, and nothing else. */
export const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (found) => escapes[found] ?? found);

const page = (languages: readonly Locale[], title: string, body: string): string => `<!doctype html>
<html lang="${languages[0]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

const said = (text: Text): string =>
  locales.map((locale) => `<p lang="${locale}">${escape(text[locale])}</p>`).join('\n');

/** Telling no more than any other page. */
const TITLE = 'Carta / Letter';

const opening: Text = {
  en: 'It opens once: print it, or keep it on the screen while it is shown. Do not open it before that.',
  pt: 'Abre uma só vez: imprima-a, ou mantenha-a no ecrã enquanto a mostra. Não a abra antes disso.',
};

/** Those who only look where a link leads (messengers, virus scanners) see this and use nothing up. */
export const askingPage = page(
  ['pt', 'en'],
  TITLE,
  `<h1>${TITLE}</h1>\n${said(opening)}\n<form method="post"><button><span lang="pt">Abrir</span> / <span lang="en">Open</span></button></form>`,
);

const over: Text = {
  en: 'This link opens nothing any more. A link is good once, for 15 minutes. If nothing arrived, wait a minute and try again; else ask whoever sent it for a new one: the letter stays the same.',
  pt: 'Esta ligação já não abre nada. Cada ligação serve uma vez, durante 15 minutos. Se nada chegou, espere um minuto e tente de novo; senão, peça uma nova a quem a enviou: a carta continua a mesma.',
};
/** The same whether it was used, is too old or never was. */
export const overPage = page(['pt', 'en'], TITLE, said(over));

const later: Text = {
  en: 'This does not work just now. Try again in a minute: the link stays good until the time is over.',
  pt: 'De momento não é possível. Tente de novo dentro de um minuto: a ligação continua válida até ao fim do prazo.',
};
export const laterPage = page(['pt', 'en'], TITLE, said(later));

/** A letter in the survivor's language and in the provider's, with one reply to tear off. */
export function letterPage(letter: ShownLetter): string {
  const languages = [...new Set([localeOf(letter.survivorLanguage), localeOf(letter.providerLanguage)])];
  const texts = languages.map((locale) => [locale, letterText(letter, locale)] as const);
  const articles = texts.map(([locale, text]) => article(locale, text));
  const replies = texts.map(([locale, text]) => reply(locale, text));
  const heading = texts[0]?.[1].heading ?? TITLE;
  return page(languages, heading, [...articles, `<section class="reply">${replies.join('\n')}</section>`].join('\n'));
}

const article = (locale: Locale, { heading, opening: first, lines }: LetterText): string => `<article lang="${locale}">
<h1>${escape(heading)}</h1>
<p>${escape(first)}</p>
<dl>
${lines.map(({ label, value }, at) => `<dt>${escape(label)}</dt><dd${at === 0 ? ' class="number"' : ''}>${escape(value)}</dd>`).join('\n')}
</dl>
</article>`;

const reply = (locale: Locale, { reply: part }: LetterText): string => `<div lang="${locale}">
<h2>${escape(part.heading)} <span class="number">${escape(part.number.value)}</span></h2>
<p>${escape(part.hint)}</p>
<p class="choices"><span><span class="box"></span>${escape(part.seen)}</span> <span><span class="box"></span>${escape(part.notSeen)}</span> <span>${escape(part.date)} <span class="line"></span></span></p>
</div>`;
