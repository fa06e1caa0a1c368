import type { LinePattern } from './line-pattern.ts';

const margin = ['margin'] as const;
const indented = ['indented'] as const;

/** Verdicts, counts and places of failures. */
const testRunners: readonly LinePattern[] = [
  [
    /^(?:\d{1,5}: )?\[(?: +(?:RUN|OK|FAILED|PASSED|SKIPPED|DISABLED) +|-{10}|={10})\] /,
    { opens: '0-9[', has: '[] ', some: '-=A', is: margin },
  ],
  [/^ *\d{1,5}\/\d{1,5} Test +#\d/, { opens: '0-9', has: '/#' }],
  [/^ {2,}Start +\d+: \S/, { opens: 'S', has: ':', is: indented }],
  [/^[.FESIRWD]{3,} +\d+ \/ \d+ \( *\d+%\)$/, { opens: '.FESIRWD', closes: ')', has: '(0', is: margin }],
  [/^There (?:was|were) \d+ (?:failure|error|skipped|risky)|^Tests: \d+, Assert/, { opens: 'T', has: '0', is: margin }],
  [/^(?:FAILURES|ERRORS|OK|FAIL|SUCCESS)!/, { opens: 'FEOS', is: ['margin', 'capitals'] }],
  [/^Failed asserting |^Finished in \d/, { opens: 'F', is: margin }],
  [/^\d+ (?:examples?|runs|scenarios?|steps?|specs?), \d+ /, { opens: '0-9', has: ',', is: margin }],
  [/^Ran \d+ (?:of \d+ Specs|tests?) in/, { opens: 'R', has: '0', is: margin }],
  [/^test cases: +\d|^assertions: +\d/, { opens: 'ta', has: ': 0', is: margin }],
  [/^ {2,}\S.{0,200} \(FAILED - \d+\)$/, { closes: ')', has: '(', is: ['indented', 'capitals'] }],
  [/^ +Failure\/Error: /, { opens: 'F', has: '/:', is: indented }],
  [/^ +# \.{0,2}\/\S+:\d+:in /, { opens: '#', has: '/', is: ['indented', 'colon digit'] }],
  [/^rspec \.\//, { opens: 'r', has: '/', is: margin }],
  [/^\S+#\S+ \[\S+:\d+\]:$/, { closes: ':', has: '#[', is: ['margin', 'colon digit'] }],
  [/^ +(?:Expected|Actual): /, { opens: 'EA', has: ':', is: indented }],
  [/^ {2,}(?:Passed|Failed|Skipped) \S.{0,200} \[(?:< )?[\d.]+ m?s\]/, { opens: 'PFS', has: '[]', is: indented }],
  [/^(?:Passed|Failed)! +- Failed:/, { opens: 'PF', has: '-:', is: margin }],
  [/^Test (?:Case|Suite) '/, { opens: 'T', has: "'", is: margin }],
  [/^\S+\.t \.{2,} ?(?:ok|[Ff]ailed|skipped|[Dd]ubious)/, { holds: '.t ', is: margin }],
  [/^[A-Z].{0,100}: Executed \d+ of \d+/, { opens: 'A-Z', holds: ': Executed ', is: margin }],
  [/^• (?:\[|Failure|\w+ \[)/, { opens: 'é', has: ' ', is: margin }],
  [/^\S+:\d+: (?:FAILED|PASSED):$/, { closes: ':', is: ['margin', 'capitals', 'colon digit', 'digit colon'] }],
];

const buildsAndDeployments: readonly LinePattern[] = [
  [/^> (?:Task|Configure project|Transform) :?/, { opens: '>', has: ' ', is: margin }],
  [/^\d+ actionable tasks?/, { opens: '0-9', has: ' ', is: margin }],
  [/^FAILURE: Build/, { opens: 'F', has: ':', is: margin }],
  [
    /^ {2}(?:CC|LD|AR|AS|GEN|CXX|CCLD|CXXLD|HOSTCC|HOSTLD|MODPOST|OBJCOPY|INSTALL|CALL|UPD|CHK|WRAP|SIGN|LDS)(?: \[M\])? +\S/,
    { opens: 'A-Z', is: ['indented', 'capitals'] },
  ],
  [
    /^(?:CompileC|CompileSwift|SwiftCompile|SwiftDriver|Ld|CodeSign|PhaseScriptExecution|ProcessInfoPlistFile) .{1,400}\(in target/,
    { opens: 'CSLP', holds: '(in target', is: margin },
  ],
  [/^\*\* (?:BUILD|TEST|CLEAN|ARCHIVE) \w+ \*\*/, { opens: '*', is: ['margin', 'capitals'] }],
  [/^ {4}builtin-/, { opens: 'b', has: '-', is: indented }],
  [/^asset \S+ [\d.]+ /, { opens: 'a', has: ' ', some: '0.', is: margin }],
  [/^ {2}\.\/\S+ [\d.]+ (?:bytes|[KM]iB)/, { opens: '.', has: '/', is: indented }],
  [/^(?:ERROR|WARNING) in \S/, { opens: 'EW', is: ['margin', 'capitals'] }],
  [/^webpack [\d.]+ compiled/, { opens: 'w', is: margin }],
  [/^Module not found: /, { opens: 'M', has: ':', is: margin }],
  [/^(?:PLAY|TASK|HANDLER|RUNNING HANDLER) (?:\[.{0,160}\] |RECAP )\*{3,}/, { opens: 'PTHR', has: '*', is: ['margin', 'capitals'] }],
  [/^(?:ok|changed|skipping|failed|fatal|unreachable|included): \[[\w.@-]+\]/, { opens: 'ocsfui', has: ': []', is: margin }],
  [/^(?:Notice|Info|Warning|Error|Debug|Fatal|Note): \S/, { opens: 'NIWEDF', is: ['margin', 'colon space'] }],
  [/^==> (?!.{1,300} <==$)\S/, { opens: '=', has: '> ', is: margin }],
  [
    /^[\w."[\]/-]{3,200}: (?:Creating|Still |Creation complete|Destroying|Destruction complete|Modifying|Modifications complete|Refreshing state|Reading|Read complete|Provisioning|Importing)/,
    { opens: 'A-Za-z0-9_."[]/-', has: 'Aa', is: ['margin', 'colon space'] },
  ],
  [/^Apply complete!/, { opens: 'A', is: margin }],
  [/^Step \d+\/\d+ :/, { opens: 'S', has: '/:', is: margin }],
  [/^ ---> /, { opens: '-', has: '>', is: indented }],
  [/^Removing intermediate container/, { opens: 'R', is: margin }],
  [/^\[Pipeline\]/, { opens: '[', has: ']', is: margin }],
  [/^section_(?:start|end):/, { opens: 's', has: '_:', is: margin }],
  [
    /^(?:remote: )?(?:Enumerating|Counting|Compressing|Writing|Receiving|Unpacking|Updating) (?:objects|files): |^(?:remote: )?Resolving deltas: /,
    { opens: 'rECWRU', has: ': ', is: margin },
  ],
  [/^remote: /, { opens: 'r', has: ': ', is: margin }],
  [/^ [!*+=-] \[.{3,40}\] +\S/, { opens: '!*+=-', has: '[]', is: indented }],
  [/^\(?\/\S+\.(?:sty|cls|tex|def|cfg|fd|ltx)\b/, { opens: '(/', has: '/.', is: margin }],
  [/^(?:Over|Under)full \\[hv]box/, { opens: 'OU', has: '\\', is: margin }],
  [/^l\.\d+ /, { opens: 'l', has: '.0', is: margin }],
  [/^! \S/, { opens: '!', has: ' ', is: margin }],
  [/^\\[\w@]+=\\\w+\d+/, { opens: '\\', has: '=0', is: margin }],
  [/^(?:LaTeX|Package|Class)(?: \w+)? (?:Warning|Info|Font Info|Error)|^Package: \S+ \d{4}\//, { opens: 'LPC', has: ' ', is: margin }],
];

const servicesAndProbes: readonly LinePattern[] = [
  [/^\d+ bytes from |^\d+ packets transmitted/, { opens: '0-9', has: ' ', is: margin }],
  [/^(?:rtt|round-trip) min/, { opens: 'r', is: margin }],
  [/^Request timeout for /, { opens: 'R', is: margin }],
  [
    /^\s?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/\S* (?:\d{3}|-) (?:in )?[\d.-]+ ?m?s\b/,
    { opens: 'GPDHO', has: '/', is: ['capitals'] },
  ],
  [/^=[A-Z]+ REPORT====/, { opens: '=', is: ['margin', 'capitals'] }],
  [/^\*\* (?:Reason|Generic|Last message|When Server|State)/, { opens: '*', is: margin }],
  [/^(?:[\d.]+: )?\[(?:Full )?GC[ (]/, { opens: '0-9.[', has: '[', is: ['margin', 'capitals'] }],
  [/^[VDIWE] \(\d+\) [\w-]+: /, { opens: 'VDIWE', has: '()', is: margin }],
  [/^\[\d{2}:\d{2}\] /, { opens: '[', has: ']', is: ['margin', 'colon digit'] }],
  [/^# (?:Time|User@Host|Query_time|Thread_id|Schema): /, { opens: '#', has: ':', is: margin }],
  [/^\(gdb\) /, { opens: '(', has: ')', is: margin }],
  [/^Breakpoint \d+,/, { opens: 'B', has: '0,', is: margin }],
  [/^(?:Program|Thread \d.{0,60}) received signal/, { opens: 'PT', has: ' ', is: margin }],
];

/**
 * Lines that tools print while they work, and that hardly stand in programs, prose or settings: builds, test runners, deployments and services. A line counts if any of these patterns knows it.
 */
export const toolPatterns: readonly LinePattern[] = [...testRunners, ...buildsAndDeployments, ...servicesAndProbes];
