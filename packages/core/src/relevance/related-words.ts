import { stopTerms } from './stop-words.ts';
import { terms } from './terms.ts';

/**
 * Words of software and everyday English that people use for one another, groups between bars: a question says `processor` where the text says `cpu`. Written by hand from
 * general usage; opposites and mere neighbours of a subject are left out, since they pull the wrong lines up.
 */
const groups = `
  processor cpu core | memory ram mem heap | disk storage drive volume | directory folder dir path | file files document
  program process executable binary | execute exec execve run invoke eval launch spawn
  start begin launch boot startup init initialize initialise | stop end terminate exit halt quit shutdown kill finish
  fail failed failure error fault broken crash | error exception fault problem issue | crash panic abort segfault fatal
  warning warn caution notice | delete remove drop erase unlink purge discard | deleted removed dropped gone
  add added new introduce introduced insert append | change modify update alter edit | rename move
  replace substitute swap supersede | create make build generate construct
  duplicate twice repeated double again already duplicated | copy clone replicate | maximum max most limit upper ceiling cap
  minimum min least lower floor | average avg mean | limit quota cap threshold bound maximum | allow permit enable grant accept
  allowed permitted | forbid deny disallow refuse reject block prohibit forbidden denied
  forbidden denied unauthorized unauthorised refused | must require need mandatory necessary required | optional voluntary
  enable activate on switch | disable deactivate off | mail email smtp e-mail | message msg text
  send transmit deliver post dispatch emit | receive get accept recv | request req call | response reply answer resp
  connect connection conn link dial | disconnect close hangup drop | socket port connection | address addr ip host
  host server machine node | client caller consumer | user account | password passphrase credential secret passwd
  secret token credential key | login signin authenticate auth logon | authentication auth login credentials
  authorization permission access | permission access privilege right mode | owner author maintainer creator | person people contact
  certificate cert crt pem | encryption encrypt cipher crypto tls ssl | tls ssl https openssl libssl | checksum hash digest integrity sha512 sha256 sha1 shasum md5 sum
  signature signed sign | version release revision tag | latest newest current recent | release publish ship
  license licence copyright | dependency dependencies requires depend import | package module library pkg | library lib so dll
  function func method routine procedure fn def | class type | parameter argument arg param option
  option flag switch setting parameter | setting config configuration option preference | variable var env | environment env
  constant const | default fallback standard | value val | field column attribute property key | row record entry line
  list array sequence | table grid | name title label called | identifier id uuid | number num count amount quantity
  count total number sum | total sum overall altogether | size length bytes | length len size | width wide
  time date when timestamp | duration elapsed took seconds time | timeout deadline expire expiry wait
  expire expiry expiration ttl lifetime valid | retention keep retain | interval period every frequency | schedule cron timer
  delay wait sleep pause backoff latency | retry attempt again repeat | slow latency delay lag | fast quick speed performance
  old stale outdated legacy ancient | deprecated obsolete legacy | unsupported incompatible | missing absent lacks notfound unknown
  missing find found | exist found present | unknown unrecognized unrecognised undefined unexpected | empty blank null none
  invalid malformed wrong bad illegal incorrect | valid correct legal | cause reason because due why | reason because since
  result outcome output | output stdout print | success succeed succeeded successful ok passed accepted | pass passed ok
  skip ignore omit exclude skipped | exclude ignore skip omit except | include contain | test spec case check
  check verify validate assert inspect | expected expect should wanted | actual received got | compile build make
  compiler gcc clang tsc | install setup deploy | deploy rollout release | upgrade update bump | downgrade rollback revert
  undo revert rollback | commit change patch | branch head | merge combine join | pull fetch download | download fetch get retrieve
  upload push put | read load parse | write save store persist | save store keep persist | open opened | lock mutex locked
  deadlock blocked waiting lock | thread worker | job task work | queue backlog pending | pending waiting queued | database db sql
  query select sql | index key | search find lookup query | cache cached memo | log logging journal | monitor watch observe
  metric measure gauge statistic | alert alarm warning | health alive healthy liveness | container docker pod
  cluster kubernetes node | image picture | picture image photo | page site url | link url href | url uri address endpoint
  endpoint route path url | proxy gateway forward | redirect forward location | header head | body content payload
  content text body | comment remark note | note remark | documentation docs doc manual | example sample instance
  guide tutorial howto | explain describe | describe description explain | meaning means denote | mean means | purpose used for
  recommend suggest advise advised recommended | prefer preferred | avoid prevent | prevent avoid guard protect
  protect secure guard | secure security safe | security vulnerability cve | vulnerability cve advisory | attack exploit
  risk danger | severe critical severity | important critical | bug defect issue | fix fixed resolve repair solve patch
  resolved fixed closed | workaround bypass | owner assignee | assigned assignee | reviewer review approve | approve accept
  cost price fee | pay payment charge | money amount | customer client | company organization organisation | country nation
  city town | cheap affordable | free gratis | discount rebate | order purchase | buy purchase | sell sale | meeting call
  decide decision agreed | agree agreed consensus | plan roadmap | deadline due | responsible owner charge
  show display print render | hide hidden invisible | visible shown | convert transform translate | format style | encode encoding
  decode decoding | character char | string str text | integer int | boolean bool | float double | null nil none undefined
  object obj | reference ref | pointer ptr | leak leaked | allocate alloc allocation malloc | free release
  overflow exceed exceeded | exceed over beyond | unlimited infinite | support supported | compatible compatibility
  browser chrome firefox | window tab | button click | keyboard key | color colour | behavior behaviour | initialize initialise
  center centre | canceled cancelled abort | cancel abort | synchronous sync | asynchronous async
  parallel concurrent simultaneously | concurrent parallel | single one only | both two | identical same equal | same identical
  different differ distinct | differ difference | compare comparison | greater larger exceed | larger bigger greater
  large big huge | small little tiny | increase raise grow | decrease reduce lower | enough sufficient | short brief | random rand
  temporary temp tmp | permanent persistent | manual hand | automatic auto automatically | source src origin
  destination dest dst target | target destination | original source | previous prev former before | first initial | last final
  final last | upstream origin | standard default | special particular | local localhost | remote origin | public exported
  private internal | administrator admin root | root superuser admin | command cmd exec execve | script sh | shell bash sh
  console terminal tty | operating os system | kernel linux | system os | device dev hardware | network net | traffic bytes packets
  bandwidth throughput | throughput rate | rate speed | virtual vm | instance vm | region zone | production prod | development dev
  information info | statistics stats | difference diff delta | regular regex | pattern regex glob | match matches
  specification spec | implementation impl | reference manual | utility tool | helper util | maintain support | contributor author
  write author | wrote author | carriage crlf cr | newline linebreak eol lf crlf | nested nesting depth | redact mask censor sanitize | circular cyclic recursive cycle
  overwrite override clobber | vulnerability cve flaw weakness exploit | mitigation countermeasure protection | insecure unsafe unencrypted plaintext | share percentage percent proportion
  percentage percent share ratio | idle inactive unused | packet segment datagram frame | retransmit resend | acknowledge ack | buffer buf | subprocess child fork | symlink symbolic
  timezone tz utc | daily day | weekly week | monthly month | yearly annual annually year | money dollar euro usd eur
`;

/** Words that a question's word stands for, at most: more would drown it. */
const mostOfWord = 8;

let related: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/**
 * The terms of words that mean about the same as the words of a question, without those of the question.
 *
 * @example relatedTerms(['process']) // ['cpu', 'cor', 'program', 'execut', 'binary'], since a processor has the stem of a process
 */
export function relatedTerms(asked: Iterable<string>): readonly string[] {
  related ??= readGroups();
  const own = new Set(asked);
  const found = new Set<string>();
  for (const term of own) for (const other of related.get(term) ?? []) if (!own.has(other)) found.add(other);
  return [...found];
}

function readGroups(): ReadonlyMap<string, ReadonlySet<string>> {
  const byTerm = new Map<string, Set<string>>();
  for (const line of groups.split(/[|\n]/)) {
    const group = [...new Set(line.split(' ').flatMap(terms))].filter((term) => !stopTerms.has(term));
    for (const term of group) {
      const others = byTerm.get(term) ?? byTerm.set(term, new Set()).get(term)!;
      for (const other of group) if (other !== term && others.size < mostOfWord) others.add(other);
    }
  }
  return byTerm;
}
