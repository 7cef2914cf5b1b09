// Who may be a client: so many at once, since each has a worker. Not every browser says that the other end of a port has
// gone, so those who went without a word are found out when somebody else wants a place.

import type { ClientMessage } from "../../protocol/embedding.ts";
import { type AnsweredClient, answerClient, type ClientPort } from "./answer-client.ts";
import type { ClientSession } from "./client-model.ts";

const maxClients = 16;

type AdmittedPort = ClientPort & Pick<MessagePort, "addEventListener">;

/** Settles when the client has a place, or was refused one in words. */
export function createAdmission(
  open: (name: string) => Promise<ClientSession>,
): (port: AdmittedPort, origin: string) => Promise<void> {
  const clients = new Set<AnsweredClient>();
  let lastClient = 0;

  return async (port, origin) => {
    if (clients.size >= maxClients) await Promise.all(Array.from(clients, (client) => client.check()));
    if (clients.size >= maxClients) {
      const message = `${maxClients} clients are connected to this app already. Let those go that are done: close().`;
      port.postMessage({ type: "refused", message } satisfies ClientMessage);
      return port.close();
    }
    const name = `Client ${++lastClient} of ${origin}`;
    const client = answerClient(
      port,
      () => open(name),
      () => void clients.delete(client),
    );
    clients.add(client);
    port.addEventListener("close", client.end, { once: true });
  };
}
