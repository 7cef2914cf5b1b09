// What page and service worker say to each other, and what the build tells the service worker.

export interface Site {
  /** Of the whole build; it stands in index.html, too. */
  readonly version: string;
  /** Every file that is kept, by its path under the site, with the hash it must have; none for index.html, whose path is "". */
  readonly files: Readonly<Record<string, string>>;
}

/** What the page asks the service worker; the answers to "keep" and "take over" come over the port. */
export type WorkerRequest =
  /** Sees to it that all is kept. */
  | { readonly type: "keep" }
  /** Has pages be of this version from now on, although tabs of the one before are open. */
  | { readonly type: "take over" }
  /** Lets go of versions that no tab is of, besides one: that of the service worker that still answers. */
  | { readonly type: "tidy"; readonly besides: string | null };

export interface KeepAnswer {
  readonly version: string;
  /** Whether all of it is kept. */
  readonly kept: boolean;
}

export interface TakeOverAnswer {
  /** Whether they are, by the service worker of the one before. If not, once the browser lets this one take its place. */
  readonly chosen: boolean;
}

/** What the service worker asks a page, which answers with its version over the port. */
export interface VersionRequest {
  readonly type: "version";
}
