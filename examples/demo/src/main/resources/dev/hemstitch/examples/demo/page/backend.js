// What the page asks of the demo: the catalogue, the state of the processes, faults, and the beacon log.

async function ask(path, options = {}) {
  const answer = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(5000), ...options });
  const body = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) {
    throw new Error(body.error ?? `${path} answers ${answer.status}`);
  }
  return body;
}

function send(method, path, value) {
  return ask(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) });
}

export const titles = async () => (await ask("/catalog/titles")).titles;
export const title = (id) => ask(`/catalog/titles/${encodeURIComponent(id)}`);
export const moveTitle = (id, service) => send("PUT", `/catalog/titles/${encodeURIComponent(id)}/service`, { service });
export const state = () => ask("/state");
export const setFault = (part, mode) => send("POST", `/${part}/fault`, { mode });
/** Starting takes a second or two. */
export const switchService = (name, action) =>
  ask(`/services/${name}/${action}`, { method: "POST", signal: AbortSignal.timeout(40000) });
export const beaconsAfter = (number) => ask(`/ads/log?after=${number}`);
