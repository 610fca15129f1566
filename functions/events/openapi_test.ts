// needs: an environment of its own, which files that run beside each other share
import assert from "@std/assert";
import { errorCodes } from "../_shared/platform/errors.ts";
import { type Described, differences } from "../metrics/described.ts";
import events from "./index.ts";
import { post, shown, withAnswers } from "./project_of_tests.ts";

interface Answer {
  description: string;
  content: { "application/json": { schema: { $ref: string } } };
}
interface Document extends Described {
  paths: Record<string, Record<string, { responses: Record<string, Answer> }>>;
}

const file = new URL("../../docs/openapi/events.json", import.meta.url);
const document = JSON.parse(await Deno.readTextFile(file)) as Document;
const schemaOf = (answer: Answer) =>
  answer.content["application/json"].schema.$ref.split("/").at(-1) ?? "";

Deno.test("docs/openapi/events.json: its paths are the function's, and all are POST", async () => {
  const { body } = await post("/nothing");
  const told = [...body.hint.matchAll(/\/events(\/\S+?)[,.]?(?= |$)/g)].map(([, path]) => path);
  const described = Object.keys(document.paths).map((path) => path.replace("{name}", "NAME"));
  assert.deepEqual(described.sort(), told.sort());
  for (const [path, methods] of Object.entries(document.paths)) {
    assert.deepEqual(Object.keys(methods), ["post"], path);
    const url = `http://localhost/events${path.replace("{name}", "hook")}`;
    assert.equal((await events.fetch(new Request(url))).status, 405, path);
  }
});

Deno.test("docs/openapi/events.json: every word has its status, every answer its shape", async () => {
  for (const [path, { post: described }] of Object.entries(document.paths)) {
    for (const [status, answer] of Object.entries(described!.responses)) {
      assert.ok(document.components.schemas[schemaOf(answer)], `${path} ${status}`);
      if (status === "200") continue;
      for (const word of answer.description.split(/, | or /)) {
        const known: Record<string, { status: number }> = errorCodes;
        assert.equal(known[word]?.status, Number(status), `${path}: ${word}`);
      }
    }
  }
  const check = async (path: string, given: string, headers?: Record<string, string>) => {
    const { status, body } = await post(given, headers);
    const answer = document.paths[path]?.post?.responses[status];
    if (!answer) throw new Error(`${path} answers ${status}, which is not described`);
    assert.deepEqual(differences(document, schemaOf(answer), body), [], `${path} ${status}`);
    return status;
  };
  const answers = {
    claim_webhooks: { status: 200, body: [] },
    show_webhook_key: { status: 200, body: shown },
  };
  await withAnswers(answers, async () => {
    assert.equal(await check("/deliver", "/deliver"), 200);
    assert.equal(await check("/deliver", "/deliver", {}), 401);
    for (const act of ["secret", "rotate"]) {
      const path = `/webhooks/{name}/${act}`;
      assert.equal(await check(path, `/webhooks/hook/${act}`), 200);
      assert.equal(await check(path, `/webhooks/hook/${act}`, { apikey: "wrong" }), 401);
    }
  });
  await withAnswers(answers, async () => {
    assert.equal(await check("/deliver", "/deliver"), 503);
  }, "short");
});
