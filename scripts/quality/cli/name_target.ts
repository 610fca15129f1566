import process from "node:process";
import { resolve } from "@std/path";
import { isGitUrl } from "../target/source.ts";
import { checkout } from "./connect.ts";

/**
 * The name under which a target is scheduled: git URLs as they are, folders as absolute paths
 * (relative ones are meant from where the person stands), this checkout as ".".
 */
export function nameTarget(target: string | undefined): string {
  if (target === undefined || target === ".") return ".";
  if (isGitUrl(target)) return target;
  const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), target);
  return path === checkout ? "." : path;
}
