/**
 * The dashboard as browsers get it: script and style in as few bytes as can be, named by their own hash, each beside its
 * compressed forms, so that a server compresses nothing. The charts are a part of their own, which loads while somebody
 * signs in.
 */
import { buildSync } from 'esbuild';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = join(root, 'src/dashboard');

/** Libraries that are in the script, with the texts that their licences ask to be passed on. */
const libraries = {
  echarts: ['LICENSE', 'NOTICE', 'licenses/LICENSE-d3'],
  zrender: ['LICENSE'],
  tslib: ['LICENSE.txt'],
};

function bundle() {
  const { outputFiles, metafile } = buildSync({
    entryPoints: [join(sources, 'main.ts'), join(sources, 'style.css')],
    outdir: join(root, 'dist/dashboard'),
    absWorkingDir: root,
    tsconfig: join(sources, 'tsconfig.json'),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['es2022', 'chrome100', 'firefox100', 'safari15.4'],
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    metafile: true,
    write: false,
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
  const text = licences();
  files.set('licences.txt', Buffer.from(text));
  files.set('index.html', Buffer.from(page(metafile)));
  write(join(root, 'dist'), files);
}

/** Where each entry, and what it loads later, came to stand. */
function page({ outputs }) {
  const all = Object.entries(outputs).map(([path, about]) => ({ name: basename(path), ...about }));
  const of = (end) => all.find(({ entryPoint }) => entryPoint?.endsWith(end)).name;
  const charts = all.filter(({ entryPoint, name }) => name.endsWith('.js') && !entryPoint?.endsWith('/main.ts'));
  const preloads = charts.map(({ name }) => `<link rel="modulepreload" href="dashboard/${name}">`);
  return readFileSync(join(sources, 'page.html'), 'utf8')
    .replace('{{style}}', `dashboard/${of('/style.css')}`)
    .replace('{{script}}', `dashboard/${of('/main.ts')}`)
    .replace('{{preloads}}', preloads.join('\n'));
}

const licences = () =>
  Object.entries(libraries)
    .flatMap(([name, texts]) =>
      texts.map((one) => `${name}\n\n${readFileSync(join(root, 'node_modules', name, one), 'utf8')}`),
    )
    .join(`\n${'-'.repeat(80)}\n\n`);

/** All or nothing: a server that reads it meanwhile finds one build whole. */
function write(dist, files) {
  const next = join(dist, '.dashboard-next');
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  for (const [name, bytes] of files) {
    writeFileSync(join(next, name), bytes);
    writeFileSync(join(next, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    writeFileSync(
      join(next, `${name}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
  }
  const folder = join(dist, 'dashboard');
  rmSync(folder, { recursive: true, force: true });
  renameSync(next, folder);
}

bundle();
