/** Links of activities: public pages that everybody may open safely. */
import type { Text } from '../../base/locale';
import type { InputCheck, Path } from '../../writing/input';

/** A name with a dot, not an address in numbers: what stands at one is in some house’s own network as a rule. */
const PUBLIC_HOST = /^(?!.*\.(?:local|localhost|internal|test|invalid)$)(?:[\p{L}\p{N}-]+\.)+\p{L}[\p{L}\p{N}-]*$/u;
const IN_NUMBERS = /^[\d.]+$|^\[/;
/** What lets in whoever has it, as sites call it in their links. */
const SECRET =
  /^(?:pass(?:word|wd)?|pwd|(?:access|auth|id|refresh)?[_-]?token|api[_-]?key|key|secret|sig(?:nature)?|session(?:id)?|sid|x-amz-signature)$/i;
/** The authority of a link is read as it was typed: `URL` leaves out the usual port. */
const PORT = /^[a-z]+:\/\/(?:[^/?#]*@)?[^/?#@]*:\d*(?:[/?#]|$)/i;

const notWhole: Text = {
  en: 'This is not a whole link. Copy it from the address bar of the page, from https:// on and without blanks.',
  pt: 'Isto não é uma ligação completa. Copie-a da barra de endereços da página, a partir de https:// e sem espaços.',
};
const notSecure: Text = {
  en: 'The link does not begin with https://. Give the page under https://; if it has none, leave the link out and say where it is published.',
  pt: 'A ligação não começa por https://. Indique a página com https://; se não existir, retire a ligação e diga onde está publicada.',
};
const withAccount: Text = {
  en: 'The link holds a user name or a password, before the @. Take that out; if the password is real, change it.',
  pt: 'A ligação contém um nome de utilizador ou uma palavra-passe, antes do @. Retire-os; se a palavra-passe for verdadeira, altere-a.',
};
const withSecret: Text = {
  en: 'The link carries what lets in whoever has it: a password, a key or a token, behind the question mark. Give the link of the public page without it; if it is real, have it withdrawn.',
  pt: 'A ligação contém o que dá acesso a quem a tiver: uma palavra-passe, uma chave ou um código de acesso, depois do ponto de interrogação. Indique a ligação da página pública sem isso; se for verdadeiro, mande anulá-lo.',
};
const withPort: Text = {
  en: 'The link names a port: the colon and the number behind the name of the site. Give the public page, which has none.',
  pt: 'A ligação indica uma porta: os dois pontos e o número depois do nome do sítio. Indique a página pública, que não tem nenhuma.',
};
const inNumbers: Text = {
  en: 'The link leads to an address in numbers, which is inside somebody’s network as a rule. Give the name of the public site.',
  pt: 'A ligação leva a um endereço em números, que em regra fica na rede interna de alguém. Indique o nome do sítio público.',
};
const inside: Text = {
  en: 'The link leads to an address inside a network, which nobody outside can open. Give a page of a public site, such as https://www.example.org/page.',
  pt: 'A ligação leva a um endereço dentro de uma rede, que ninguém de fora pode abrir. Indique uma página de um sítio público, como https://www.example.org/pagina.',
};

/**
 * Refuses what is no public page that everybody may open safely, and says which of that it is: anything but https, an
 * account, a password or a key in the link, a port, an address inside somebody’s network. Nothing of the link is repeated.
 * Whether the page is there is not asked: the server calls nobody.
 */
export function checkLink(check: InputCheck, link: string | null | undefined, path: Path): void {
  if (!link) return;
  for (const fault of faultsOf(link)) check.refuse(path, fault);
}

function faultsOf(link: string): readonly Text[] {
  if (/[\s\\]/.test(link) || !URL.canParse(link)) return [notWhole];
  const { protocol, username, password, hostname, searchParams } = new URL(link);
  if (!hostname) return [notSecure];
  return [
    ...(/^https:\/\//i.test(link) && protocol === 'https:' ? [] : [notSecure]),
    ...(username + password === '' ? [] : [withAccount]),
    ...([...searchParams.keys()].some((name) => SECRET.test(name)) ? [withSecret] : []),
    ...(PORT.test(link) ? [withPort] : []),
    ...(PUBLIC_HOST.test(hostname) ? [] : [IN_NUMBERS.test(hostname) ? inNumbers : inside]),
  ];
}
