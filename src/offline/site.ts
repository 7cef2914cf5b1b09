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
  /** Lets this version take the place of the one before, although tabs are open, as soon as the browser lets it. */
  | { readonly type: "take over" }
  /** Lets go of versions that no tab is of. */
  | { readonly type: "tidy" };

export interface KeepAnswer {
  readonly version: string;
  /** Whether all of it is kept. */
  readonly kept: boolean;
}

export interface TakeOverAnswer {
  /** Whether pages are of this version from now on, even while the browser has the one before answer them. */
  readonly chosen: boolean;
}

/** What the service worker asks a page, which answers with its version over the port. */
export interface VersionRequest {
  readonly type: "version";
}
