/** What the page asks the API, and what it gets. */
import type { Locale } from '../base/locale';
import { tableFields, type ToldTable } from '../chart/document';
import type { AboutIndicator } from '../chart/table';
import type { ApiProblem } from './api';

const account = 'account { name roleLabel locale country { code nameEn namePt } organisation { name } }';

export const signInDocument = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    session { accessToken accessTokenExpiresAt refreshToken }
    viewer { ${account} }
    problems { code message }
  }
}`;

export interface Account {
  readonly name: string;
  readonly roleLabel: string;
  readonly locale: 'EN' | 'PT';
  /** Null: of the region. */
  readonly country: { readonly code: string; readonly nameEn: string; readonly namePt: string } | null;
  readonly organisation: { readonly name: string } | null;
}

export interface SignedIn {
  readonly signIn: {
    readonly session: {
      readonly accessToken: string;
      readonly accessTokenExpiresAt: string;
      readonly refreshToken: string;
    } | null;
    readonly viewer: { readonly account: Account } | null;
    readonly problems: readonly ApiProblem[];
  };
}

/** Told in one language: a slow line has enough to carry. */
export const startDocument = (locale: Locale): string => `query Start($isRegion: Boolean!) {
  viewer { account { roleLabel } }
  indicators {
    code title { ${locale} } measure unitLabel outcomeLabel
    dimensions @skip(if: $isRegion) dimensionsLabel @skip(if: $isRegion)
    regionalDimensions @include(if: $isRegion) regionalDimensionsLabel @include(if: $isRegion)
  }
  countries { edges { node { code nameEn namePt } } }
  provinces(first: 100) @skip(if: $isRegion) { edges { node { id code name } } }
}`;

interface List<T> {
  readonly edges: readonly { readonly node: T }[];
}

export interface Start {
  readonly viewer: { readonly account: { readonly roleLabel: string } };
  readonly indicators: readonly ListedIndicator[];
  readonly countries: List<{ readonly code: string; readonly nameEn: string; readonly namePt: string }>;
  readonly provinces?: List<{ readonly id: string; readonly code: string; readonly name: string }>;
}

export interface ListedIndicator {
  readonly code: string;
  readonly title: Readonly<Record<Locale, string>>;
  readonly measure: AboutIndicator['measure'];
  readonly unitLabel: string;
  readonly outcomeLabel: string | null;
  readonly dimensions?: readonly string[];
  readonly dimensionsLabel?: readonly string[];
  readonly regionalDimensions?: readonly string[];
  readonly regionalDimensionsLabel?: readonly string[];
}

export const tableDocument = `query Table($input: IndicatorTableInput!) {
  indicatorTable(input: $input) {${tableFields}
  }
}`;

export interface TableAnswer {
  readonly indicatorTable: ToldTable;
}

/** What an indicator counts, asked for when somebody wants to know. */
export const detailsDocument = (locale: Locale): string => `query Details {
  indicators { code description { ${locale} } numerator { ${locale} } denominator { ${locale} } basisLabel disclosureLabel source }
}`;

type InOne = Readonly<Record<Locale, string>>;
export interface Details {
  readonly indicators: readonly {
    readonly code: string;
    readonly description: InOne;
    readonly numerator: InOne;
    readonly denominator: InOne | null;
    readonly basisLabel: string;
    readonly disclosureLabel: string;
    readonly source: string;
  }[];
}

/** The organisations that count anything: those that cases stand for. */
export const organisationsInput = {
  indicators: ['I26'],
  period: { relative: 'LAST_5_YEARS' },
  by: ['ORGANISATION'],
} as const;
export const organisationsDocument = `query Organisations($input: IndicatorTableInput!) {
  indicatorTable(input: $input) { rows { dimensions { code label } } }
}`;

export interface Organisations {
  readonly indicatorTable: {
    readonly rows: readonly {
      readonly dimensions: readonly { readonly code: string | null; readonly label: string }[];
    }[];
  };
}
