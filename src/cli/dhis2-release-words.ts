/** What is told of a release to a ministry, where exact numbers are to go to a DHIS2 by it. */
import type { Text } from '../base/locale';

const text = (en: string, pt: string): Text => ({ en, pt });

export const otherCountry = (mapped: string, own: string | null): Text =>
  own === null
    ? text(
        `Exact numbers leave ${mapped} by its own accounts alone, and this one is of the region. Leave --release out for what is published.`,
        `Números exactos só saem de ${mapped} pelas suas próprias contas, e esta é da região. Retire --release para o que está publicado.`,
      )
    : text(
        `The mapping is of ${mapped}, and the account of ${own}: a release is for the country’s own ministry.`,
        `A correspondência é de ${mapped}, e a conta de ${own}: uma autorização é para o ministério do próprio país.`,
      );
export const noRelease = text(
  'The account sees no such release to a ministry. Copy its id from the list of releases.',
  'A conta não vê nenhuma autorização assim para um ministério. Copie o seu id da lista de autorizações.',
);
export const elsewhere = (released: string, to: string): Text =>
  text(
    `The release is for ${released}, and --to says ${to}. Nothing was sent.`,
    `A autorização é para ${released}, e --to indica ${to}. Nada se enviou.`,
  );
export const filesFor = (address: string): Text =>
  text(
    `These numbers are exact. The release lets them go to ${address} and nowhere else.`,
    `Estes números são exactos. A autorização só os deixa ir para ${address}, e para mais lado nenhum.`,
  );
