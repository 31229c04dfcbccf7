/** Code lists of what is published: codes that are too rare to be told apart, and how finely a period is told. */
import { codeList, type CodeOf } from '../../../model/codelist';
import type { Merge } from '../../../disclosure/table-design';

const own = { source: 'Hands Off' } as const;

/** What stands for several codes of a dimension in published tables. */
export const PublishedGroup = codeList(
  'PublishedGroup',
  {
    en: 'Codes that are told together in published tables, since few people have them.',
    pt: 'Códigos indicados em conjunto nas tabelas publicadas, por haver poucas pessoas com eles.',
  },
  {
    NOT_KNOWN: { en: 'Not known', pt: 'Não se sabe', ...own },
    GENDER_DIVERSE: { en: 'Trans, non-binary and others', pt: 'Trans, não-binárias e outras', ...own },
    GENDER_NOT_SAID: { en: 'Not said', pt: 'Não indicado', ...own },
    AGE_35_AND_OVER: { en: '35 and over', pt: '35 anos ou mais', ...own },
    OTHER_VIOLENCE: { en: 'Other violence', pt: 'Outra violência', ...own },
    OTHER_PERPETRATORS: { en: 'Several of these, or unknown', pt: 'Vários destes, ou desconhecidos', ...own },
  },
);
export type PublishedGroup = CodeOf<typeof PublishedGroup>;

/** Where nothing is known, or nobody said. */
export const NOT_KNOWN: PublishedGroup = 'NOT_KNOWN';

const merge = (dimension: string, into: PublishedGroup, codes: readonly string[]): Merge => ({
  dimension,
  codes,
  into,
});

/** The same in every country and period: a code that is told apart in one year and not in the next tells by itself. */
export const merges: readonly Merge[] = [
  merge('GENDER', 'GENDER_DIVERSE', ['TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY', 'INTERSEX', 'OTHER']),
  merge('GENDER', 'GENDER_NOT_SAID', ['PREFER_NOT_TO_SAY', NOT_KNOWN]),
  merge('AGE_BAND', 'AGE_35_AND_OVER', ['AGE_35_49', 'AGE_50_PLUS']),
  merge('VIOLENCE_TYPE', 'OTHER_VIOLENCE', [
    'FORCED_MARRIAGE',
    'DENIAL_OF_RESOURCES_OPPORTUNITIES_OR_SERVICES',
    'NON_GBV',
  ]),
  merge('PERPETRATOR', 'OTHER_PERPETRATORS', ['SEVERAL', 'UNKNOWN']),
];
