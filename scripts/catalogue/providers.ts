/** Our names of the providers that public lists call otherwise. */
const aliases: Readonly<Record<string, string>> = {
  "amazon-bedrock": "bedrock",
  "bedrock_converse": "bedrock",
  "gemini": "google",
  "google-vertex": "vertex",
  "hosted_vllm": "vllm",
  "mistral-ai": "mistral",
  "open-ai": "openai",
  "together-ai": "together",
  "together_ai": "together",
  "togetherai": "together",
  "vertex-ai": "vertex",
};

/** Our name of a list's provider. */
export function providerOf(name: string): string {
  return name.startsWith("vertex_ai") ? "vertex" : aliases[name] ?? name;
}

/** Whether a provider runs on the caller's own machines, where tokens have no price. */
export function isLocal(provider: string): boolean {
  return provider === "ollama" || provider === "vllm";
}
