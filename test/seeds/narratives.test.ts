/** What is told in words of an incident fits who is alleged to have done it. */
import { countryTexts } from '../../seeds/text';
import type { Row } from '../../seeds/demo/batch';
import { AllegedPerpetrator, PerpetratorIdentity } from '../../src/domain/casework/incident/alleged-perpetrator.entity';
import { IncidentNarrative } from '../../src/domain/casework/incident/incident-narrative.entity';
import { Incident, IncidentDetail } from '../../src/domain/casework/incident/incident.entity';
import type { PerpetratorCategory } from '../../src/domain/casework/incident/incident.codes';
import { breaking } from './keeping';
import { by, countries, tell } from './told';

/** Words that speak of police or of those who act as they do. */
const police =
  /\b(polic|políci|officers?\b|constable|sergeant|patrol car|the cells|(at|to) a station|the station|esquadra|agentes?\b|rusga|arrest|detiv|\bcela\b|docket|\bauto\b)/i;
const uniformed: readonly PerpetratorCategory[] = [
  'POLICE_OFFICER',
  'MUNICIPAL_ENFORCEMENT',
  'MILITARY',
  'BORDER_OR_PRISON_GUARD',
];

const several =
  /\b([Tt]wo (officers|young men|people)|[Tt]hree men|[Ss]everal men|group of men|Officers|By-law officers|vários homens|Agentes|Dois|duas vendedeiras)\b/;

describe.each(countries)('in the demonstration data of %s', (code) => {
  const told = tell(code, 2);
  const text = countryTexts[code];
  // Who was recorded in error was not there.
  const standing = told.of(AllegedPerpetrator).filter(({ voidedAt }) => voidedAt === null);
  const perpetrators = by(standing, 'incidentId');
  const narratives = told.of(IncidentNarrative);
  const of = ({ incidentId }: { readonly incidentId: string }): readonly Row<AllegedPerpetrator>[] =>
    perpetrators.get(incidentId) ?? [];

  it('an account speaks of police only where police are alleged to have been in it', () => {
    const speaking = narratives.filter((one) => police.test(one.text));
    expect(speaking.length).toBeGreaterThan(20);
    const rule = (one: Row<IncidentNarrative>): boolean => of(one).some(({ category }) => uniformed.includes(category));
    expect(breaking(speaking, rule)).toEqual([]);
    const accounts = text?.narratives.filter((one) => !uniformed.includes(one.perpetratorCategory)) ?? [];
    expect(breaking(accounts, (one) => !police.test(one.text))).toEqual([]);
  });

  it('and where police are, it does', () => {
    const acted = narratives.filter((one) => of(one).some(({ category }) => category === 'POLICE_OFFICER'));
    expect(breaking(acted, (one) => police.test(one.text))).toEqual([]);
  });

  it('whoever else was there is told of', () => {
    const sentence = (category: PerpetratorCategory): string | undefined =>
      text?.companions.find((one) => one.category === category)?.text;
    const rule = (one: Row<IncidentNarrative>): boolean =>
      of(one)
        .filter(({ rank }) => rank === 'SECONDARY')
        .every(({ category }) => one.text.includes(sentence(category) ?? '\0'));
    expect(narratives.filter((one) => of(one).length > 1).length).toBeGreaterThan(5);
    expect(breaking(narratives, rule)).toEqual([]);
  });

  it('as many are alleged as are told of', () => {
    const primary = (one: Row<IncidentNarrative>): number => of(one).find(({ rank }) => rank === 'PRIMARY')?.count ?? 0;
    expect(breaking(narratives, (one) => !several.test(one.text) || primary(one) > 1)).toEqual([]);
    const kind = ({ actorKind, count }: Row<AllegedPerpetrator>): boolean =>
      actorKind === 'GROUP' ? (count ?? 0) > 1 : count === 1;
    expect(breaking(told.of(AllegedPerpetrator), kind)).toEqual([]);
    expect(breaking(text?.narratives ?? [], (one) => !several.test(one.text) || (one.count ?? 0) > 1)).toEqual([]);
  });

  it('what is said of somebody is said of somebody of that kind', () => {
    const known = new Map(told.of(AllegedPerpetrator).map((row) => [row.id, row]));
    const rule = ({ allegedPerpetratorId, ...identity }: Row<PerpetratorIdentity>): boolean => {
      const { category, uniformed: inUniform } = known.get(allegedPerpetratorId) ?? {};
      const fitting = text?.perpetrators.filter((one) => one.category === category).map((one) => one.text) ?? [];
      return (
        (identity.description === null || fitting.includes(identity.description)) &&
        (identity.badgeNumber === null || inUniform === true) &&
        (identity.institution === null || category === 'POLICE_OFFICER')
      );
    };
    expect(breaking(told.of(PerpetratorIdentity), rule)).toEqual([]);
  });

  it('the codes of an incident are those of the account, and whoever was arrested was so by police', () => {
    const incidents = new Map(told.of(Incident).map((row) => [row.id, row]));
    const accounts = text?.narratives ?? [];
    const begins = (account: string, whole: string): boolean => {
      const [first = ''] = account.split(/\{place\}|\{time\}/);
      return whole.startsWith(first);
    };
    const rule = (one: Row<IncidentNarrative>): boolean => {
      const { violationTypes = [] } = incidents.get(one.incidentId) ?? {};
      return accounts.some(
        (account) => begins(account.text, one.text) && String(account.violationTypes) === String(violationTypes),
      );
    };
    expect(breaking(narratives, rule)).toEqual([]);
    const arrests = told.of(IncidentDetail).filter(({ arrested }) => arrested === true);
    expect(arrests.length).toBeGreaterThan(0);
    expect(breaking(arrests, (one) => of(one).some(({ category }) => uniformed.includes(category)))).toEqual([]);
  });
});
