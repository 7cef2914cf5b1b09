// Why a package cannot be had, in words for whoever imports it.

import { cdnName } from "./cdn.ts";

export type PackageFailureKind =
  /** There is no connection to the CDN, and what is needed is not kept here. */
  | "unreachable"
  /** There is no such package, version or file. */
  | "missing"
  /** The CDN answers with an error. */
  | "refused"
  /** A web page comes instead of code. */
  | "page"
  /** What comes is no JavaScript. */
  | "no-code"
  | "too-large"
  /** The parser gives up on it. */
  | "too-deep"
  | "needs-node"
  /** It imports what the CDN did not put in. */
  | "incomplete"
  /** It imports from another host. */
  | "elsewhere"
  /** Its files import each other. */
  | "circle"
  /** What comes is not what came before. */
  | "changed";

export class PackageFailure extends Error {
  override readonly name = "PackageFailure";
  readonly kind: PackageFailureKind;
  constructor(kind: PackageFailureKind, detail = "") {
    super(detail);
    this.kind = kind;
  }
}

/** Of what is fetched for one import: more is no library for a page. */
export const packageLimits = { files: 100, bytes: 10_000_000 };

export function describeFailure({ kind, message: detail }: PackageFailure, specifier: string): string {
  const asked = `"${specifier}"`;
  switch (kind) {
    case "unreachable":
      return `${asked} could not be fetched: ${cdnName} does not answer, and this browser has not kept the package. Check the connection, then press Run.`;
    case "missing":
      return `${cdnName} has no ${asked}. Check the name, the version and the file.`;
    case "refused":
      return `${cdnName} answered with the error ${detail} instead of ${asked}. It may be out of order, or not able to prepare this package for a browser. Press Run to ask again.`;
    case "page":
      return `A web page came instead of ${asked}: a network that wants you to log in first may have sent it, or ${cdnName} is out of order. Open another site to see, then press Run.`;
    case "no-code":
      return `What ${cdnName} sent for ${asked} is no JavaScript, so it was not run.`;
    case "too-large":
      return `${asked} is too large: a package may have ${packageLimits.bytes / 1_000_000} MB in ${packageLimits.files} files.`;
    case "too-deep":
      return `${asked} is nested too deeply to be read here.`;
    case "needs-node":
      return `${asked} needs Node.js: it imports "${detail}", which browsers don't have. Look for a package that is made for browsers.`;
    case "incomplete":
      return `${asked} imports "${detail}", which ${cdnName} did not send along.`;
    case "elsewhere":
      return `${asked} imports code from ${detail}. Packages may load code from ${cdnName} only.`;
    case "circle":
      return `The files of ${asked} import each other in a circle, which can't be put together here.`;
    case "changed":
      return `What ${cdnName} sends for ${asked} is not what it sent when this playground first used it, so it was not run. If you trust the new files, use them; or write another version.`;
  }
}
