import { join } from "@std/path";

/** A package on which a gate run is tried. */
export interface GatePackage {
  /** With its exact version, so that figures compare. */
  name: string;
  /** What was added to the package before, in words; undefined: it is as it was published. */
  added?: string;
  add?(folder: string): Promise<void>;
}

const eslintConfig = `module.exports = [
  {
    files: ["**/*.js"],
    languageOptions: { sourceType: "commonjs" },
    rules: { "no-var": "error", "prefer-const": "error", "object-shorthand": "error" },
  },
];
`;

/** Adds ESLint with three rules, all of which it can mend. */
async function addEslint(folder: string): Promise<void> {
  await Deno.writeTextFile(join(folder, "eslint.config.js"), eslintConfig);
  const file = join(folder, "package.json");
  const manifest = JSON.parse(await Deno.readTextFile(file));
  manifest.scripts = { ...manifest.scripts, lint: "eslint ." };
  manifest.devDependencies = { ...manifest.devDependencies, eslint: "9.39.1" };
  await Deno.writeTextFile(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * Public packages that their own linter finds fault with: the first three ask for the newest
 * `standard`, which knows rules that it did not know when they were published.
 */
export const gatePackages: GatePackage[] = [
  { name: "magnet-uri@5.2.4" },
  { name: "parse-torrent@7.0.1" },
  { name: "buffer@5.2.1" },
  { name: "left-pad@1.3.0", added: "ESLint 9 and a configuration of three rules", add: addEslint },
];
