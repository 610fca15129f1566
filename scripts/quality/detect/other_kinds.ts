import type { Manifest } from "./manifest.ts";

const kinds: [RegExp, string][] = [
  [/^(pyproject\.toml|setup\.py|setup\.cfg|requirements\.txt)$/, "Python"],
  [/^Cargo\.toml$/, "Rust"],
  [/^go\.mod$/, "Go"],
  [/^(pom\.xml|build\.gradle(\.kts)?)$/, "Java or Kotlin"],
  [/^Gemfile$/, "Ruby"],
  [/^composer\.json$/, "PHP"],
  [/^(CMakeLists\.txt|configure\.ac|meson\.build)$/, "C or C++"],
  [/\.(csproj|sln)$/, ".NET"],
];

/** A sentence for a repository that is not JavaScript or TypeScript; null for one that may be. */
export function describeOtherKind({ npm, deno, files }: Manifest): string | null {
  if (npm || deno) return null;
  for (const [pattern, kind] of kinds) {
    const file = files.find((name) => pattern.test(name));
    if (file === undefined) continue;
    return `This is a ${kind} repository (${file}): only JavaScript and TypeScript can be checked.`;
  }
  return null;
}
