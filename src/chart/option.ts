/** A picture as an option of ECharts: the same in a browser and on the server. */
import { FONT, type Picture } from './shapes';
import { ink, line, paper } from './palette';

/** What of the library's options is used here. Its own types would be those of two builds of it. */
export type Option = {
  readonly animation: false;
  readonly textStyle: { readonly fontFamily: string };
  readonly tooltip: object;
  readonly series: object[];
};

interface Drawn {
  readonly dataIndex: number;
}

export function optionOf({ marks }: Picture): Option {
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    tooltip: {
      trigger: 'item',
      // Its other way of showing one writes styles into the page, which the policy of the page forbids.
      renderMode: 'richText',
      confine: true,
      backgroundColor: paper,
      borderColor: line,
      textStyle: { color: ink, fontSize: 12, fontFamily: FONT },
      formatter: ({ dataIndex }: Drawn): string => marks[dataIndex]?.tip ?? '',
    },
    series: [
      {
        type: 'custom',
        coordinateSystem: 'none',
        data: marks.map((_, at) => [at]),
        renderItem: ({ dataIndex }: Drawn): object => {
          const { shapes = [], tip } = marks[dataIndex] ?? {};
          return { type: 'group', silent: tip === undefined, children: [...shapes] };
        },
      },
    ],
  };
}
