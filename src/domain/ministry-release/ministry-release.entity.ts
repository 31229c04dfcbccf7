import { Attribute, Thing } from '../../model/declaration';
import { ThingRecord } from '../../model/record';
import { IndicatorDimension } from '../indicator/indicator.dimensions';
import { MinistryReleaseStatus } from './ministry-release.codes';

const write = ['releaseToMinistry'];

/** Exact numbers leave a country by this alone, and to its own ministry. */
@Thing({
  label: { en: 'Release to a ministry', pt: 'Autorização para um ministério' },
  description:
    'That the country’s own ministry is told exact numbers in its DHIS2: which indicators, by what, of which days and until when.',
  dataClass: 'MINISTRY_RELEASE',
  plural: 'ministryReleases',
  few: true,
  reach: {},
})
export class MinistryRelease extends ThingRecord {
  @Attribute({ type: 'text', description: 'The ministry, as it calls itself.', write })
  ministry: string;

  @Attribute({
    type: 'text',
    description: 'Address of the DHIS2 of the ministry, with https: https://dhis2.example. Numbers go there alone.',
    write,
  })
  address: string;

  @Attribute({
    type: ['text'],
    description: 'Codes of the indicators, as the query `indicators` has them: I03. At least one, at most 50.',
    write,
  })
  indicatorCodes: string[];

  @Attribute({
    type: [IndicatorDimension],
    description:
      'By what they may be told apart, each indicator by those that it is told by; empty: of the whole country alone.',
    write,
    initial: [],
  })
  by: IndicatorDimension[];

  @Attribute({ type: 'date', description: 'First day that may be told of.', write })
  startsOn: string;

  @Attribute({ type: 'date', description: 'Last day that may be told of, which belongs to it.', write })
  endsOn: string;

  @Attribute({
    type: 'longText',
    filter: false,
    maxLength: 2000,
    description: 'Why exact numbers are needed, and on what ground they may be told; no word of survivors.',
    write,
  })
  reason: string;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'Last day on which numbers leave by it, in the country: a year ahead at most.',
    write,
  })
  validUntil: string;

  @Attribute({ type: MinistryReleaseStatus, description: 'Whether it stands; past its last day nothing leaves by it.' })
  status: MinistryReleaseStatus;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When it was revoked, in UTC; null: it was not.' })
  revokedAt: string | null;
}
