/** What is asked of reliability and security: each check with its pass figure, and the threats that they stand against. Reviewed, not generated. */

export interface Check {
  readonly id: string
  readonly check: string
  readonly passes: string
  /** P: on each push; N: at night; R: before a release. */
  readonly runs: string
}

export const checks: readonly Check[] = [
  {
    id: 'C01',
    check:
      '`kill -9` the server 200 × on PGlite during referral writes (referral + event + audit + outbox in one transaction)',
    passes: '0 acknowledged writes lost; 0 half-written (4 tables equal); chain verifies; 0 failed reopen; ready ≤ 5 s',
    runs: 'N',
  },
  {
    id: 'C02',
    check: 'Same on PostgreSQL, killing postmaster and children 200 ×',
    passes: 'same',
    runs: 'N',
  },
  {
    id: 'C03',
    check:
      'Second opener of a PGlite directory (server+server, server+CLI, CLI+CLI) 100 tries; then kill -9 the holder and start again',
    passes:
      '100/100 refused in ≤ 2 s with exit ≠ 0 and a clear sentence; 0 writes lost; restart needs no manual step 100/100',
    runs: 'P, N',
  },
  {
    id: 'C04',
    check: 'SIGTERM under 50 req/s, 50 ×',
    passes: '0 acked lost, 0 connection resets without 503, exit ≤ 10 s',
    runs: 'N',
  },
  {
    id: 'C05',
    check: 'Disk full (64 MB tmpfs) and I/O error',
    passes: 'write refused 503/507, never acked; after freeing: reads ok, 0 corruption; 20 ×',
    runs: 'R',
  },
  {
    id: 'C06',
    check: 'Backup → restore into an empty place; PGlite → PostgreSQL move',
    passes: 'row hashes of all tables equal; chain verifies; ≤ 5 min for 100,000 companies',
    runs: 'N',
  },
  {
    id: 'C07',
    check: "Every migration on a copy of the last release's data, killed at random 50 ×",
    passes: 'always exactly old or new schema; 0 rows lost',
    runs: 'R',
  },
  {
    id: 'C08',
    check: 'Worker killed mid-job 100 ×; receiver answers 500 / hangs / duplicates',
    passes: 'each notice delivered ≥ 1, dedupe key makes 0 visible duplicates; re-delivery ≤ 60 s (not 4 h)',
    runs: 'N',
  },
  {
    id: 'C09',
    check: '1,000 POSTs, each sent 2–5 × in parallel with one Idempotency-Key, server killed in between',
    passes: 'exactly 1 effect each; replies identical; same key + other body → 422 in 100 %; in-flight duplicate → 409',
    runs: 'N',
  },
  {
    id: 'C10',
    check: 'Clock: TZ = UTC / Asia/Seoul; faketime at 12-31 23:59:58, 02-29, month end; clock stepping back 1 h',
    passes: '0 different deadlines or D-day; sequence numbers monotonic',
    runs: 'N',
  },
  {
    id: 'C11',
    check:
      'Retention: each record class carries one of 영구/준영구/30/10/5/3/1년 and starts next 1 January; personal data destroyed when due; legal hold; 접속기록 floor 1 or 2 y derived from column classes',
    passes:
      'with faketime over 31 years: 0 early, 0 later than 5 days, 0 class-less tables, destruction register complete',
    runs: 'N',
  },
  {
    id: 'C12',
    check:
      'Anonymous sweep: routes in router = operations in OpenAPI; every non-public one called without and with a broken token',
    passes: 'set difference 0; 100 % → 401; public list is a reviewed file',
    runs: 'P',
  },
  {
    id: 'C13',
    check:
      'Matrix: every operation × 9 roles × 9 relations (none, own, consent active / expired / withdrawn, referral sent / recalled / closed, delegate) against a table in the repo',
    passes: '0 leaks, 0 false refusals, 0 cells undefined; ≈ 5,000 cells ≤ 3 min',
    runs: 'P',
  },
  {
    id: 'C14',
    check:
      'Property level: a canary value in every private column; all bodies, headers, PDFs, CSVs, search suggestions, logs and error pages produced by the whole e2e run scanned',
    passes: '0 canaries outside the permitted role',
    runs: 'N',
  },
  {
    id: 'C15',
    check: 'Same matrix in SQL as role `app` (NOSUPERUSER, NOBYPASSRLS, not owner) + catalogue rules',
    passes:
      '0 leaks; 100 % tenant tables RLS enabled + forced; 100 % views `security_invoker`; 0 SECURITY DEFINER without fixed search_path; new table without policy fails the build',
    runs: 'P',
  },
  {
    id: 'C16',
    check: 'Withdrawal/recall raced with reads: 10,000 interleavings',
    passes:
      '0 reads answered after the withdrawal was acknowledged, on any path incl. download links, exports, DuckDB snapshot',
    runs: 'N',
  },
  {
    id: 'C17',
    check: 'Existence oracle: hidden vs non-existing id / business number, on read, create, search',
    passes: 'status, body, headers equal in 100 %; median time difference < 5 ms over 1,000 pairs',
    runs: 'N',
  },
  {
    id: 'C18',
    check: 'Limits: per key token bucket; lookup by business number; sign-in; password reset',
    passes: '429 with Retry-After at the stated count, 0 over-count with 16 parallel clients',
    runs: 'P',
  },
  {
    id: 'C19',
    check: 'Threat sweep: each T1–T15 has ≥ 1 test carrying its id; removing one fails the build',
    passes: '15/15',
    runs: 'P',
  },
  {
    id: 'C20',
    check: 'API key scope × creator role, all pairs; role change or transfer of an officer',
    passes: '0 keys above the creator; keys and sessions dead ≤ 60 s after transfer',
    runs: 'P',
  },
  {
    id: 'C21',
    check: 'Separation of duties: author ≠ approver (rules), proposer ≠ decider (referral bulk, export)',
    passes: '0 self-approvals in all paths incl. API and CLI',
    runs: 'P',
  },
  {
    id: 'C22',
    check: 'Referral machine vs reference model',
    passes:
      '10,000 runs × ≤ 50 commands, 0 divergence; 100 % legal transitions seen, 100 % illegal (state,event) pairs refused; 1,000 runs against PGlite',
    runs: 'P / N',
  },
  {
    id: 'C23',
    check: 'Races on PostgreSQL: 1,000 rounds two agencies accept/transfer; 200 rounds 32 awards on one budget',
    passes: 'exactly 1 winner, losers 409; budget never exceeded; 0 deadlocks surfaced as 5xx',
    runs: 'N',
  },
  {
    id: 'C24',
    check: 'Data-subject requests: access, correction, stop, withdrawal, explanation of an automated result',
    passes:
      'clock starts, 10-day deadline visible, answer contains the 5 items of 시행령 제41조①; 0 paths harder than sign-up',
    runs: 'P',
  },
  {
    id: 'C25',
    check: 'FEEL conformance',
    passes: '100 % of the declared subset of DMN-TCK level 2 (116) and 3 (3,354); unsupported list published',
    runs: 'N',
  },
  {
    id: 'C26',
    check:
      'Each published programme: ≥ 1 yes, ≥ 1 no, boundary on both sides for each criterion; mutation of each criterion (≥↔>, and↔or, ±1)',
    passes: '100 % criteria covered; ≥ 95 % mutants killed',
    runs: 'P',
  },
  {
    id: 'C27',
    check: 'Explanation: each "no" lists every failing criterion with legal basis; unknown input never yields "no"',
    passes: '0 exceptions in 10,000 random companies',
    runs: 'P',
  },
  {
    id: 'C28',
    check: 'Determinism: same facts + rule version + as-of date; re-run of all stored decisions after an upgrade',
    passes: 'byte-equal; 0 changed without a recorded rule change',
    runs: 'R',
  },
  {
    id: 'C29',
    check:
      'YAML corpus (≥ 30: alias bomb, depth 1,000 **× 3**, 20,000 keys, 50 MB, tags, merge keys, bad UTF-8, BOM, CRLF, duplicate keys) through API, CLI and import',
    passes: 'each refused ≤ 100 ms, RSS growth ≤ 100 MB, process alive, line/column in the message',
    runs: 'P',
  },
  {
    id: 'C30',
    check: 'Expressions: 10,000 generated + corpus (5,000 parens, loops 1e8, ReDoS, recursion)',
    passes: 'each ends ≤ 100 ms or is stopped; event loop delay ≤ 50 ms meanwhile; 0 process deaths',
    runs: 'P / N',
  },
  {
    id: 'C31',
    check: 'HTTP: 50 MB body, 100,000-deep JSON, 10,000 headers, bad Content-Length, slow clients × 500 for 60 s',
    passes: '413/400/431 ≤ 100 ms; p95 of normal users ≤ 2 ×',
    runs: 'N',
  },
  {
    id: 'C32',
    check: 'Every regex literal in source and in rules',
    passes: '0 reported vulnerable',
    runs: 'P',
  },
  {
    id: 'C33',
    check: 'Extra and `__proto__`/`constructor` fields on every write operation',
    passes: '0 accepted; Object.prototype unchanged',
    runs: 'P',
  },
  {
    id: 'C34',
    check: 'OpenAPI fuzz: 100,000 requests, half invalid, with state chains, as 3 roles',
    passes:
      '0 responses 5xx; 0 bodies against the schema; 0 undocumented status; 0 invalid data accepted; each ≤ 2 s; seed printed',
    runs: 'N',
  },
  {
    id: 'C35',
    check:
      'Files: EICAR, zip bomb 42.zip-like, polyglot, `../`, NUL and RTL names, wrong type, HWP/HWPX/XLSX/PDF with macro or external entity',
    passes: '0 served before "scan complete"; all served as attachment + nosniff; extraction ≤ limits',
    runs: 'N',
  },
  {
    id: 'C36',
    check: 'Stored XSS corpus (≥ 200) in every text field shown in every page; formula cells in every CSV/XLSX',
    passes: '0 executed (CSP report + hook); 0 cells starting with `= + - @ TAB` unescaped',
    runs: 'N',
  },
  {
    id: 'C37',
    check: 'DuckDB: file read, COPY, INSTALL, ATTACH, SET through every filter and report',
    passes: '0 succeed',
    runs: 'P',
  },
  {
    id: 'C38',
    check: 'Secrets and PII canaries in stdout, log files, traces, backups, DB files (encrypted columns)',
    passes: '0',
    runs: 'N',
  },
  {
    id: 'C39',
    check: 'SSRF: link check/webhook to loopback, RFC1918, link-local, IPv6-mapped, redirect, DNS change',
    passes: '0 connections at the local listener',
    runs: 'P',
  },
  {
    id: 'C40',
    check: '접속기록 completeness: 10,000 random operations over web, API and CLI by every role but the data subject',
    passes:
      'exactly one record each with all 5 fields (식별자, 접속일시, 접속지, 처리한 정보주체, 수행업무); 0 missing, 0 extra; if the log cannot be written the read fails; download without reason refused',
    runs: 'N',
  },
  {
    id: 'C41',
    check: 'Tampering: 1,000 random edits/deletes/swaps/inserts as superuser; tail cut after a checkpoint',
    passes: '1,000/1,000 found, first bad number named; tail cut found; verify 10^6 rows ≤ 10 s',
    runs: 'N',
  },
  {
    id: 'C42',
    check: 'Supply: `npm ci --ignore-scripts`; audit; licences; SBOM = node_modules; two builds',
    passes: '0 high/critical; 0 licences off the list; 0 SBOM gaps; identical SHA-256',
    runs: 'P / R',
  },
  {
    id: 'C43',
    check:
      'Accessibility: axe on every page × state (empty, error, long, 200 %) × 360/1280 px; keyboard-only through 5 journeys; `lang`, title, focus',
    passes: '0 violations of any impact, nothing ignored; `incomplete` list reviewed; 33/33 KWCAG items signed',
    runs: 'P / R',
  },
  {
    id: 'C44',
    check:
      'Load on 2 cores with PostgreSQL, 100,000 companies, 3,000 programmes: 150 req/s mixed 10 min; 3,555 submissions in 1 h on top; then 3 × overload',
    passes:
      'p95 ≤ 300 ms read, ≤ 600 ms write; 0 5xx at nominal; at overload only 429/503 and back to normal ≤ 10 s; 1 h soak RSS slope ≤ 5 MB/h; 0 lost',
    runs: 'N / R',
  },
  {
    id: 'C45',
    check:
      'Consent invariants (SQL): every cross-agency read cites a consent or legal basis valid at that instant; each consent row holds all 5 notice items of 제18조③ + text version; separate consents stored separately; refusing optional ones never blocks',
    passes: '0 violating rows after the e2e and the 10,000-op runs',
    runs: 'N',
  },
  {
    id: 'C46',
    check: 'Self-mapping: KISA 49, ASVS 5.0 L2, API Top 10, 안전성 확보조치 제5–13조, KWCAG 33',
    passes: '0 blank rows; each row → test id, config, or "operator"',
    runs: 'R',
  },
  {
    id: 'C47',
    check:
      'Headers, cookies, TLS of the shipped config; sessions: fixation, idle ≤ 30 min, logout kills, throttle after 5 failures',
    passes: '0 findings; testssl grade A',
    runs: 'R',
  },
]

export const threats: Readonly<Record<string, string>> = {
  T1: "Officer of A opens B's company without consent/referral by id, search, export, autocomplete, attachment link or DuckDB report",
  T2: 'Access continues after consent withdrawn, referral recalled, officer moved post, or through an old link/cache/snapshot',
  T3: '"Referral" used as a pretext: insider creates one to see a dossier',
  T4: 'Enumerating 사업자등록번호 to learn who applied, was rejected or is in trouble',
  T5: 'Rule author (or stolen author account) changes a criterion so one company fits / hangs the evaluator',
  T6: 'Decision or minutes rewritten after the fact; 접속기록 deleted by DBA',
  T7: 'Lost or doubled submission at deadline; acked then gone',
  T8: 'Two agencies accept the same referral, or budget awarded twice',
  T9: 'Hostile file: malware, zip bomb, XXE in DOCX/HWPX, path traversal, formula in CSV',
  T10: 'Parser/regex/nesting denial of service from one small request',
  T11: 'Stored XSS in programme text, company name, minutes → officer session',
  T12: 'SQL / DuckDB injection or file read through analytics filters',
  T13: 'API key or admin escalation; forgotten route without a guard',
  T14: 'Bulk download by an officer, or PII in logs, error pages, backups',
  T15: 'Poisoned dependency or release',
}
