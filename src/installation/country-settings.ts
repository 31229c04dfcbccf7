/** Settings of a country that is there already: read, held against what they can be, and changed. */
import type { AdminAddress } from '../base/config';
import { asOwner, inTransaction } from '../database/connect';
import { schemaOf } from '../database/roles';
import { attributeOf } from '../writing/work-statements';
import { ident } from '../base/sql';
import { Country } from '../domain/country/country.entity';
import { thingOf } from '../model/thing';
import { checkSettings, type CountrySettings } from './country-definition';

const names: readonly (keyof CountrySettings)[] = [
  ...(['breachHours', 'retentionMonths', 'crossOrganisationSharing'] as const),
  ...(['draftDays', 'importedDraftDays', 'transferDays', 'highRiskTransferHours'] as const),
  ...(['highRiskFollowUpHours', 'mediumRiskFollowUpDays', 'lowRiskFollowUpDays'] as const),
  ...(['psychosocialFollowUpDays', 'psychosocialRepeatDays', 'psychosocialSessions'] as const),
  ...(['directoryDays', 'emergencyDirectoryDays'] as const),
  ...(['alertAcknowledgeMinutes', 'alertTownMinutes', 'alertElsewhereMinutes'] as const),
  ...(['alertPlaceHours', 'alertPlaceMostHours', 'alertNumberHours'] as const),
  ...(['participantMonths', 'conductMonths'] as const),
];

/**
 * Changes what is given. What has begun already keeps the time that it was given.
 * @returns the settings as they are then
 * @throws DefinitionError
 */
export function setCountry(
  admin: AdminAddress,
  code: string,
  changes: Partial<CountrySettings>,
): Promise<CountrySettings> {
  const columns = names.map((name) => [name, ident(attributeOf(thingOf(Country), name).column).text] as const);
  return asOwner(admin, schemaOf(code), (client) =>
    inTransaction(client, async () => {
      const { rows } = await client.query<CountrySettings>(
        `SELECT ${columns.map(([name, column]) => `${column} AS "${name}"`).join(', ')} FROM country FOR UPDATE`,
      );
      const given = Object.fromEntries(names.flatMap((name) => (name in changes ? [[name, changes[name]]] : [])));
      const settings = { ...(rows[0] as CountrySettings), ...given };
      checkSettings(settings);
      if (Object.keys(given).length > 0) {
        await client.query(
          `UPDATE country SET version = version + 1, updated_at = now(), ${columns
            .map(([, column], at) => `${column} = $${at + 1}`)
            .join(', ')}`,
          names.map((name) => settings[name]),
        );
      }
      return settings;
    }),
  );
}
