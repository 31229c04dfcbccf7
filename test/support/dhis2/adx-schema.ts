/**
 * What the schema of ADX asks of a document: its elements and where each may stand, what they must say, in which form. Any
 * other attribute is a category; text stands in an annotation.
 */
import { SaxesParser } from 'saxes';

const NAMESPACE = 'urn:ihe:qrph:adx:2015';
const within: Readonly<Record<string, string>> = { adx: '', group: 'adx', dataValue: 'group', annotation: 'dataValue' };
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const PERIOD = /^\d{4}-\d\d-\d\d\/P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/;
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** Each that is wrong; of what is right, nothing. */
export function adxFaults(document: string): string[] {
  const faults: string[] = [];
  const path: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => {
    throw new Error(message);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const said = Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value]));
    if (uri !== NAMESPACE) faults.push(`${local} is of another namespace`);
    if (within[local] !== (path.at(-1) ?? '')) faults.push(`${local} may not stand in ${path.at(-1) ?? 'nothing'}`);
    path.push(local);
    faults.push(...attributeFaults(local, said));
  });
  parser.on('closetag', () => void path.pop());
  parser.on('text', (text) => {
    if (text.trim() !== '' && path.at(-1) !== 'annotation') faults.push(`${path.at(-1)} has text`);
  });
  try {
    parser.write(document).close();
  } catch (error) {
    return [...faults, `no XML: ${(error as Error).message}`];
  }
  return faults;
}

function attributeFaults(name: string, said: Readonly<Record<string, string>>): string[] {
  const needed: Readonly<Record<string, readonly string[]>> = {
    adx: ['exported'],
    group: ['orgUnit', 'period'],
    dataValue: ['dataElement', 'value'],
  };
  const missing = (needed[name] ?? []).filter((attribute) => !said[attribute]);
  return [
    ...missing.map((attribute) => `${name} has no ${attribute}`),
    ...(said['exported'] && !MOMENT.test(said['exported']) ? ['exported is no moment'] : []),
    ...(name === 'group' && said['period'] && !PERIOD.test(said['period'])
      ? [`group has no period of the standard: ${said['period']}`]
      : []),
    ...(name === 'dataValue' && said['value'] && !DECIMAL.test(said['value'])
      ? [`dataValue has no decimal value: ${said['value']}`]
      : []),
  ];
}
