/** A provider with one model. */
export interface LaidModel {
  readonly provider: string;
  readonly model: string;
  readonly format: "openai" | "anthropic";
  readonly url: string;
  readonly host: string;
  readonly auth: "bearer" | "x-api-key";
}

/** SQL that lays providers with a priced model each; `source` says by whom. */
export function layModels(source: string, laid: readonly LaidModel[]): string {
  const rows = (row: (one: LaidModel) => string) => laid.map((one) => `(${row(one)})`).join(", ");
  return `
insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, auth_style, source, changed_at)
values ${
    rows(({ provider, format, url, host, auth }) =>
      `'${provider}', '${provider}', '${format}', '${url}', '{${host}}', '${auth}', '${source}', now()`
    )
  };
insert into cogo.llm_models (provider, model, context_tokens, source, changed_at)
values ${rows(({ provider, model }) => `'${provider}', '${model}', 8000, '${source}', now()`)};
insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, source, source_sha256, imported_at)
select model_id, '2020-01-01', 1000000000, 2000000000, '${source}', '', now() from cogo.llm_models;`;
}
