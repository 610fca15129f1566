import assert from "@std/assert";
import { lintIssues } from "./lint_report.ts";

Deno.test("db lint: issues are told by function; only what follows from dynamic SQL is left out", () => {
  const report = JSON.stringify([
    {
      function: "cogo.depths",
      issues: [
        { message: "cannot determinate a result of dynamic SQL", detail: "There is a risk." },
        { message: 'record "found" is not assigned yet', detail: "Indeterminate." },
        { message: "relation t does not exist" },
      ],
    },
    { function: "cogo.level_age", issues: [{ message: 'unused parameter "at"' }] },
    { function: "cogo.age", issues: [{ message: 'unused parameter "at"' }] },
    { function: "cogo.plain", issues: [{ message: 'record "row" has no field "x"' }] },
  ]);
  assert.deepEqual(lintIssues(report), [
    "cogo.depths: relation t does not exist",
    'cogo.age: unused parameter "at"',
    'cogo.plain: record "row" has no field "x"',
  ]);
  assert.deepEqual(lintIssues("\n"), []);
});
