/** region-of-its-own: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class RegionOfItsOwn1795957580006 extends SteppedMigration {
  readonly name = 'RegionOfItsOwn1795957580006';

  protected readonly steps = [
    `ALTER TABLE "country" DROP CONSTRAINT "country_code_code", ADD CONSTRAINT "country_code_code" CHECK ("code" IN ('AO', 'BF', 'BI', 'BJ', 'BW', 'CD', 'CF', 'CG', 'CI', 'CM', 'CV', 'DJ', 'DZ', 'EG', 'ER', 'ET', 'GA', 'GH', 'GM', 'GN', 'GQ', 'GW', 'KE', 'KM', 'LR', 'LS', 'LY', 'MA', 'MG', 'ML', 'MR', 'MU', 'MW', 'MZ', 'NA', 'NE', 'NG', 'REGION', 'RW', 'SC', 'SD', 'SL', 'SN', 'SO', 'SS', 'ST', 'SZ', 'TD', 'TG', 'TN', 'TZ', 'UG', 'ZA', 'ZM', 'ZW')) NOT VALID`,
    `ALTER TABLE "country" VALIDATE CONSTRAINT "country_code_code"`,
  ];

  protected readonly back = [
    `ALTER TABLE "country" DROP CONSTRAINT "country_code_code"`,
    `ALTER TABLE "country" ADD CONSTRAINT "country_code_code" CHECK ((code = ANY (ARRAY['AO'::text, 'BF'::text, 'BI'::text, 'BJ'::text, 'BW'::text, 'CD'::text, 'CF'::text, 'CG'::text, 'CI'::text, 'CM'::text, 'CV'::text, 'DJ'::text, 'DZ'::text, 'EG'::text, 'ER'::text, 'ET'::text, 'GA'::text, 'GH'::text, 'GM'::text, 'GN'::text, 'GQ'::text, 'GW'::text, 'KE'::text, 'KM'::text, 'LR'::text, 'LS'::text, 'LY'::text, 'MA'::text, 'MG'::text, 'ML'::text, 'MR'::text, 'MU'::text, 'MW'::text, 'MZ'::text, 'NA'::text, 'NE'::text, 'NG'::text, 'RW'::text, 'SC'::text, 'SD'::text, 'SL'::text, 'SN'::text, 'SO'::text, 'SS'::text, 'ST'::text, 'SZ'::text, 'TD'::text, 'TG'::text, 'TN'::text, 'TZ'::text, 'UG'::text, 'ZA'::text, 'ZM'::text, 'ZW'::text])))`,
  ];
}
