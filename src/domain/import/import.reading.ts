/** The file of an import, read and mapped to what its rows can say; what is wrong with it as a whole is told at once. */
import { ProblemError } from '../../base/problem';
import type { FileFinding } from '../../exchange/mapped';
import { readFiles } from '../../exchange/read-files';
import { columnOf, type Finding } from './import.findings';
import { readMapping } from './import.mapping';
import type { Begun, MappedFile } from './import.running';

/** Bytes of a file at most. */
export const MOST_BYTES = 20_000_000;

/** @throws ProblemError where nothing of it can be read */
export async function mapFile(begun: Begun, name: string, bytes: Buffer): Promise<MappedFile> {
  const { way, shape, mapping, timezone: timeZone } = begun;
  const read = await readFiles([{ name, bytes }], {
    ...{ input: way.input, timeZone, shape },
    mapping: mapping === null ? null : readMapping(mapping),
  });
  if (read.problems.length > 0)
    throw new ProblemError(read.problems.map(({ text }) => ({ code: 'INVALID_INPUT', text })));
  return { shape: read.shape, rows: read.rows, findings: read.warnings.map(ofFile) };
}

const ofFile = ({ row, sheet, path, text, ...cell }: FileFinding): Finding => ({
  ...{ finding: 'WARNING', row: row ?? 0, sheet, path, code: 'INVALID_INPUT', text },
  column: columnOf(cell),
});
