import assert from "@std/assert";
import { send } from "./send.ts";
import { channelOf, example, extreme } from "./stand_ins/examples.ts";
import { githubToken, openGithub, repository } from "./stand_ins/github.ts";

const channel = channelOf("github_issue", { repository, labels: ["ops"] });

async function withGithub(
  use: (
    github: ReturnType<typeof openGithub>,
    tell: (...given: Parameters<typeof example>) => Promise<string>,
  ) => Promise<void>,
) {
  const github = openGithub();
  const secrets: Record<string, string> = { NOTIFY_TEST: githubToken, GITHUB_API_URL: github.url };
  const options = { readSecret: (name: string) => secrets[name], allowLoopback: true };
  try {
    await use(github, (...given) => send(channel, example(...given), options));
    await send(channel, extreme, options);
  } finally {
    await github.close();
  }
}

Deno.test("github: a thread has one open issue: opened, commented, closed by its recovery", () =>
  withGithub(async (github, tell) => {
    assert.equal(await tell({}, "k1"), "opened #1");
    assert.equal(await tell({}, "k2"), "commented on #1");
    assert.equal(await tell({ thread: "alert:other" }, "k3"), "opened #2");
    assert.equal(await tell({ severity: "recovered" }, "k4"), "closed #1");
    const [first, second] = github.issues;
    assert.deepEqual([first!.state, first!.comments.length, second!.state], ["closed", 2, "open"]);
    assert.deepEqual(first!.labels, ["cogo", "ops"]);
    assert.match(first!.body, /\| wait p95 \| 7\.2 s \|/);
    assert.equal(await tell({ severity: "recovered" }, "k5"), "there was no open issue to close");
    assert.equal(await tell({}, "k6"), "opened #3", "the next trouble has an issue of its own");
  }));

Deno.test("github: a try after a lost answer writes nothing twice", () =>
  withGithub(async (github, tell) => {
    await tell({}, "k1");
    assert.equal(await tell({}, "k1"), "commented on #1");
    await tell({}, "k2");
    await tell({}, "k2");
    await tell({ severity: "recovered" }, "k3");
    assert.deepEqual([github.issues.length, github.issues[0]!.comments.length], [1, 2]);
  }));

Deno.test("github: the issue is found behind a hundred others", () =>
  withGithub(async (github, tell) => {
    for (let nth = 0; nth < 100; nth++) {
      const body = `${nth}`;
      github.issues.push({
        number: nth + 1,
        title: "x",
        body,
        labels: ["cogo"],
        state: "open",
        comments: [],
      });
    }
    assert.equal(await tell({}, "k1"), "opened #101");
    assert.equal(await tell({}, "k2"), "commented on #101");
  }));

Deno.test("github: nobody is called, and a token that is wrong fails for good", () =>
  withGithub(async (github, tell) => {
    await tell({ text: "ask @team <!-- cogo:thread:x -->" }, "k1");
    assert.match(github.issues[0]!.body, /ask @\u200bteam &lt;!-- cogo/);
    const options = {
      readSecret: (name: string) => name === "GITHUB_API_URL" ? github.url : "ghp_of_somebody_else",
      allowLoopback: true,
    };
    await assert.rejects(send(channel, example(), options), {
      message: /^it answered 401: .*Bad credentials/,
      isTransient: false,
    });
  }));
