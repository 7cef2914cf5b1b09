// Puts the parts together for one tab: the open document, its room, the users with their workers, and what the shell shows
// of them. Decides nothing itself that a part can decide.

import { createEffect, createMemo, createResource, createRoot, createSignal } from "solid-js";
import { ok, type Result } from "../../base/result.ts";
import { createCompiledCache } from "../../drafts/compiled-cache.ts";
import { createExampleCache } from "../../drafts/example-cache.ts";
import { createFlagLog } from "../../drafts/flag-log.ts";
import { createDrafts, type Drafts } from "../../drafts/drafts.ts";
import type { OpenedExample } from "../../examples/index.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { SandboxWorker } from "../../sandbox/sandbox-worker.ts";
import type { Address } from "../../share/address.ts";
import { compiledFormat } from "../../protocol/compiled.ts";
import { lostSessions, readCarried, reloadAfter } from "./across-reload.ts";
import { appTitle } from "./app-title.ts";
import { type Build, createBuilds } from "./builds.ts";
import { messageOf } from "./call-errors.ts";
import { createCallProblems } from "./call-problems.ts";
import type { CarriedUser } from "./carried-user.ts";
import { createConsoleLog } from "./console-log.ts";
import type { Environment } from "./environment.ts";
import { createFlags } from "./flags.ts";
import { browserGoodbyes, createGoodbyes } from "./goodbyes.ts";
import { type Loading, loadModule } from "./load-module.ts";
import type { Playground } from "../model.ts";
import { createBringIn } from "./bring-in.ts";
import type { OwnLibrary } from "./library.ts";
import { keepTitle } from "./keep-title.ts";
import { createLateState } from "./late-state.ts";
import { loadOnce } from "./load-once.ts";
import { loadExample } from "./load-example.ts";
import { createNetworkAccess } from "./network-access.ts";
import { createNotices, sayStorage } from "./notices.ts";
import { createPackageAccess } from "./package-access.ts";
import { openDocument } from "./open-document.ts";
import { readStart, type Start } from "./start-document.ts";
import { refineMarks } from "./refine-marks.ts";
import type { Session } from "../../state/session.ts";
import { createPrograms } from "./programs.ts";
import { withWidgets } from "./with-widgets.ts";
import { createRooms } from "./rooms.ts";
import { createToastList, errorToast } from "./toast-list.ts";
import { createUser, type LiveUser, type UserHost } from "./user.ts";

/** How long typing must pause before the code is built. */
const typingPauseMs = 400;
const tidyAfterMs = 10_000;
const dayMs = 24 * 60 * 60_000;

/** The error says, for people, why there is nothing to open. */
export async function openPlayground(
  address: Address,
  environment: Environment,
  sandbox: Sandbox,
): Promise<Result<Playground, string>> {
  const drafts = createDrafts(environment);
  const start = await readStart(address, drafts);
  if (!start.ok) return start;
  const carried = await readCarried(environment);
  return ok(createRoot(() => createPlayground(environment, sandbox, drafts, { ...start.value, carried })));
}

interface Opening extends Start {
  readonly carried: readonly CarriedUser[] | null;
}

function createPlayground(environment: Environment, sandbox: Sandbox, drafts: Drafts, start: Opening): Playground {
  let shownTitle = () => start.title;
  const notices = createNotices();
  sayStorage(environment, notices);
  const document = openDocument(start, {
    drafts,
    channel: environment.rooms.channel,
    tab: environment.tab,
    shownTitle: () => shownTitle(),
    onReplaced: () => buildSoon(),
    onKeptApart({ id, of, isOpen }) {
      const other = isOpen ? of : id;
      const text = isOpen
        ? "Another tab has changed this playground meanwhile. What you typed is kept as a playground of its own: this one."
        : "Another tab had changed the playground that was open before. What you typed is kept as a playground of its own.";
      const run = () => document.visit({ kind: "draft", id: other, code: null, view: null });
      notices.say("warning", text, { label: "Open the other", run });
    },
  });
  const programs = createPrograms(createCompiledCache(environment.store, compiledFormat));
  const rooms = createRooms(environment, (error) => notices.say("error", error.message));
  const bringIn = createBringIn(start, { rooms, drafts, say: notices.say });
  // Who comes from the page before this one has it all already.
  if (start.carried?.length) bringIn.drop();
  const consoleLog = createConsoleLog();
  const toasts = createToastList(environment.now);
  const flags = createFlags(createFlagLog(environment));
  const [users, setUsers] = createSignal<readonly LiveUser[]>([]);
  const callProblems = createCallProblems(users);
  let lastUser = 0;
  let builtRevision = document.sourceRevision();
  let typing: ReturnType<typeof setTimeout> | undefined;
  let tidying: ReturnType<typeof setTimeout> | undefined;
  let askedExample = "";

  const network = createNetworkAccess({
    store: environment.store,
    channel: environment.rooms.channel,
    onChanged: () => build(false),
  });
  const packages = createPackageAccess({ ...environment, problems: () => builds.problems(), build });
  const builds = createBuilds(programs, {
    source: document.source,
    users,
    network: (program, room) => network.decide(program, room.id, document.room().from),
    packages: (program, { id }, options) => packages.get(program, id, document.room().from, options),
    async openRoom(program) {
      await bringIn.seed(program);
      return rooms.open(document.room(), program.hash);
    },
    ...{ isBehind: rooms.isBehind, holdStill: rooms.holdStill },
    releaseRoom: rooms.release,
    load: (user, build) => load(user, user.session(), build),
    onBuilt(build: Build) {
      rooms.enter(build.room);
      void orNotice(flags.enter(build.room.id));
      callProblems.clear();
      const revision = document.sourceRevision();
      state.loaded(build.program, build.reports, build.room, revision === builtRevision);
      builtRevision = revision;
      bringIn.arrive(users()[0]);
      tidySoon();
    },
  });

  const state = createLateState({
    ...{ ...environment, users, sandbox, rooms, orNotice },
    current: () => builds.current(),
  });

  // A draft may have begun as the example whose title it still has.
  const [original] = createResource(
    () => document.origin().kind === "draft" && document.beganAs(),
    (title) => loadExample(title).catch(() => null),
  );

  const library = loadOnce<OwnLibrary>(async () => {
    const { createLibrary } = await import("./library.ts");
    return createLibrary({ environment, drafts, document });
  });
  const sharing = loadOnce(async () => {
    const { createSharing } = await import("./sharing.ts");
    const model = await state.model();
    return createSharing({ document, title, users, build: builds.current, state: model, environment });
  });

  function load(user: { readonly number: number }, session: Session, build: Omit<Build, "reports">): Loading {
    const onWorker = (worker: SandboxWorker) =>
      void worker.onEvent((event) => {
        if (event.type === "toast") toasts.add(user.number, event.toast);
        if (event.type === "console") consoleLog.take(event, build.program, user.number);
      });
    return withWidgets(
      build.program,
      loadModule({ ...build, sandbox, session, user: `User ${user.number}`, onWorker }),
    );
  }

  const host: UserHost = {
    load(user, session) {
      const build = builds.current();
      if (!build) throw new Error("The code has not run yet: mend it, then press Run.");
      return load(user, session, build);
    },
    ended(user, result, loaded) {
      const toast = result.kind === "threw" ? errorToast(result.error) : null;
      if (toast) toasts.add(user.number, toast);
      callProblems.ended(user, result, loaded);
    },
    say: (user, text) =>
      consoleLog.add([{ level: "info", text, user: user.number, range: null, timeMs: environment.now() }], 0),
    flag: (call) => orNotice(flags.add(call)),
    examples: createExampleCache(environment.store),
    goodbyes: createGoodbyes({ ...browserGoodbyes(), locks: environment.rooms.locks, newId: environment.newId }),
    session: bringIn.session,
    closable: () => users().length > 1,
    close(user) {
      setUsers(users().filter((each) => each !== user));
      user.dispose();
    },
  };

  async function orNotice(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      notices.say("error", messageOf(error));
    }
  }

  function newUser(carried: CarriedUser | null = null): LiveUser {
    lastUser = carried?.number ?? lastUser + 1;
    const user = createUser(lastUser, host, carried);
    setUsers([...users(), user]);
    return user;
  }

  function setUserCount(count: number): void {
    for (const user of users()) user.dispose();
    lastUser = 0;
    setUsers([]);
    for (let i = 0; i < count; i++) newUser();
  }

  /** When there is time, and once a day in a tab that stays open. */
  function tidySoon(waitMs = tidyAfterMs): void {
    clearTimeout(tidying);
    tidying = setTimeout(() => {
      const room = builds.current()?.room.id;
      // It is for the browser's good only, and is done the next time.
      if (room !== undefined)
        void library()
          .then(({ tidy }) => tidy(room))
          .catch(() => undefined);
      tidySoon(dayMs);
    }, waitMs);
  }

  function buildSoon(): void {
    clearTimeout(typing);
    typing = setTimeout(() => build(true), typingPauseMs);
  }

  function build(patient: boolean): void {
    clearTimeout(typing);
    network.withdraw();
    void builds.build({ patient });
  }

  function open(example: OpenedExample): void {
    document.openExample(example);
    bringIn.drop();
    consoleLog.clear();
    toasts.clear();
    builds.forget();
    setUserCount(example.users);
    build(false);
  }

  const title = createMemo(() =>
    appTitle(users()[0]?.app() ?? null, {
      title: document.title(),
      named: document.named(),
      beganAs: document.beganAs(),
      isExample: document.origin().kind === "example",
      original: original() ?? null,
    }),
  );
  shownTitle = title;
  keepTitle(document, title, library);
  // Where code can be edited it is said what an edit has kept.
  createEffect(() => {
    if (document.view() !== "app") state.model().catch(() => undefined);
  });
  if (start.carried?.length) for (const user of start.carried) newUser(user);
  else setUserCount(document.users);
  if (start.carried?.length === 0) notices.say("warning", lostSessions);
  build(false);

  return {
    title,
    library,
    source: document.source,
    sourceRevision: document.sourceRevision,
    origin: document.origin,
    saved: document.saved,
    typedElsewhere: document.typedElsewhere,
    editHere: document.editHere,
    view: document.view,
    setView: document.setView,
    writeAddress: document.writeAddress,
    shareLink: (shared) => document.shareLink(shared),
    sharing,
    setSource(text) {
      if (text === document.source()) return;
      document.setSource(text);
      buildSoon();
    },
    build: builds.status,
    compiled: createMemo(() => {
      const [program, current] = [builds.compiled(), builds.current()];
      return program && program === current?.program ? { ...program, marks: refineMarks(current) } : program;
    }),
    problems: createMemo(() => [...builds.problems(), ...callProblems.all()]),
    run: () => build(false),
    stopBuild: builds.stop,
    network,
    packages,
    users,
    addUser() {
      const user = newUser();
      // Before the first build there is nothing to load; the build does it.
      if (builds.current()) void user.start();
    },
    async openClient(name) {
      const { openClientSession } = await import("../embedding/client-session.ts");
      const { current, status, problems } = builds;
      return openClientSession(name, {
        ...{ sandbox, goodbyes: host.goodbyes, build: current, status, problems },
        log: (event, program) => consoleLog.take(event, program, null),
      });
    },
    state: state.model,
    console: consoleLog,
    toasts,
    flags: { calls: flags.calls, clear: () => orNotice(flags.clear()) },
    notices: notices.all,
    dismissNotice: notices.dismiss,
    async openExample(name) {
      const asked = (askedExample = name);
      const example = await loadExample(name).catch(() => null);
      if (askedExample !== asked) return;
      if (example) open(example);
      else notices.say("error", "The example could not be loaded. Is the site still there?");
    },
    reloadAfter: (work) => reloadAfter(work, environment, document, users),
    tabs: rooms.tabs,
  };
}
