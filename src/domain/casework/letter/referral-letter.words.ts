/** What no letter may say, in either language: words that tell what happened, or who it happened to. */
import type { Text } from '../../../base/locale';
import type { Organisation } from '../../organisation/organisation.entity';
import type { OrganisationKind } from '../../organisation/organisation.codes';
import type { ServiceCategory } from '../referral/referral.codes';

/** Beginnings of words, without accents; `$` where the word is whole. “Sexta” is a day. */
const telling = [
  ...[
    'sex$',
    'sexo$',
    'sexos$',
    'sexes$',
    'sexed$',
    'sexual',
    'sexwork',
    'sexy',
    'intersex',
    'prostitu',
    'whore',
    'hooker',
  ],
  ...[
    'puta$',
    'putas$',
    'escort$',
    'brothel',
    'bordel',
    'violen',
    'violat',
    'violac',
    'violad',
    'viola$',
    'violar',
    'rape$',
  ],
  ...[
    'raped$',
    'rapes$',
    'rapist',
    'raping$',
    'estupr',
    'abus',
    'assault',
    'agress',
    'molest',
    'assedi',
    'harass',
    'incest',
  ],
  ...[
    'gbv',
    'vbg',
    'sgbv',
    'hiv',
    'vih',
    'sida$',
    'aids$',
    'seroposit',
    'soroposit',
    'arv$',
    'arvs$',
    'tarv$',
    'antiretrovir',
  ],
  ...[
    'antirretrovir',
    'pep$',
    'ppe$',
    'prep$',
    'profilax',
    'prophylax',
    'sti$',
    'stis$',
    'std$',
    'stds$',
    'dst$',
    'dsts$',
  ],
  ...[
    'victim',
    'vitim',
    'survivor',
    'sobreviv',
    'perpetrator',
    'perpetrador',
    'traffick',
    'trafico',
    'shelter',
    'abrigo',
  ],
  ...[
    'gabinete de atendimento',
    'atendimento integrado',
    'thuthuzela',
    'hands off',
    'key population',
    'populacoes chave',
  ],
  ...[
    'populacao chave',
    'populacoes-chave',
    'populacao-chave',
    'lgbt',
    'lesbi',
    'gay$',
    'gays$',
    'transg',
    'transex',
    'msm$',
  ],
  ...[
    'forensic',
    'medico-legal',
    'medico legal',
    'abort',
    'condom',
    'preservativ',
    'safe house',
    'safehouse',
    'casa segura',
  ],
];

const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${telling.map((word) => word.replace('$', '(?![\\p{L}\\p{N}])')).join('|')})`,
  'u',
);

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ');

/** What digits and signs stand for in a word, to whoever reads it. */
const alike: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  $: 's',
  '@': 'a',
  ı: 'i',
};
const read = (text: string): string =>
  text.replace(/ı|(?<=\p{L})[013457$@]|[013457$@](?=\p{L})/gu, (sign) => alike[sign] ?? sign);
/** Letters that stand apart are read together: “r a p e”. */
const joined = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])\p{L}(?:[ ._*-]{1,2}\p{L}(?![\p{L}\p{N}]))+/gu, (word) =>
    word.replace(/[^\p{L}]/gu, ''),
  );
/** The short number of a case, a survivor or a letter. */
const shortNumber = /(?<![\p{L}\p{N}])(?:za|bw|mz|zw)-[0-9a-z]{5,}/u;

/** The word by which a text tells too much, or the number by which somebody is found; undefined where it tells nothing. */
export function tellingWord(text: string): string | undefined {
  const told = plain(text);
  const found = [told, read(told), joined(told), joined(read(told))].map((one) => pattern.exec(one)?.[0]);
  return found.find((word) => word !== undefined) ?? shortNumber.exec(told)?.[0];
}

/** The same as it was written, so that whoever wrote it finds it; what is spread over several words as it was read. */
export function tellingAsWritten(text: string): string | undefined {
  const found = tellingWord(text);
  const whole = found && text.match(/[\p{L}\p{N}\p{M}]+/gu)?.find((word) => tellingWord(word) !== undefined);
  return whole || found;
}

/** What stands for an organisation whose name tells too much, or whose being there does. */
export const neutralNames: Readonly<Record<OrganisationKind, Text>> = {
  SEX_WORKER_LED: { en: 'Community association', pt: 'Associação comunitária' },
  NGO: { en: 'Association', pt: 'Associação' },
  CBO: { en: 'Community association', pt: 'Associação comunitária' },
  HEALTH_FACILITY: { en: 'Health centre', pt: 'Centro de saúde' },
  LEGAL_AID: { en: 'Legal advice office', pt: 'Gabinete jurídico' },
  PSYCHOSOCIAL_SERVICE: { en: 'Listening and support service', pt: 'Serviço de escuta e apoio' },
  EMERGENCY_SERVICE: { en: 'Transport service', pt: 'Serviço de transporte' },
  SHELTER: { en: 'Guest house', pt: 'Casa de hóspedes' },
  CHILD_PROTECTION_SERVICE: { en: 'Family service', pt: 'Serviço de apoio à família' },
  LIVELIHOOD_SERVICE: { en: 'Training centre', pt: 'Centro de formação' },
  LAW_ENFORCEMENT: { en: 'Public office', pt: 'Repartição pública' },
  FAITH_BASED: { en: 'Community centre', pt: 'Centro comunitário' },
  MEDIA: { en: 'Office', pt: 'Escritório' },
  GOVERNMENT: { en: 'Public office', pt: 'Repartição pública' },
  OTHER: { en: 'Office', pt: 'Escritório' },
};

/** Kinds that tell by being what they are: their own names stand in no letter. */
const kindsThatTell: readonly OrganisationKind[] = ['SEX_WORKER_LED', 'SHELTER', 'LAW_ENFORCEMENT'];

/** The name of an organisation as letters have it, in one language. */
export function nameInLetter(
  { name, letterName, kind, sexWorkerLed }: Pick<Organisation, 'name' | 'letterName' | 'kind' | 'sexWorkerLed'>,
  locale: keyof Text,
): string {
  if (letterName && !tellingWord(letterName)) return letterName;
  const tells = sexWorkerLed || kindsThatTell.includes(kind) || tellingWord(name) !== undefined;
  return tells ? neutralNames[kind][locale] : name;
}

/** What a provider outside the system is, where its name tells too much. */
export const kindOfCategory: Readonly<Record<ServiceCategory, OrganisationKind>> = {
  HEALTH: 'HEALTH_FACILITY',
  PSYCHOSOCIAL: 'PSYCHOSOCIAL_SERVICE',
  LEGAL: 'LEGAL_AID',
  EMERGENCY_RESPONSE: 'EMERGENCY_SERVICE',
  SAFE_HOUSE: 'SHELTER',
  POLICE_SECURITY: 'LAW_ENFORCEMENT',
  LIVELIHOOD: 'LIVELIHOOD_SERVICE',
  CHILD_PROTECTION: 'CHILD_PROTECTION_SERVICE',
  SOCIAL: 'GOVERNMENT',
};
