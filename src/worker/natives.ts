// What the runtime uses of the platform, taken before the person's module runs in the same realm: code that replaces
// `setTimeout` or `postMessage` by accident shall not break its own app. It is no defence against code that means harm.

const { MessageChannel } = globalThis;
const readClock = performance.now.bind(performance);
const startTimer = globalThis.setTimeout.bind(globalThis);

export function nowMs(): number {
  return readClock();
}

export function afterMs(delayMs: number, then: () => void): void {
  startTimer(then, delayMs);
}

/** Gives a port its own way to post, which stays the platform's whatever becomes of the prototype. */
export function keepNativePost(port: MessagePort): MessagePort {
  port.postMessage = MessagePort.prototype.postMessage.bind(port);
  return port;
}

/** Waits until the event loop has turned, so that messages which wait are taken in. Timers would take 4 ms. */
export function createTurn(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  keepNativePost(port1);
  const waiting: (() => void)[] = [];
  port2.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port1.postMessage(null);
    });
}
