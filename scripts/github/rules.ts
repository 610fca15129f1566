import type { Problem } from "./lint_workflows.ts";
import { nameOf, type Workflow, type WorkflowJob } from "./read_workflows.ts";

/** What the rules compare workflows with. */
export interface Known {
  /** Names of scripts in package.json. */
  readonly scripts: readonly string[];
  /** Text of docs/MINIMAL_WORKFLOW.md. */
  readonly policy: string;
}

type Rule = (workflow: Workflow, known: Known) => string[];

const jobsOf = ({ jobs }: Workflow): [string, WorkflowJob][] => Object.entries(jobs);
const stepsOf = (workflow: Workflow) =>
  jobsOf(workflow).flatMap(([job, { steps }]) =>
    steps.map((step) => ({ step, where: `${job}: ${nameOf(step)}` }))
  );
const unique = (names: Iterable<string>) => [...new Set(names)].sort();
const secretsIn = (value: unknown) =>
  unique([...JSON.stringify(value ?? null).matchAll(/secrets\.(\w+)/g)].map(([, name]) => name!));

/** A full SHA, with the version that a person reads in a comment behind it. */
const pinned: Rule = ({ text }) =>
  [...text.matchAll(/^\s*-?\s*uses:[ ]*(\S+)(.*)$/gm)].flatMap(([, used = "", behind = ""]) =>
    used.startsWith("./") || /@[0-9a-f]{40}$/.test(used) && /^ # v\d+\.\d+\.\d+$/.test(behind)
      ? []
      : [`${used}${behind} is not pinned as owner/name@<40 hex digits> # vX.Y.Z`]
  );

/** Rights begin at reading and are widened by the job that needs more. */
const leastRights: Rule = ({ permissions }) =>
  typeof permissions === "object" &&
    Object.values(permissions).every((right) => right === "read" || right === "none")
    ? []
    : ["the top must have permissions, of read or none"];

const bounded: Rule = (workflow) =>
  jobsOf(workflow).filter(([, job]) => job.uses === undefined && !job["timeout-minutes"])
    .map(([name]) => `job ${name} has no timeout-minutes`);

const concurrent: Rule = ({ concurrency }) => concurrency ? [] : ["it has no concurrency"];

/** The default shell has no pipefail: `broken | tee file` would pass. */
const pipefail: Rule = ({ defaults }) =>
  defaults?.run.shell === "bash" ? [] : ["defaults.run.shell is not bash"];

const noCredentials: Rule = (workflow) =>
  stepsOf(workflow)
    .filter(({ step }) => step.uses?.startsWith("actions/checkout@"))
    .filter(({ step }) => step.with["persist-credentials"] !== false)
    .map(({ where }) => `${where} leaves credentials: persist-credentials: false`);

const scriptsExist: Rule = (workflow, { scripts }) =>
  stepsOf(workflow).flatMap(({ step, where }) =>
    [...(step.run ?? "").matchAll(/npm run (?:-\S+ )*([\w:]+)/g)].map(([, name]) => name!)
      .filter((name) => !scripts.includes(name))
      .map((name) => `${where} runs npm run ${name}, which package.json does not have`)
  );

/** What an expression puts into a script is run as a script. */
const noExpressionInScripts: Rule = (workflow) =>
  stepsOf(workflow).filter(({ step }) => step.run?.includes("${{"))
    .map(({ where }) => `${where} has \${{ }} in its script: hand it over in env`);

/** A secret is handed to the step that uses it, not to a whole job with all its packages. */
const secretsAtSteps: Rule = (workflow) => [
  ...secretsIn(workflow.env).map((name) => `secret ${name} is in the workflow's env`),
  ...jobsOf(workflow).flatMap(([job, { env }]) =>
    secretsIn(env).map((name) => `secret ${name} is in the env of job ${job}`)
  ),
];

const noForks: Rule = (workflow) => [
  ...("pull_request_target" in workflow.on ? ["pull_request_target runs with secrets"] : []),
  ...jobsOf(workflow).filter(([, job]) =>
    "pull_request" in workflow.on && secretsIn(job).length > 0 &&
    !job.if?.includes("head.repo.full_name == github.repository")
  ).map(([name]) => `job ${name} has secrets and does not leave pull requests of forks out`),
];

const documented: Rule = ({ text }, { policy }) =>
  unique([...text.matchAll(/\b(?:secrets|vars)\.([A-Z]\w+)/g)].map(([, name]) => name!))
    .filter((name) => !policy.includes(`\`${name}\``))
    .map((name) => `${name} is not in docs/MINIMAL_WORKFLOW.md`);

/** The house's own rules for workflows, by name. */
export const rules: Readonly<Record<string, Rule>> = {
  pinned,
  "least rights": leastRights,
  bounded,
  concurrent,
  pipefail,
  "no credentials": noCredentials,
  "scripts exist": scriptsExist,
  "no expression in scripts": noExpressionInScripts,
  "secrets at steps": secretsAtSteps,
  "no secrets for forks": noForks,
  documented,
};

/** What the rules find in a workflow. */
export function judge(workflow: Workflow, known: Known): Problem[] {
  return Object.entries(rules).flatMap(([rule, look]) =>
    look(workflow, known).map((message) => ({ file: workflow.file, rule, message }))
  );
}
