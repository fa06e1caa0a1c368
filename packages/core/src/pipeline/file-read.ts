import type { Segment } from '../types/segment.ts';
import { isShellRead } from './shell-read.ts';
import { memoizeByText } from '../text/memoize-by-text.ts';
import { inputField } from '../text/tool-input.ts';

const verbs = new Set(['read', 'view', 'open', 'cat', 'show', 'get', 'load', 'fetch']);
const objects = new Set(['file', 'files', 'filecontent', 'filecontents', 'source', 'notebook', 'lines', 'text', 'contents', 'content']);
// A listing, a search or the figures about a file are not its bytes.
const aboutFiles = new Set(['info', 'list', 'tree', 'stat', 'stats', 'names', 'metadata', 'search', 'history', 'url', 'size', 'status']);
const naming = new Set(['source', 'notebook']);
const alone = new Set([
  'read',
  'view',
  'cat',
  'readfile',
  'viewfile',
  'openfile',
  'getfile',
  'catfile',
  'readlines',
  'readmanyfiles',
  'readfiles',
]);

/**
 * Whether the call says that its result is a file as it stands on disk: a tool called `Read`, `view`, `read_file`, `fs.readTextFile`, `mcp__files__read_text_file`,
 * or a shell command that only prints source files.
 *
 * An agent edits what it has read, quoting its bytes: such a result is ground truth. Of the tool's name only its own words decide; the prefix
 * of the host is left out of account.
 */
export function isFileRead({ toolName, toolInput }: Segment): boolean {
  if (toolName === undefined) return false;
  if (isReadTool(toolName)) return true;
  return typeof toolInput === 'string' ? isReadByText(toolInput) : isReadByShell(toolInput);
}

// The calls of a known history are not read again on every turn.
const rememberedCharacters = 500_000;
const isReadTool = memoizeByText(namesRead, rememberedCharacters);
// The text of most inputs shows already that no file is printed.
const isReadByText = memoizeByText((input) => printing.test(input) && isReadByShell(input), rememberedCharacters);

const printing = /\b(?:cat|head|tail|nl|bat|less|more|open|view|sed|awk)\b/;

function isReadByShell(toolInput: unknown): boolean {
  const command = inputField(toolInput, ['command', 'cmd', 'script']);
  return command !== undefined && isShellRead(command);
}

function namesRead(toolName: string): boolean {
  const words = wordsOf(lastPart(toolName));
  if (words.length === 0) return false;
  if (alone.has(words.join(''))) return true;
  if (words.some((word) => aboutFiles.has(word))) return false;
  // `get_file`, `load source`: the plain verbs of fetching say nothing without their object.
  const [verb = '', ...rest] = words;
  return (
    verbs.has(verb) &&
    rest.length <= 3 &&
    rest.some((word) => objects.has(word)) &&
    rest.some((word) => naming.has(word) || word.startsWith('file'))
  );
}

function lastPart(name: string): string {
  const parts = name.split(/__|[.:/]/);
  return parts[parts.length - 1] ?? name;
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
