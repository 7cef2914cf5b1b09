// <interstate-app src="…" or code="…" title="…" theme="light|dark" eager>: an app in a page, as high as it needs to be. Unless
// it is eager, a button stands in its place, and nothing is loaded before somebody presses it.

import type { ViewMessage, ViewRequest } from "../protocol/embedding.ts";
import { type Connection, connectFrame, type Frame } from "./connection.ts";
import { style } from "./element-style.ts";

const timeoutMs = 60_000;
/** A page that grows without end is somebody's mistake. */
const maxHeightPx = 20_000;

/** null: where the site is, is not known. */
let site: string | null = null;

export function defineElement(siteAddress: string | null): void {
  site = siteAddress;
  // The script may have been loaded twice.
  if (!customElements.get("interstate-app")) customElements.define("interstate-app", InterstateApp);
}

export class InterstateApp extends HTMLElement {
  static readonly observedAttributes = ["src", "code", "title", "theme", "eager"];
  readonly #root = this.attachShadow({ mode: "open" });
  #frame: Frame | null = null;
  #view: Connection | null = null;

  connectedCallback(): void {
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#leave();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || before === now) return;
    const frame = this.#frame?.element;
    if (name === "theme" && frame) return this.#sayTheme();
    if (name === "title" && frame) frame.title = this.#title();
    else if (name !== "eager" || !frame) this.#draw();
  }

  /** Starts the app, if nobody has. Throws an Error with words if there is none to start. */
  run(): Frame {
    return this.#frame ?? this.#start();
  }

  #draw(): void {
    this.#leave();
    if (this.hasAttribute("eager")) this.#tryStart();
    else this.#root.replaceChildren(style(), this.#placeholder());
  }

  #placeholder(): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `Run ${this.#title()}`;
    button.addEventListener("click", () => {
      this.#tryStart();
      this.#frame?.element.focus();
    });
    return button;
  }

  #tryStart(): void {
    try {
      this.#start();
    } catch (error) {
      const problem = document.createElement("p");
      problem.setAttribute("role", "alert");
      problem.textContent = error instanceof Error ? error.message : String(error);
      this.#root.replaceChildren(style(), problem);
    }
  }

  #start(): Frame {
    const url = this.#address();
    const element = document.createElement("iframe");
    element.title = this.#title();
    element.allow = "clipboard-write; camera; microphone; fullscreen";
    element.src = url.href;
    this.#root.replaceChildren(style(), element);
    const frame = (this.#frame = { element, origin: url.origin });
    void this.#watch(frame);
    return frame;
  }

  #address(): URL {
    const [src, code] = [this.getAttribute("src"), this.getAttribute("code")];
    const address = src ?? (code === null ? null : this.#link(code));
    if (address === null) throw new Error("<interstate-app> needs the address of an app in src, or a program in code.");
    if (!URL.canParse(address, document.baseURI)) throw new Error(`<interstate-app>: src is no address: ${address}`);
    const url = new URL(address, document.baseURI);
    if (!/^https?:$/.test(url.protocol)) throw new Error(`<interstate-app>: src is no address of a site: ${address}`);
    const theme = this.#theme();
    if (theme) url.searchParams.set("theme", theme);
    return url;
  }

  #link(code: string): string {
    if (site !== null) return `${site}#src=${encodeURIComponent(code)}&view=app`;
    throw new Error("<interstate-app>: load interstate.js by a <script src> to use code, or give a link in src.");
  }

  /** Follows the height of what is in the frame, again after each time that it was loaded. */
  async #watch(frame: Frame): Promise<void> {
    while (this.#frame === frame) {
      // Nobody answers where no app is: then it stays as high as it is.
      const view = await connectFrame(frame, "view", timeoutMs).catch(() => null);
      if (!view) return;
      if (this.#frame !== frame) return view.end();
      this.#view = view;
      view.port.onmessage = ({ data }: MessageEvent<ViewMessage>) => {
        if (data.type === "height" && data.px > 0) frame.element.style.height = `${Math.min(data.px, maxHeightPx)}px`;
      };
      await view.left;
      view.port.close();
    }
  }

  #sayTheme(): void {
    this.#view?.port.postMessage({ type: "theme", theme: this.#theme() } satisfies ViewRequest);
  }

  #theme(): "light" | "dark" | null {
    const theme = this.getAttribute("theme");
    return theme === "light" || theme === "dark" ? theme : null;
  }

  #title(): string {
    return this.getAttribute("title") ?? "the app";
  }

  #leave(): void {
    this.#view?.end();
    this.#view = null;
    this.#frame = null;
    this.#root.replaceChildren();
  }
}
