import assert from "node:assert/strict";
import { type Format, readList } from "./formats/read_list.ts";

const fixture = async (name: string) =>
  await Deno.readTextFile(new URL(`fixtures/${name}.json`, import.meta.url));

const named = (list: ReturnType<typeof readList>, model: string) =>
  list.models.find((of) => of.model === model);

const refuses = (content: unknown, words: RegExp, format?: Format, provider?: string) =>
  assert.throws(() => readList(JSON.stringify(content), format, provider), words);

Deno.test("LiteLLM: dollars per token, tiers, regions in names, and no price where 0 stands", async () => {
  const list = readList(await fixture("litellm"));
  assert.equal(list.format, "litellm");
  assert.deepEqual(named(list, "claude-sonnet-4-5-20250929-v1:0"), {
    provider: "bedrock",
    model: "claude-sonnet-4-5-20250929-v1:0",
    service: "chat",
    context_tokens: 200_000,
    max_output_tokens: 64_000,
    capabilities: ["tools", "vision", "json", "reasoning", "cache"],
    price: {
      input_price: 3_000_000_000,
      output_price: 15_000_000_000,
      cache_read_price: 300_000_000,
      cache_write_price: 3_750_000_000,
      cache_write_1h_price: 6_000_000_000,
      tiers: [{
        above: 200_000,
        input_price: 6_000_000_000,
        output_price: 22_500_000_000,
        cache_read_price: 600_000_000,
        cache_write_price: 7_500_000_000,
        cache_write_1h_price: 12_000_000_000,
      }],
    },
  });
  assert.equal(named(list, "openai/gpt-oss-20b")?.provider, "groq", "its prefix is its provider");
  assert.equal(named(list, "openai/gpt-oss-20b")?.price?.cache_read_price, 37_500_000);
  assert.equal(named(list, "gradient_ai/openai-gpt-4o")?.price, undefined, "no price is told");
  assert.ok(named(list, "codestral-latest"), "free for nobody:");
  assert.equal(named(list, "codestral-latest")?.price, undefined, "0 is not a price");
  assert.deepEqual(named(list, "mistral-embed")?.price, {
    input_price: 100_000_000,
    output_price: 0,
  });
  assert.equal(named(list, "mistral-embed")?.service, "embeddings");
  assert.deepEqual(list.skipped, [{ name: "dall-e-2", reason: "mode image_generation" }]);
});

Deno.test("LiteLLM: text that is a number is one, other text and negatives are refused by name", () => {
  const of = (more: object) => ({
    "x/y": {
      litellm_provider: "openai",
      mode: "chat",
      max_input_tokens: "8192",
      input_cost_per_token: "1.5e-06",
      output_cost_per_token: 2e-6,
      ...more,
    },
  });
  const [model] = readList(JSON.stringify(of({}))).models;
  assert.deepEqual([model?.context_tokens, model?.price?.input_price], [8192, 1_500_000_000]);
  refuses(of({ input_cost_per_token: "cheap" }), /x\/y\.input_cost_per_token/);
  refuses(of({ output_cost_per_token: "NaN" }), /x\/y\.output_cost_per_token/);
  refuses(of({ output_cost_per_token: -2e-6 }), /x\/y: output_price is negative/);
  refuses(of({ output_cost_per_token_above_200k_tokens: -1 }), /x\/y: output_price is negative/);
  const regional = { "bedrock/eu-west-1/z": { litellm_provider: "bedrock", mode: "chat" } };
  assert.deepEqual(
    readList(JSON.stringify(regional)).models.map(({ model, region }) => [model, region]),
    [["z", "eu-west-1"]],
  );
});

Deno.test("Portkey: cents per token, of the provider that is named, 0 beside others is not told", async () => {
  const list = readList(await fixture("portkey-deepseek"), undefined, "deepseek");
  assert.equal(list.format, "portkey");
  assert.deepEqual(list.models, [
    {
      provider: "deepseek",
      model: "deepseek-v4-flash",
      price: { input_price: 140_000_000, output_price: 280_000_000, cache_read_price: 2_800_000 },
    },
    { provider: "deepseek", model: "whisper-large-v3" },
  ]);
  refuses(JSON.parse(await fixture("portkey-deepseek")), /--provider/);
  const yen = { m: { pricing_config: { currency: "JPY" } } };
  refuses(yen, /m: its prices are in JPY/, undefined, "x");
});

Deno.test("OpenRouter: dollars per token as text, -1 is no price, and only :free is free", async () => {
  const list = readList(await fixture("openrouter"));
  assert.equal(list.format, "openrouter");
  assert.equal(named(list, "openrouter/auto")?.price, undefined, "whatever it chooses");
  assert.deepEqual(named(list, "openai/gpt-4.1"), {
    provider: "openrouter",
    model: "openai/gpt-4.1",
    service: "chat",
    context_tokens: 1_047_576,
    max_output_tokens: 32_768,
    capabilities: ["tools", "vision", "json", "cache"],
    price: {
      input_price: 2_000_000_000,
      output_price: 8_000_000_000,
      cache_read_price: 500_000_000,
    },
  });
  assert.deepEqual(named(list, "qwen/qwen3-4b:free")?.price, { input_price: 0, output_price: 0 });
  const of = (pricing: object) => ({ data: [{ id: "a/b", context_length: 8, pricing }] });
  const [half] = readList(JSON.stringify(of({ prompt: "0.000001" }))).models;
  assert.equal(half?.price, undefined, "half a price is none");
  const [zero] = readList(JSON.stringify(of({ prompt: "0", completion: "0" }))).models;
  assert.equal(zero?.price, undefined, "nor is 0 of a model that is not called free");
  const [paid] = readList(
    JSON.stringify(of({ prompt: "1e-6", completion: "2e-6", request: "0.005" })),
  ).models;
  assert.equal(paid?.price?.request_price, 5_000_000, "half a cent a request");
  refuses(of({ prompt: "-0.5", completion: "1" }), /a\/b: input_price is negative/);
  refuses(of({ prompt: "free", completion: "1" }), /data\[0\]\.pricing\.prompt/);
});

Deno.test("models.dev: dollars per million tokens, long inputs dearer, subscriptions without a price", async () => {
  const list = readList(await fixture("models_dev"));
  assert.equal(list.format, "models.dev");
  assert.deepEqual(named(list, "gemini-2.5-pro"), {
    provider: "google",
    model: "gemini-2.5-pro",
    service: "chat",
    family: "gemini-pro",
    context_tokens: 1_048_576,
    max_output_tokens: 65_536,
    capabilities: ["tools", "vision", "reasoning", "cache"],
    price: {
      input_price: 1_250_000_000,
      output_price: 10_000_000_000,
      cache_read_price: 125_000_000,
      tiers: [{
        above: 200_000,
        input_price: 2_500_000_000,
        output_price: 15_000_000_000,
        cache_read_price: 250_000_000,
      }],
    },
  });
  assert.equal(named(list, "gpt-4o")?.price, undefined, "0 of a subscription is no price");
  const tiered = {
    openai: {
      models: {
        a: {
          id: "a",
          cost: { input: 10, output: 50, tiers: [{ tier: { size: 272_000 }, input: 20 }] },
        },
      },
    },
  };
  assert.deepEqual(readList(JSON.stringify(tiered)).models[0]?.price?.tiers, [
    { above: 272_000, input_price: 20_000_000_000 },
  ]);
});

Deno.test("our own format: dollars per million tokens, and every stray word is refused by row", () => {
  const of = (model: object, more: object = {}) => ({
    format: "cogo-catalogue/1",
    source: "a contract",
    models: [{ provider: "vllm", model: "m", context_tokens: 8192, ...model }],
    ...more,
  });
  const price = { input: 0.3, output: 1.1, cache_write_1h: 0.5, per_request: 0.001 };
  const list = readList(JSON.stringify(
    of({ price: { ...price, tiers: [{ above: 1000, input: 0.6 }] } }),
  ));
  assert.deepEqual([list.format, list.source], ["cogo", "a contract"]);
  assert.deepEqual(list.models[0]?.price, {
    input_price: 300_000_000,
    output_price: 1_100_000_000,
    cache_write_1h_price: 500_000_000,
    request_price: 1_000_000,
    tiers: [{ above: 1000, input_price: 600_000_000 }],
  });
  refuses(of({ price: { input: 1 } }), /models\[0\]\.price\.output/);
  refuses(of({ price: { input: -1, output: 1 } }), /models\[0\]\.price\.input/);
  refuses(of({ price: { input: "1", output: 1 } }), /models\[0\]\.price\.input/);
  refuses(of({ price: { input: 10_001, output: 1 } }), /models\[0\]\.price\.input/);
  refuses(of({ price: { input: 1, output: 1, cached: 1 } }), /models\[0\]\.price.*cached/);
  refuses(of({ contxt: 1 }), /models\[0\].*contxt/);
  refuses(of({}, { providers: [{ provider: "x" }] }), /providers\[0\]/);
  refuses(of({}, { modles: [] }), /the file.*modles/);
  refuses(of({}, { format: "cogo-catalogue/2" }), /the file\.format/);
});

Deno.test("what is no list is refused, and no format is guessed for it", () => {
  assert.throws(() => readList("{"), /no JSON/);
  for (const content of [[], {}, { a: 1 }, null, 7, { data: [] }]) refuses(content, /--format/);
  refuses([], /the file/, "litellm");
});
