/** What `--help` prints. */
export const usage = (command: string, source: string) =>
  `npm run -s ${command} -- [options]

Holds the project's quality runs and operation against bounds: ${source}.

  --min-pass N       at least so many percent of the closed runs passed (70; GATE_MIN_PASS_PCT)
  --window-days N    of the last N days (30; GATE_WINDOW_DAYS)
  --min-runs N       fewer closed runs are not enough data (1; GATE_MIN_RUNS)
  --max-fail N       at most so many percent of the ended jobs failed for good (5)
  --max-wait-ms N    nine of ten jobs began within this time (5000)
  --min-decisions N  at least so many percent of the tried routing decisions ended in an answer (85)
  --strict           an operational gate without data is not enough data
  --url, --key       the project and a secret key (default: SUPABASE_URL and SUPABASE_SECRET_KEY or
                     SUPABASE_SERVICE_ROLE_KEY, else the stack that npm start runs)
  --data DIR         data folder of the local stack (default .cogo)
  --json             the judgement as one JSON object
  --help             this text

GITHUB_STEP_SUMMARY: a table is appended to that file.

Exit codes: 0 passed, 1 a gate failed, 2 wrong usage, 3 not enough data, 4 the project refused or
does not know the summary, 7 nobody answers. More: docs/guides/quality-gate.md`;
