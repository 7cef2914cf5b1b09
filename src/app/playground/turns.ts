// Whose turn it is: calls that must not run at the same time wait for each other, in the order in which they came. One
// resource goes by a name, and may be had by so many at once.

export interface Turns {
  /** Resolves with what gives the turn back. Rejects if the signal aborts first. `onPlace`: how many are before it. */
  enter(name: string, options: TurnOptions): Promise<() => void>;
}

export interface TurnOptions {
  readonly limit: number;
  readonly signal: AbortSignal;
  onPlace?(position: number, length: number): void;
}

interface Waiting {
  begin(): void;
  readonly onPlace: TurnOptions["onPlace"];
}

interface Resource {
  inside: number;
  waiting: Waiting[];
}

export function createTurns(): Turns {
  const resources = new Map<string, Resource>();

  function tellPlaces({ waiting }: Resource): void {
    waiting.forEach(({ onPlace }, i) => onPlace?.(i + 1, waiting.length));
  }

  function take(name: string, resource: Resource): () => void {
    resource.inside += 1;
    let isBack = false;
    return () => {
      if (isBack) return;
      isBack = true;
      resource.inside -= 1;
      resource.waiting.shift()?.begin();
      if (resource.inside === 0 && resource.waiting.length === 0) resources.delete(name);
      else tellPlaces(resource);
    };
  }

  return {
    enter(name, { limit, signal, onPlace }) {
      signal.throwIfAborted();
      const resource = resources.get(name) ?? { inside: 0, waiting: [] };
      resources.set(name, resource);
      if (resource.inside < limit && resource.waiting.length === 0) return Promise.resolve(take(name, resource));
      return new Promise((resolve, reject) => {
        const waiting: Waiting = {
          begin() {
            signal.removeEventListener("abort", leave);
            resolve(take(name, resource));
          },
          onPlace,
        };
        const leave = (): void => {
          resource.waiting = resource.waiting.filter((each) => each !== waiting);
          tellPlaces(resource);
          reject(signal.reason instanceof Error ? signal.reason : new Error("left the queue"));
        };
        signal.addEventListener("abort", leave, { once: true });
        resource.waiting.push(waiting);
        tellPlaces(resource);
      });
    },
  };
}
