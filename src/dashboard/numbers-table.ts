/** The numbers of a chart as a table of the page: a caption, headers on both sides, the reason of each gap. */
import type { TableView } from '../chart/table-view';
import { h, newId } from './dom';

export function numbersTable({ rowNames, columnNames, rows }: TableView, caption: string): HTMLElement {
  const table = h(
    'table',
    {},
    h('caption', {}, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ...rowNames.map((name) => h('th', { scope: 'col', class: 'of' }, name)),
        ...columnNames.map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h(
      'tbody',
      {},
      ...rows.map(({ headers, cells }) =>
        h(
          'tr',
          {},
          ...headers.map((label) => h('th', { scope: 'row' }, label)),
          ...cells.map(({ kind, text, more }) =>
            h('td', { 'data-kind': kind }, h('span', {}, text), ...more.map((one) => h('small', {}, one))),
          ),
        ),
      ),
    ),
  );
  const id = newId('caption');
  table.caption?.setAttribute('id', id);
  // What is wider than the screen scrolls here, by keyboard too.
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': id }, table);
}
