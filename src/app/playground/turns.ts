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
  readonly limit: number;
  begin(): void;
  readonly onPlace: TurnOptions["onPlace"];
}

interface Resource {
  /** The limits of those that have their turn. */
  inside: readonly number[];
  waiting: Waiting[];
}

export function createTurns(): Turns {
  const resources = new Map<string, Resource>();

  function tellPlaces({ waiting }: Resource): void {
    waiting.forEach(({ onPlace }, i) => onPlace?.(i + 1, waiting.length));
  }

  /** Those with different limits keep to the lowest. */
  function isFree({ inside }: Resource, limit: number): boolean {
    return inside.length < Math.min(limit, ...inside);
  }

  function take(name: string, resource: Resource, limit: number): () => void {
    resource.inside = [...resource.inside, limit];
    let isBack = false;
    return () => {
      if (isBack) return;
      isBack = true;
      resource.inside = resource.inside.toSpliced(resource.inside.indexOf(limit), 1);
      // A low limit that has gone may have kept several waiting.
      for (let [next] = resource.waiting; next && isFree(resource, next.limit); [next] = resource.waiting) {
        resource.waiting.shift();
        next.begin();
      }
      if (resource.inside.length === 0 && resource.waiting.length === 0) resources.delete(name);
      else tellPlaces(resource);
    };
  }

  return {
    enter(name, { limit, signal, onPlace }) {
      signal.throwIfAborted();
      const resource = resources.get(name) ?? { inside: [], waiting: [] };
      resources.set(name, resource);
      if (resource.waiting.length === 0 && isFree(resource, limit)) {
        return Promise.resolve(take(name, resource, limit));
      }
      return new Promise((resolve, reject) => {
        const waiting: Waiting = {
          limit,
          begin() {
            signal.removeEventListener("abort", leave);
            resolve(take(name, resource, limit));
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
