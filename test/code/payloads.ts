import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fetchPackage, isPinned, type Pinned } from './fetch-package.ts';

/** Code as a tool gives it to an agent. */
export interface CodePayload {
  readonly name: string;
  readonly text: string;
  /** The arguments of the call that gave it. */
  readonly input: Readonly<Record<string, string>>;
}

/** How the files of a payload stand in it. */
type Form = 'plain' | 'headed' | 'tagged' | 'numbered';

interface Recipe {
  readonly name: string;
  readonly form: Form;
  readonly files: readonly Source[];
}

/** Which probes a payload belongs to: one of the three sets that the compressor was tuned on, or one of those which tell how far this carries. */
export type Part = 'tuning' | 'second' | 'third' | 'fourth' | 'fifth';

/** A file of a pinned package, of Python's standard library, of Go's, of Debian's packages of sources or of a crate of Rust; in a folder that its path does not say. */
type Source = { readonly of: string; readonly path: string; readonly folder?: string };

const npm = (of: string, ...paths: readonly string[]): readonly Source[] => paths.map((path) => ({ of, path }));
const python = (...paths: readonly string[]): readonly Source[] => npm('python', ...paths);
const go = (...paths: readonly string[]): readonly Source[] => npm('go', ...paths);

const tuning: readonly Recipe[] = [
  { name: 'argparse', form: 'plain', files: python('argparse.py') },
  { name: 'subprocess', form: 'numbered', files: python('subprocess.py') },
  { name: 'tarfile', form: 'plain', files: python('tarfile.py') },
  { name: 'difflib', form: 'plain', files: python('difflib.py') },
  { name: 'archives', form: 'headed', files: python('shutil.py', 'zipfile.py') },
  { name: 'json', form: 'headed', files: python('json/__init__.py', 'json/decoder.py', 'json/encoder.py', 'json/scanner.py') },
  { name: 'http-client', form: 'plain', files: python('http/client.py') },
  { name: 'ws', form: 'tagged', files: npm('ws', 'lib/websocket.js', 'lib/receiver.js', 'lib/sender.js') },
  { name: 'semver', form: 'headed', files: npm('semver', 'classes/range.js', 'classes/semver.js', 'classes/comparator.js') },
  { name: 'lru-cache', form: 'plain', files: npm('lru-cache', 'dist/esm/index.js') },
  { name: 'undici', form: 'numbered', files: npm('undici', 'lib/core/request.js', 'lib/dispatcher/client-h1.js') },
  { name: 'p-queue', form: 'plain', files: npm('p-queue', 'dist/index.js') },
  { name: 'zod', form: 'tagged', files: npm('zod', 'src/v4/core/to-json-schema.ts', 'src/v4/core/parse.ts', 'src/v4/core/util.ts') },
  { name: 'hono', form: 'headed', files: npm('hono', 'dist/context.js', 'dist/request.js', 'dist/hono-base.js') },
  { name: 'net-http', form: 'plain', files: go('net/http/server.go') },
  { name: 'zip-reader', form: 'headed', files: go('archive/zip/reader.go', 'bufio/scan.go') },
  { name: 'kotlin-scanner', form: 'numbered', files: npm('@tree-sitter-grammars/tree-sitter-kotlin', 'src/scanner.c') },
];

const providerUtils = (...names: readonly string[]): readonly Source[] =>
  npm('@ai-sdk/provider-utils', ...names.map((name) => `src/${name}.ts`));

const second: readonly Recipe[] = [
  { name: 'configparser', form: 'plain', files: python('configparser.py') },
  { name: 'log-handlers', form: 'headed', files: python('logging/handlers.py') },
  { name: 'url-parse', form: 'numbered', files: python('urllib/parse.py') },
  { name: 'template-parse', form: 'plain', files: go('text/template/parse/parse.go') },
  { name: 'url-go', form: 'headed', files: go('net/url/url.go', 'encoding/csv/reader.go') },
  {
    name: 'downloads',
    form: 'tagged',
    files: providerUtils(
      'retry-with-exponential-backoff',
      'read-response-with-size-limit',
      'validate-download-url',
      'fetch-with-validated-redirects',
      'secure-json-parse',
      'parse-json',
      'schema',
    ),
  },
  { name: 'sse', form: 'headed', files: npm('eventsource-parser', 'src/parse.ts', 'src/types.ts', 'src/errors.ts', 'src/stream.ts') },
  { name: 'sax', form: 'plain', files: npm('sax', 'lib/sax.js') },
  {
    name: 'execa',
    form: 'tagged',
    files: npm(
      'execa',
      'lib/pipe/pipe-arguments.js',
      'lib/terminate/kill.js',
      'lib/ipc/validation.js',
      'lib/return/message.js',
      'lib/stdio/handle.js',
    ),
  },
  { name: 'picomatch', form: 'headed', files: npm('picomatch', 'lib/constants.js', 'lib/picomatch.js', 'lib/parse.js') },
  { name: 'scala-scanner', form: 'numbered', files: npm('tree-sitter-scala', 'src/scanner.c') },
  { name: 'death-test', form: 'plain', files: npm('debian', 'googletest/googletest/src/gtest-death-test.cc') },
];

const third: readonly Recipe[] = [
  { name: 'smtplib', form: 'plain', files: python('smtplib.py') },
  { name: 'plistlib', form: 'numbered', files: python('plistlib.py') },
  { name: 'futures', form: 'tagged', files: python('concurrent/futures/_base.py', 'concurrent/futures/thread.py') },
  { name: 'multipart', form: 'headed', files: go('mime/multipart/formdata.go', 'mime/multipart/multipart.go') },
  { name: 'semver-rust', form: 'headed', files: npm('crate semver', 'src/parse.rs', 'src/error.rs') },
  { name: 'openai-streaming', form: 'plain', files: npm('openai', 'src/core/streaming.ts') },
  { name: 'postcss', form: 'tagged', files: npm('postcss', 'lib/parser.js', 'lib/container.js') },
  { name: 'adm-zip', form: 'headed', files: npm('adm-zip', 'zipFile.js', 'zipEntry.js') },
  { name: 'gtest-port', form: 'plain', files: npm('debian', 'googletest/googletest/src/gtest-port.cc') },
  { name: 'gtest-filepath', form: 'numbered', files: npm('debian', 'googletest/googletest/src/gtest-filepath.cc') },
  { name: 'htmlparser2', form: 'tagged', files: npm('htmlparser2', 'src/Parser.ts') },
  { name: 'needle', form: 'plain', files: npm('needle', 'lib/needle.js') },
];

const fourth: readonly Recipe[] = [
  { name: 'async', form: 'headed', files: python('asyncio/locks.py', 'asyncio/queues.py') },
  { name: 'imaplib', form: 'plain', files: python('imaplib.py') },
  { name: 'tabwriter', form: 'numbered', files: go('text/tabwriter/tabwriter.go') },
  { name: 'textproto', form: 'plain', files: go('net/textproto/reader.go') },
  {
    name: 'dotenv',
    form: 'tagged',
    files: [...npm('dotenv', 'lib/main.js'), ...npm('cross-spawn', 'lib/parse.js', 'lib/enoent.js')],
  },
  { name: 'js-yaml', form: 'plain', files: npm('js-yaml', 'lib/js-yaml/loader.js') },
  {
    name: 'posthog',
    form: 'headed',
    files: npm('posthog-node', 'src/extensions/error-tracking/modifiers/context-lines.node.ts', 'src/capture-v1/sender.ts'),
  },
  { name: 'gtest-printers', form: 'plain', files: npm('debian', 'googletest/googletest/src/gtest-printers.cc') },
  { name: 'shlex-rust', form: 'numbered', files: npm('crate shlex', 'src/bytes.rs') },
];

/** Files of packages that are fetched for this set alone. */
const fetched = (of: Pinned, folder: string, ...paths: readonly string[]): readonly Source[] => paths.map((path) => ({ of, folder, path }));

/** Held out, as the probes say: packages that no other set has, in fourteen languages. */
const fifth: readonly Recipe[] = [
  { name: 'click-types', form: 'plain', files: fetched('pypi click==8.2.1', '', 'click/types.py') },
  { name: 'jinja-loaders', form: 'headed', files: fetched('pypi jinja2==3.1.6', '', 'jinja2/loaders.py', 'jinja2/bccache.py') },
  { name: 'tenacity', form: 'tagged', files: fetched('pypi tenacity==9.1.2', '', 'tenacity/__init__.py', 'tenacity/wait.py') },
  { name: 'h11', form: 'numbered', files: fetched('pypi h11==0.16.0', '', 'h11/_connection.py', 'h11/_readers.py') },
  { name: 'commander', form: 'plain', files: fetched('npm commander@15.1.0', '', 'lib/command.js') },
  { name: 'busboy', form: 'tagged', files: fetched('npm busboy@1.6.0', '', 'lib/types/multipart.js', 'lib/types/urlencoded.js') },
  { name: 'pg-pool', form: 'numbered', files: fetched('npm pg-pool@3.14.0', '', 'index.js') },
  { name: 'query-core', form: 'headed', files: fetched('npm @tanstack/query-core@5.108.4', '', 'src/retryer.ts', 'src/hydration.ts') },
  { name: 'query', form: 'plain', files: fetched('npm @tanstack/query-core@5.108.4', '', 'src/query.ts') },
  {
    name: 'hot-toast',
    form: 'tagged',
    files: fetched(
      'npm react-hot-toast@2.6.1',
      'src',
      'core/store.ts',
      'core/toast.ts',
      'core/use-toaster.ts',
      'components/toaster.tsx',
      'components/toast-bar.tsx',
    ),
  },
  {
    name: 'mux',
    form: 'headed',
    files: fetched('deb golang-github-gorilla-mux-dev=1.8.0-1', 'usr/share/gocode/src/github.com/gorilla', 'mux/regexp.go', 'mux/route.go'),
  },
  {
    name: 'pflag',
    form: 'plain',
    files: fetched(
      'deb golang-github-spf13-pflag-dev=1.0.6~git20210604-d5e0c0615ace-1',
      'usr/share/gocode/src/github.com/spf13',
      'pflag/flag.go',
    ),
  },
  {
    name: 'humantime',
    form: 'headed',
    files: fetched('deb librust-humantime-dev=2.1.0-1+b1', 'usr/share/cargo/registry/humantime-2.1.0', 'src/duration.rs', 'src/date.rs'),
  },
  { name: 'libusb', form: 'numbered', files: fetched('npm usb@2.14.0', 'libusb', 'libusb/hotplug.c', 'libusb/sync.c') },
  {
    name: 'better-sqlite3',
    form: 'tagged',
    files: fetched('npm better-sqlite3@13.2.0', '', 'src/objects/database.cpp', 'src/objects/statement.cpp'),
  },
  {
    name: 'capacitor-server',
    form: 'plain',
    files: fetched('npm @capacitor/android@8.5.2', 'capacitor', 'src/main/java/com/getcapacitor/WebViewLocalServer.java'),
  },
  {
    name: 'secure-store',
    form: 'headed',
    files: fetched(
      'npm expo-secure-store@57.0.4',
      'android/src/main/java/expo/modules',
      'securestore/SecureStoreModule.kt',
      'securestore/encryptors/AESEncryptor.kt',
    ),
  },
  {
    name: 'capacitor-http',
    form: 'tagged',
    files: fetched(
      'npm @capacitor/ios@8.5.2',
      'Capacitor/Capacitor',
      'Plugins/CapacitorUrlRequest.swift',
      'Plugins/HttpRequestHandler.swift',
    ),
  },
  {
    name: 'thor',
    form: 'headed',
    files: fetched(
      'deb ruby-thor=1.2.1-2',
      'usr/share/rubygems-integration/all/gems/thor-1.2.1/lib',
      'thor/parser/options.rb',
      'thor/shell/basic.rb',
    ),
  },
  {
    name: 'psr7',
    form: 'headed',
    files: fetched('deb php-guzzlehttp-psr7=2.4.5-1+deb12u1', 'usr/share/php/GuzzleHttp', 'Psr7/Uri.php', 'Psr7/Message.php'),
  },
  { name: 'find-visual-studio', form: 'plain', files: fetched('npm node-gyp@11.0.0', '', 'lib/Find-VisualStudio.cs') },
  { name: 'bats', form: 'plain', files: fetched('npm bats@1.13.0', '', 'lib/bats-core/test_functions.bash') },
];

const recipes = { tuning, second, third, fourth, fifth };

/** Puts the payloads together from what is installed here, or is fetched; what is not there is left out and named. */
export function assemblePayloads(
  root: string,
  part: Part = 'tuning',
): { readonly payloads: readonly CodePayload[]; readonly missing: readonly string[] } {
  const payloads: CodePayload[] = [];
  const missing: string[] = [];
  for (const { name, form, files } of recipes[part]) {
    const paths = files.map((source) => locate(root, source));
    if (paths.some((path) => path === undefined || !existsSync(path))) missing.push(name);
    else
      payloads.push({
        name,
        ...shape(
          form,
          files.map(({ path }, index) => ({ path, text: readFileSync(paths[index]!, 'utf8') })),
        ),
      });
  }
  return { payloads, missing };
}

function locate(root: string, { of, path, folder = '' }: Source): string | undefined {
  if (isPinned(of)) {
    const unpacked = fetchPackage(root, of);
    return unpacked === undefined ? undefined : join(unpacked, folder, path);
  }
  if (of === 'python') return newest('/usr/lib', /^python3\.\d+$/, path);
  if (of === 'debian') return join('/usr/src', path);
  if (of.startsWith('crate ')) return crate(of.slice('crate '.length), path);
  if (of === 'go') return join('/usr/local/go/src', path);
  const inner = newest(join(root, 'node_modules/.pnpm'), new RegExp(`^${of.replace('/', '\\+')}@`), join('node_modules', of, path));
  return inner === undefined ? undefined : realpathSync(inner);
}

function crate(name: string, path: string): string | undefined {
  const registries = join(homedir(), '.cargo/registry/src');
  if (!existsSync(registries)) return undefined;
  return readdirSync(registries)
    .map((registry) => newest(join(registries, registry), new RegExp(`^${name}-\\d`), path))
    .find((found) => found !== undefined);
}

function newest(folder: string, pattern: RegExp, path: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const found = readdirSync(folder).filter((name) => pattern.test(name) && existsSync(join(folder, name, path)));
  return found.length === 0 ? undefined : join(folder, found.sort().at(-1)!, path);
}

function shape(form: Form, files: readonly { path: string; text: string }[]): Omit<CodePayload, 'name'> {
  const paths = files.map(({ path }) => path).join(' ');
  switch (form) {
    case 'plain':
      return { text: files[0]!.text, input: { command: `cat ${paths}` } };
    case 'headed':
      return { text: files.map(({ path, text }) => `==> ${path} <==\n${text}`).join('\n'), input: { command: `head -n -0 ${paths}` } };
    case 'tagged':
      return { text: files.map(({ path, text }) => `<file path="${path}">\n${text}</file>\n`).join('\n'), input: {} };
    case 'numbered':
      return { text: files.map(({ path, text }) => `File: ${path}\n${numbered(text)}`).join('\n'), input: {} };
  }
}

function numbered(text: string): string {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return `${lines.map((line, index) => `${String(index + 1).padStart(6)}\t${line}`).join('\n')}\n`;
}
