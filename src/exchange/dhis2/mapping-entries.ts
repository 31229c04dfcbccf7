/** What a data set takes of an indicator: which of its numbers, told by what, in which combinations. */
import { DEFAULT } from './data-value';
import { say } from './fault';
import type { Entry, Mapped, Mapping, Schemes, Target } from './mapping';
import type { Nodes, Part } from './mapping-nodes';
import { idIn, mappedIn } from './mapping-ids';
import { measures, PLACE, type Measure } from './row';

const words = {
  indicator: say('An indicator', 'Um indicador'),
  target: say('A data element', 'Um elemento de dados'),
  by: say('Dimensions', 'Dimensões'),
  combos: say('Category option combinations', 'Combinações de opções de categoria'),
};

const fieldsOf = {
  entry: ['indicator', 'by', ...measures, 'categoryOptionCombo', 'categoryOptionCombos'],
  target: ['dataElement', 'zeroIsSignificant'],
} as const;

export class Entries {
  constructor(
    private readonly nodes: Nodes,
    private readonly schemes: Schemes,
    private readonly places: Pick<Mapping, 'country' | 'orgUnits'>,
  ) {}

  read(at: Part): Entry {
    const { nodes } = this;
    const said = nodes.fields(at, words.indicator, fieldsOf.entry, ['indicator']);
    const by = this.by(said.by);
    this.assertPlaces(at, by);
    const targets = Object.fromEntries(
      measures.flatMap((measure) => (said[measure] ? [[measure, this.target(said[measure])] as const] : [])),
    ) as Partial<Record<Measure, Target>>;
    if (Object.keys(targets).length === 0)
      nodes.fault(
        at,
        say(
          `Say which data element takes it: ${measures.join(', ')}.`,
          `Indique que elemento de dados o recebe: ${measures.join(', ')}.`,
        ),
      );
    return {
      ...{ line: nodes.lineOf(at), by, targets },
      indicator: (said.indicator && nodes.text(said.indicator)) ?? '',
      ...this.combos(at, by, said.categoryOptionCombo, said.categoryOptionCombos),
    };
  }

  private by(at: Part): readonly string[] {
    if (at === undefined) return [];
    const { nodes } = this;
    const names = nodes.list(at, words.by).flatMap((one) => nodes.text(one) ?? []);
    if (new Set(names).size < names.length)
      nodes.fault(at, say('A dimension stands there twice.', 'Uma dimensão aparece duas vezes.'));
    return names;
  }

  private assertPlaces(at: Part, by: readonly string[]): void {
    const { country, orgUnits } = this.places;
    if (orgUnits.size === 0) return;
    const needed = by.includes(PLACE) ? [...orgUnits.keys()].some((key) => key !== country) : orgUnits.has(country);
    if (needed) return;
    this.nodes.fault(
      at,
      by.includes(PLACE)
        ? say(
            'It is told by places, and no organisation unit is named below the country.',
            'Indica-se por lugares, e não há nenhuma unidade organizacional abaixo do país.',
          )
        : say(
            `It is told of the country as a whole: name the organisation unit of ${country}, or ~.`,
            `Indica-se do país no conjunto: indique a unidade organizacional de ${country}, ou ~.`,
          ),
    );
  }

  private target(at: Part): Target {
    const { nodes } = this;
    const said = nodes.isMapping(at)
      ? nodes.fields(at, words.target, fieldsOf.target, ['dataElement'])
      : { dataElement: at };
    return {
      dataElement: (said.dataElement && idIn(nodes, said.dataElement, this.schemes.dataElements)) ?? '',
      zeroIsSignificant: nodes.oneOf(said.zeroIsSignificant, ['true', 'false']) === 'true',
    };
  }

  private combos(at: Part, by: readonly string[], one: Part, several: Part): Pick<Entry, 'combo' | 'combos'> {
    const { nodes, schemes } = this;
    const dimensions = by.filter((name) => name !== PLACE);
    const scheme = schemes.categoryOptionCombos;
    if (dimensions.length === 0 && several !== undefined)
      nodes.fault(
        several,
        say(
          `It is told by nothing that combinations stand for: write categoryOptionCombo, or name dimensions under by.`,
          `Não se indica por nada a que correspondam combinações: escreva categoryOptionCombo, ou indique dimensões em by.`,
        ),
      );
    if (dimensions.length > 0 && (several === undefined || one !== undefined))
      nodes.fault(
        one ?? at,
        say(
          `It is told by ${dimensions.join(', ')}: write under categoryOptionCombos which combination each code is.`,
          `Indica-se por ${dimensions.join(', ')}: escreva em categoryOptionCombos que combinação é cada código.`,
        ),
      );
    const combo = one === undefined ? DEFAULT : (idIn(nodes, one, scheme, true) ?? DEFAULT);
    return {
      combo,
      combos: dimensions.length === 0 || several === undefined ? null : this.byCodes(several, dimensions),
    };
  }

  private byCodes(at: Part, dimensions: readonly string[]): ReadonlyMap<string, Mapped> {
    const { nodes, schemes } = this;
    const found = new Map<string, Mapped>();
    for (const { key, at: where, value } of nodes.entries(at, words.combos)) {
      const codes = key.split(',').map((code) => code.trim());
      if (codes.length !== dimensions.length)
        nodes.fault(
          where,
          say(
            `“${key}” has to be a code of each of ${dimensions.join(', ')}, with commas between them.`,
            `«${key}» tem de ser um código de cada uma: ${dimensions.join(', ')}, separados por vírgulas.`,
          ),
        );
      else if (found.has(codes.join(',')))
        nodes.fault(where, say('These codes stand there twice.', 'Estes códigos aparecem duas vezes.'));
      else found.set(codes.join(','), mappedIn(nodes, value, where, schemes.categoryOptionCombos, true));
    }
    return found;
  }
}
