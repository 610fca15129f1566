import assert from "@std/assert";
import { judgeCommit } from "./check_deploy.ts";
import { openGitHub } from "./github.ts";

const commit = "a".repeat(40);

/** What GitHub would say, with the paths of what was asked. */
const sound = {
  [`compare/main...${commit}`]: { status: "behind" },
  [`commits/${commit}/statuses`]: [
    { context: "staging", state: "success" },
    { context: "staging", state: "failure" }, // older
  ],
  [`commits/${commit}/pulls`]: [{
    number: 7,
    merged_at: "2026-11-20T10:00:00Z",
    user: { login: "ada" },
  }],
  "pulls/7/reviews": [
    { state: "APPROVED", user: { login: "ada" } },
    { state: "CHANGES_REQUESTED", user: { login: "bob" } },
    { state: "APPROVED", user: { login: "bob" } },
    { state: "COMMENTED", user: { login: "bob" } },
  ],
};

async function judge(changes: Record<string, unknown>, fixers: string[] = []) {
  const answers: Record<string, unknown> = { ...sound, ...changes };
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, (request) => {
    const path = new URL(request.url).pathname.replace("/repos/one/two/", "");
    const token = request.headers.get("authorization");
    return path in answers && token === "Bearer t"
      ? Response.json(answers[path])
      : new Response("{}", { status: 404 });
  });
  try {
    const get = openGitHub({
      GITHUB_API_URL: `http://127.0.0.1:${server.addr.port}`,
      GITHUB_REPOSITORY: "one/two",
      GITHUB_TOKEN: "t",
    });
    const found = await judgeCommit(get, { commit, branch: "main", fixers });
    return found.map(({ holds }) => holds);
  } finally {
    await server.shutdown();
  }
}

Deno.test("deploy: a commit of main that staging took and another approved may go to production", async () => {
  assert.deepEqual(await judge({}), [true, true, true]);
  assert.deepEqual(await judge({}, ["bob", "eve"]), [true, true, true]);
});

Deno.test("deploy: a commit off main, red in staging, unmerged or approved by the wrong ones may not", async () => {
  const reviews = (...states: [string, string][]) => ({
    "pulls/7/reviews": states.map(([login, state]) => ({ state, user: { login } })),
  });
  assert.deepEqual(await judge({ [`compare/main...${commit}`]: { status: "diverged" } }), [
    false,
    true,
    true,
  ]);
  assert.deepEqual(await judge({ [`commits/${commit}/statuses`]: [] }), [true, false, true]);
  assert.deepEqual(await judge({ [`commits/${commit}/pulls`]: [] }), [true, true, false]);
  assert.deepEqual(await judge({}, ["eve"]), [true, true, false]);
  assert.deepEqual(await judge(reviews(["ada", "APPROVED"])), [true, true, false]);
  assert.deepEqual(
    await judge(reviews(["bob", "APPROVED"], ["bob", "CHANGES_REQUESTED"])),
    [true, true, false],
  );
});

Deno.test("deploy: what GitHub refuses is told, and a missing variable is named", async () => {
  await assert.rejects(judge({ "pulls/7/reviews": { message: "no" } }));
  const get = openGitHub({
    GITHUB_API_URL: "http://127.0.0.1:9",
    GITHUB_REPOSITORY: "one/two",
    GITHUB_TOKEN: "t",
  });
  await assert.rejects(judgeCommit(get, { commit, branch: "main", fixers: [] }));
  assert.throws(() => openGitHub({ GITHUB_REPOSITORY: "one/two" }), /GITHUB_TOKEN/);
});
