/** The mappings that the guide shows, and the example, are whole as far as nobody has to be asked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/base/project';
import '../../../src/domain/all';
import { codesOf, declaredIndicators } from '../../../src/domain/indicator/dhis2/known';
import { checkMapping } from '../../../src/exchange/dhis2/check';
import { readMapping } from '../../../src/exchange/dhis2/mapping-read';
import { payloadsOf } from '../../../src/exchange/dhis2/payloads';
import { valuesOf } from '../../../src/exchange/dhis2/values';
import { adxFaults } from '../../support/dhis2/adx-schema';
import { adxRead } from '../../support/dhis2/readers';
import { row } from './reading';

const text = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const shown = [...text('docs/dhis2.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml);
const known = { indicators: declaredIndicators(), codesOf, published: null };

test.each([text('examples/dhis2/mapping-za.yml'), ...shown])('%.30s', (yaml) => {
  expect(checkMapping(readMapping(yaml), known)).toEqual({ faults: [], warnings: [] });
});

test('the guide shows one of South Africa and one of Mozambique', () => {
  expect(shown.map((yaml) => readMapping(yaml).country)).toEqual(['ZA', 'MZ']);
});

test('by the example, ADX names categories where they have codes, and combinations elsewhere', () => {
  const mapping = readMapping(text('examples/dhis2/mapping-za.yml'));
  const rows = [row({ at: { PROVINCE: 'ZA-GP', VIOLENCE_TYPE: 'RAPE' } }), row({})];
  const { values } = valuesOf(mapping, rows, { periods: ['2026Q1'], published: null, today: '2026-06-05', sent: null });
  const [payload] = payloadsOf(mapping, values, { format: 'adx', at: '2026-06-05T08:00:00Z', dryRun: false });
  expect(adxFaults(payload?.body ?? '')).toEqual([]);
  expect(adxRead(payload?.body ?? '').map((one) => one.options ?? one.categoryOptionCombo)).toEqual([
    { HO_VIOLENCE: 'HO_V_RAPE' },
    'default',
  ]);
});
