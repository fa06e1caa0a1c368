import { probe, type CodeProbe } from './probe.ts';

/**
 * Held out: written by reading the sources, by someone who had not read the compressor. Nobody tunes on it and nobody looks at its misses; only sums are taken.
 * About half of the questions say what is meant in other words than the code has.
 */
export const fifthProbes: readonly CodeProbe[] = [
  // Python
  probe(
    'click-types',
    'Which words count as yes and which as no when a flag is read as text?',
    'if norm in {"1", "true", "t", "yes", "y", "on"}:',
    'if norm in {"0", "false", "f", "no", "n", "off"}:',
  ),
  probe(
    'click-types',
    'What happens if FloatRange is told to clamp and a bound is open?',
    'raise TypeError("Clamping is not supported for open bounds.")',
  ),
  probe(
    'click-types',
    'In which case is a file opened late although the author of the command left that choice to us?',
    'elif "w" in self.mode:',
  ),
  probe('click-types', 'Which permissions does Path check unless told otherwise?', 'writable: bool = False,', 'readable: bool = True,'),
  probe('jinja-loaders', 'How is a template name that climbs out of the search folder stopped?', 'or piece == os.path.pardir'),
  probe(
    'jinja-loaders',
    'How does PackageLoader fail when the package has no such directory?',
    'PackageLoader could not find a {package_path!r} directory',
  ),
  probe(
    'jinja-loaders',
    'What keeps another process from seeing compiled code that is only half on the disk?',
    'f = tempfile.NamedTemporaryFile(',
    'os.replace(f.name, name)',
  ),
  probe(
    'jinja-loaders',
    'When does Bucket.load_bytecode reset the bucket?',
    'if magic != bc_magic:',
    'if self.checksum != checksum:',
    'except (EOFError, ValueError, TypeError):',
  ),
  probe(
    'tenacity',
    'In which order are waiting, stopping and the hook after an attempt put on the list of actions?',
    'self._add_action_func(self.after)',
    'self._add_action_func(self._run_wait)',
    'self._add_action_func(self._run_stop)',
  ),
  probe(
    'tenacity',
    'What warning comes when a condition is given where the decorated function belongs?',
    'this will probably hang indefinitely',
  ),
  probe(
    'tenacity',
    'Which strategy of wait_chain is taken once there are more attempts than strategies?',
    'wait_func_no = min(max(retry_state.attempt_number, 1), len(self.strategies))',
  ),
  probe('tenacity', 'How can the called function force one more try whatever the condition says?', 'fut.exception(), TryAgain'),
  probe('h11', 'How much may be buffered before an event is complete?', 'DEFAULT_MAX_INCOMPLETE_EVENT_SIZE = 16 * 1024'),
  probe(
    'h11',
    'Which answers are taken to be empty whatever their headers say?',
    'event.status_code in (204, 304)',
    'request_method == b"HEAD"',
  ),
  probe('h11', 'What is thrown if more bytes arrive although the other side hung up?', 'received close, then received more data?'),
  probe('h11', 'Which error tells that the peer went away in the middle of a chunk?', '(incomplete chunked read)'),
  probe(
    'h11',
    'Who calls _body_framing?',
    'framing_type, args = _body_framing(',
    'framing_type, _ = _body_framing(method_for_choosing_headers, response)',
  ),
  // JavaScript
  probe(
    'commander',
    'Which signals are handed on to a subcommand that runs as a program of its own?',
    "const signals = ['SIGUSR1', 'SIGUSR2', 'SIGTERM', 'SIGINT', 'SIGHUP'];",
  ),
  probe(
    'commander',
    'Why can parse not be called a second time with storeOptionsAsProperties?',
    'Can not call parse again when storeOptionsAsProperties is true.',
  ),
  probe('commander', 'With what does the parent exit if its child was killed and so has no exit status?', 'code = code ?? 1;'),
  probe(
    'commander',
    'How are negative numbers told from options?',
    'if (!/^-(\\d+|\\d*\\.\\d+)([eE][+-]?\\d+)?$/.test(arg)) return false;',
  ),
  probe('commander', 'In which order do the postAction hooks run?', "if (event === 'postAction') {", 'hooks.reverse();'),
  probe('commander', 'Values from which sources give way to an environment variable?', "['default', 'config', 'env'].includes("),
  probe('busboy', 'How much space may the headers of one part of an upload take?', 'MAX_HEADER_SIZE = 16 * 1024'),
  probe('busboy', 'When is a part taken for a file?', "partType === 'application/octet-stream' || filename !== undefined"),
  probe(
    'busboy',
    'How does the receiver of an upload learn that it was cut off for its size?',
    "this._fileStream.emit('limit');",
    'this._fileStream.truncated = true;',
  ),
  probe('pg-pool', 'How many clients may the pool have if max is not set?', 'this.options.max || this.options.poolSize || 10'),
  probe('pg-pool', 'How is the secret kept from being printed with the settings?', "Object.defineProperty(this.options, 'password', {"),
  probe(
    'pg-pool',
    'When is a client removed on release instead of becoming idle?',
    'client._poolUseCount >= this.options.maxUses',
    'if (isExpired) {',
  ),
  probe('pg-pool', 'What does someone get who stood in the queue for too long?', 'timeout exceeded when trying to connect'),
  // TypeScript
  probe('query-core', 'How long is the pause before the next try by default?', 'return Math.min(1000 * 2 ** failureCount, 30000)'),
  probe(
    'query-core',
    'How many more tries are there in a browser, and how many while pages are rendered?',
    '(isServerEnvironment() ? 0 : 3)',
  ),
  probe(
    'query-core',
    'What must hold for canContinue?',
    'focusManager.isFocused() &&',
    "(config.networkMode === 'always' || onlineManager.isOnline()) &&",
  ),
  probe(
    'query-core',
    'What do clients see of a failure that happened while a page was prepared for them?',
    "Promise.reject(new Error('redacted'))",
  ),
  probe(
    'query-core',
    'What is the signature of dehydrateQuery?',
    'export function dehydrateQuery(',
    'shouldRedactErrors?: (error: unknown) => boolean,',
  ),
  probe('query', 'What if the function that fetches forgets to return something?', 'data is undefined`)'),
  probe('query', 'When does a new fetch cancel the one in flight?', 'this.state.data !== undefined && fetchOptions?.cancelRefetch'),
  probe('hot-toast', 'How long does a toast of success stay?', 'success: 2000,'),
  probe('hot-toast', 'What is done to the lifetime of messages once the mouse has left them?', 'pauseDuration: t.pauseDuration + diff,'),
  probe('hot-toast', 'What do people get who asked their system for less movement?', '? [fadeInAnimation, fadeOutAnimation]'),
  // Go
  probe('mux', 'What does a variable without a pattern match in a host name?', 'defaultPattern = "[^.]+"'),
  probe('mux', 'Why does newRouteRegexp panic?', 'contains capture groups in its regexp. '),
  probe('mux', 'How is a visitor answered whose address differs from the route only by the final slash?', 'http.StatusMovedPermanently'),
  probe(
    'mux',
    'Which error does addRegexpMatcher give for a path that begins with another character?',
    'mux: path must start with a slash, got %q',
  ),
  probe('pflag', 'With which status does the program end after a bad command line?', 'os.Exit(2)'),
  probe(
    'pflag',
    'Where are the words skipped that follow a flag nobody has defined?',
    'func stripUnknownFlagValue(args []string) []string',
    'return stripUnknownFlagValue(a), nil',
  ),
  probe('pflag', 'What happens when the same shorthand is added for two flags?', 'unable to redefine %q shorthand in %q flagset'),
  // Rust
  probe('humantime', 'How many seconds make a month?', 'n.mul(2_630_016)?'),
  probe('humantime', 'What is a user told who wrote only a number?', 'time unit needed, for example {0}sec or {0}ms'),
  probe('humantime', 'What does parse_rfc3339_weak do with a leap second?', 'if second == 60 {', 'second = 59'),
  // C
  probe('libusb', 'What does libusb_control_transfer return when it is called while events are handled?', 'return LIBUSB_ERROR_BUSY;'),
  probe(
    'libusb',
    'When is the memory of a callback released that was taken off the list by its owner?',
    'if (hotplug_cb->flags & USBI_HOTPLUG_NEEDS_FREE) {',
    'freeing hotplug cb %p with handle %d',
  ),
  probe('libusb', 'How does a new listener hear of what was plugged in before?', 'len = libusb_get_device_list(ctx, &devs);'),
  probe(
    'libusb',
    'What is the outcome of a blocking transfer whose device was closed meanwhile?',
    'transfer->status = LIBUSB_TRANSFER_NO_DEVICE;',
  ),
  // C++
  probe('better-sqlite3', 'Which open flag does must_exist lead to?', 'must_exist ? SQLITE_OPEN_READWRITE'),
  probe('better-sqlite3', 'What if someone prepares two commands in one string?', 'contains more than one statement'),
  probe('better-sqlite3', 'Why can a Statement not be made with new?', 'Statements can only be constructed by the db.prepare() method'),
  probe('better-sqlite3', 'In pieces of which size do many results get into the list?', 'batch_size = 1024'),
  // Java
  probe('capacitor-server', 'How long does the proxy wait for a connection?', 'conn.setConnectTimeout(30 * 1000);'),
  probe(
    'capacitor-server',
    'Which header tells isDocumentRequest that it is a navigation?',
    '"Upgrade-Insecure-Requests".equalsIgnoreCase(header)',
  ),
  probe('capacitor-server', 'Which folders of assets are refused?', "assetPath cannot contain the '*' character."),
  probe('capacitor-server', 'How is a video player served that seeks to the middle?', 'int statusCode = 206;', '"Content-Range"'),
  // Kotlin
  probe('secure-store', 'How short may the authentication tag be?', 'MIN_GCM_AUTHENTICATION_TAG_LENGTH = 96'),
  probe(
    'secure-store',
    'What does saving do when the fingerprint was changed and so the key is no longer good?',
    'Key has been invalidated, retrying with the key deleted',
    'return setItemImpl(key, value, options, true)',
  ),
  probe('secure-store', 'How do equal keys of two services stay apart?', '"$keychainService-$key"'),
  // Swift
  probe(
    'capacitor-http',
    'After how many milliseconds does a request time out if the caller sets nothing?',
    'connectTimeout ?? readTimeout ?? 600000.0',
  ),
  probe('capacitor-http', 'How does disableRedirects work?', 'completionHandler(nil)', 'call.getBool("disableRedirects") ?? false'),
  probe('capacitor-http', 'What separates the parts of a form whose content type does not say it?', 'var boundary = UUID().uuidString'),
  // Ruby
  probe('thor', 'What does parse_peek raise for an option without its value?', "No value provided for option '#{switch}'"),
  probe(
    'thor',
    'Which program compares the old and the new file if there is a conflict?',
    'ENV["THOR_DIFF"] || ENV["RAILS_DIFF"] || "diff -u"',
  ),
  probe('thor', 'What is said after a reply that is not among the allowed ones?', 'Your response must be one of: '),
  // PHP
  probe('psr7', 'Which machine is meant by a web address that names none?', "HTTP_DEFAULT_HOST = 'localhost'"),
  probe('psr7', 'What does parseMessage throw for a folded header?', 'Invalid header syntax: Obsolete line folding'),
  probe('psr7', 'How much of a body does bodySummary show, and how is the rest hinted at?', 'int $truncateAt = 120', "' (truncated...)'"),
  // C#
  probe('find-visual-studio', 'What becomes of an installation that cannot be asked?', 'catch (COMException)'),
  probe(
    'find-visual-studio',
    'Which method writes the JSON of one installation?',
    'private static string InstanceJson(ISetupInstance2 setupInstance2)',
  ),
  // Bash
  probe('bats', 'Which exit codes may run be told to expect?', 'NNN must be <= 255'),
  probe('bats', 'What does bats_pipe say if there is no pipe in the command?', 's found. Is this an error?'),
  probe('bats', 'When does a test get another chance?', '((BATS_TEST_TRY_NUMBER <= BATS_TEST_RETRIES))'),
];
