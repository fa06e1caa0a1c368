/**
 * Lines that tools print while they work, and that hardly stand in programs, prose or settings: one pattern for each family of tools. A line counts if any of them knows it.
 */
const families: readonly RegExp[] = [
  // Test runners: verdicts, counts, places of failures.
  /^(?:\d{1,5}: )?\[(?: +(?:RUN|OK|FAILED|PASSED|SKIPPED|DISABLED) +|-{10}|={10})\] |^ *\d{1,5}\/\d{1,5} Test +#\d|^ {2,}Start +\d+: \S|^[.FESIRWD]{3,} +\d+ \/ \d+ \( *\d+%\)$/,
  /^There (?:was|were) \d+ (?:failure|error|skipped|risky)|^(?:FAILURES|ERRORS|OK|FAIL|SUCCESS)!|^Tests: \d+, Assert|^Failed asserting |^\d+ (?:examples?|runs|scenarios?|steps?|specs?), \d+ |^Ran \d+ (?:of \d+ Specs|tests?) in|^Finished in \d|^test cases: +\d|^assertions: +\d/,
  /^ {2,}\S.{0,200} \(FAILED - \d+\)$|^ +Failure\/Error: |^ +# \.{0,2}\/\S+:\d+:in |^rspec \.\/|^\S+#\S+ \[\S+:\d+\]:$|^ +(?:Expected|Actual): |^ {2,}(?:Passed|Failed|Skipped) \S.{0,200} \[(?:< )?[\d.]+ m?s\]|^(?:Passed|Failed)! +- Failed:/,
  /^Test (?:Case|Suite) '|^\S+\.t \.{2,} ?(?:ok|[Ff]ailed|skipped|[Dd]ubious)|^[A-Z].{0,100}: Executed \d+ of \d+|^• (?:\[|Failure|\w+ \[)|^\S+:\d+: (?:FAILED|PASSED):$/,
  // Builds and deployments.
  /^> (?:Task|Configure project|Transform) :?|^\d+ actionable tasks?|^FAILURE: Build|^ {2}(?:CC|LD|AR|AS|GEN|CXX|CCLD|CXXLD|HOSTCC|HOSTLD|MODPOST|OBJCOPY|INSTALL|CALL|UPD|CHK|WRAP|SIGN|LDS)(?: \[M\])? +\S/,
  /^(?:CompileC|CompileSwift|SwiftCompile|SwiftDriver|Ld|CodeSign|PhaseScriptExecution|ProcessInfoPlistFile) .{1,400}\(in target|^\*\* (?:BUILD|TEST|CLEAN|ARCHIVE) \w+ \*\*|^ {4}builtin-|^asset \S+ [\d.]+ |^ {2}\.\/\S+ [\d.]+ (?:bytes|[KM]iB)|^(?:ERROR|WARNING) in \S|^webpack [\d.]+ compiled|^Module not found: /,
  /^(?:PLAY|TASK|HANDLER|RUNNING HANDLER) (?:\[.{0,160}\] |RECAP )\*{3,}|^(?:ok|changed|skipping|failed|fatal|unreachable|included): \[[\w.@-]+\]|^(?:Notice|Info|Warning|Error|Debug|Fatal|Note): \S|^==> (?!.{1,300} <==$)\S/,
  /^[\w."[\]/-]{3,200}: (?:Creating|Still |Creation complete|Destroying|Destruction complete|Modifying|Modifications complete|Refreshing state|Reading|Read complete|Provisioning|Importing)|^Apply complete!|^Step \d+\/\d+ :|^ ---> |^Removing intermediate container|^\[Pipeline\]|^section_(?:start|end):/,
  /^(?:remote: )?(?:Enumerating|Counting|Compressing|Writing|Receiving|Unpacking|Updating) (?:objects|files): |^(?:remote: )?Resolving deltas: |^remote: |^ [!*+=-] \[.{3,40}\] +\S/,
  /^\(?\/\S+\.(?:sty|cls|tex|def|cfg|fd|ltx)\b|^(?:Over|Under)full \\[hv]box|^l\.\d+ |^! \S|^\\[\w@]+=\\\w+\d+|^(?:LaTeX|Package|Class)(?: \w+)? (?:Warning|Info|Font Info|Error)|^Package: \S+ \d{4}\//,
  // Services, runtimes, probes.
  /^\d+ bytes from |^\d+ packets transmitted|^(?:rtt|round-trip) min|^Request timeout for |^\s?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/\S* (?:\d{3}|-) (?:in )?[\d.-]+ ?m?s\b/,
  /^=[A-Z]+ REPORT====|^\*\* (?:Reason|Generic|Last message|When Server|State)|^(?:[\d.]+: )?\[(?:Full )?GC[ (]|^[VDIWE] \(\d+\) [\w-]+: |^\[\d{2}:\d{2}\] |^# (?:Time|User@Host|Query_time|Thread_id|Schema): /,
  /^\(gdb\) |^Breakpoint \d+,|^(?:Program|Thread \d.{0,60}) received signal/,
];

/** Whether a line is one that a build, a test runner, a deployment or a service prints. */
export function isToolLine(line: string): boolean {
  return families.some((family) => family.test(line));
}
