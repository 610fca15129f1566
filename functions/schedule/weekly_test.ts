// needs: an environment of its own, which files that run beside each other share
import assert from "@std/assert";
import { type Sent, withGateway } from "../_shared/platform/fake_gateway.ts";
import schedule from "./index.ts";

const secret = "sb_secret_of_the_schedule_test";
const reply = {
  run_id: "0b8ee4ab-6a9c-4a05-8c4b-2a4cb4a8ef10",
  job_id: 7,
  created: true,
  iso_week: "2026-W48",
  target: ".",
  run_number: 1,
  latest_run_number: 1,
  dry: false,
  verdict: null,
  plan: ["orchestrator.decide"],
};

function post(
  body: string,
  headers: Record<string, string>,
  path = "weekly",
): Promise<Response> {
  const address = `http://localhost/schedule/${path}`;
  const request = new Request(address, { method: "POST", body, headers });
  return Promise.resolve(schedule.fetch(request));
}

const ok = { status: 200, body: reply };
const withAnswer = (
  answer: { status: number; body: object },
  use: (sent: readonly Sent[]) => Promise<void>,
) => withGateway({ secret, answer: () => answer }, use);

for (
  const [how, headers] of [
    ["as a bearer", { authorization: `Bearer ${secret}` }],
    ["as apikey", { apikey: secret }],
  ] as [string, Record<string, string>][]
) {
  Deno.test(`weekly: a secret key ${how} opens a run`, () =>
    withAnswer(ok, async (sent) => {
      const response = await post("", headers);
      assert.equal(response.status, 201);
      assert.deepEqual(await response.json(), reply);
      const args = { target: ".", dry: false, run_number: 1 };
      assert.deepEqual(sent, [{ path: "/rest/v1/rpc/schedule_weekly", args, key: secret }]);
    }));
}

Deno.test("gate: opens the run that also tries fixers", () =>
  withAnswer(ok, async (sent) => {
    assert.equal((await post("", { apikey: secret }, "gate")).status, 201);
    assert.equal(sent[0]?.path, "/rest/v1/rpc/schedule_gate");
  }));

Deno.test("weekly: without a key the answer is 401 with the four fields", () =>
  withAnswer(ok, async (sent) => {
    const response = await post("{}", {});
    assert.equal(response.status, 401);
    const { code, details, message, hint } = await response.json();
    assert.deepEqual([code, details], ["PT401", "missing_key"]);
    assert.ok(message.length > 0 && hint.length > 0);
    assert.deepEqual(sent, []);
  }));

Deno.test("weekly: wrong keys and publishable keys are 401", () =>
  withAnswer(ok, async (sent) => {
    for (const key of ["sb_secret_wrong", "sb_publishable_of_the_test", "nonsense", "a.b.c"]) {
      for (const headers of [{ apikey: key }, { authorization: `Bearer ${key}` }]) {
        const response = await post("{}", headers as Record<string, string>);
        assert.equal(response.status, 401, key);
        await response.body?.cancel();
      }
    }
    assert.deepEqual(sent, []);
  }));

Deno.test("weekly: a body that does not fit is refused by field, before the database", () =>
  withAnswer(ok, async (sent) => {
    const bodies: [string, RegExp][] = [
      ["{", /the body/],
      ["[]", /the body/],
      ['{"iso_week": "today"}', /iso_week/],
      ['{"dry": "yes"}', /dry/],
      ['{"nonsense": 1}', /the body.*nonsense/],
    ];
    for (const [body, expected] of bodies) {
      const response = await post(body, { apikey: secret });
      assert.equal(response.status, 400, body.slice(0, 50));
      assert.match((await response.json()).message, expected);
    }
    const large = await post(`{"target": "${"x".repeat(20000)}"}`, { apikey: secret });
    assert.deepEqual([large.status, (await large.json()).details], [413, "payload_too_large"]);
    assert.deepEqual(sent, []);
  }));

Deno.test("weekly: what the database refuses comes through with its code and hint", () =>
  withAnswer({
    status: 400,
    body: { code: "PT400", message: "Cannot …", details: "bad_argument", hint: "Do this." },
  }, async () => {
    const response = await post('{"iso_week": "2025-W53"}', { apikey: secret });
    assert.equal(response.status, 400);
    assert.deepEqual(await response.json(), {
      code: "PT400",
      message: "Cannot …",
      details: "bad_argument",
      hint: "Do this.",
    });
  }));

Deno.test("weekly: other methods and paths are told so", async () => {
  const get = await schedule.fetch(new Request("http://localhost/schedule/weekly"));
  assert.equal(get.status, 405);
  const other = await schedule.fetch(new Request("http://localhost/schedule/daily"));
  assert.equal(other.status, 404);
});
