/* The service worker, bundled with Workbox by scripts/handbook/offline.py, which sets RELEASE and SHELL.
 *
 * One rule: what a document loads is of the document's own release. Every page names its release in a meta tag, and
 * offline.json, the list of this release, has the hash of every other file. Only what belongs to RELEASE is kept.
 *
 * - A navigation asks the network first and falls back to the page kept, then to the offline page.
 * - Which release each open document has is written down. A document of RELEASE gets the files that are kept, or those
 *   of the network if their hash is right. Any other document (a newer release is out) gets what the network has, and
 *   nothing from here.
 * - A newer worker brings along what was kept (anew where it changed) and waits until no document of this release is
 *   open, so that the next visit is of the new release as a whole. */

import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst } from "workbox-strategies";

const SCOPE = new URL(self.registration.scope);
const CACHE = `handbook-${RELEASE}`, CLIENTS = "handbook-clients";
const LIST = new URL("offline.json", SCOPE).href, OFFLINE = new URL("offline.html", SCOPE).href;
const AT_ONCE = 6;

/* ---- What belongs to this release --------------------------------------------------------------------------------- */

const nameOf = url => new URL(url).pathname.slice(SCOPE.pathname.length).replace(/(^|\/)index\.html$/, "$1");
const addressOf = name => new URL(name, SCOPE).href;
const isPage = name => name === "" || /(\/|\.html)$/.test(name);

let list = null;
function files() {
  list ??= readList();
  list.catch(() => { list = null; });
  return list;
}
async function readList() {
  const cache = await caches.open(CACHE), kept = await cache.match(LIST);
  const answer = kept ?? (await fetch(LIST, { cache: "no-cache" })), copy = answer.clone(), found = await answer.json();
  if (found.release !== RELEASE) throw new Error(`offline.json is of release ${found.release}, this worker of ${RELEASE}`);
  if (!kept) await cache.put(LIST, copy);
  return found.files;
}

/* The release that a page names in its head; reads no further than it must. */
async function releaseOf(response) {
  const reader = response.clone().body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    text += value ?? "";
    const found = /<meta name="release" content="(\w+)">/.exec(text);
    if (found || done || text.includes("</head>")) {
      reader.cancel().catch(() => {});
      return found?.[1] ?? "";
    }
  }
}
async function hashOf(response) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  return [...bytes.slice(0, 6)].map(byte => byte.toString(16).padStart(2, "0")).join("");
}
async function genuine(name, response) {
  return isPage(name) ? (await releaseOf(response)) === RELEASE : (await hashOf(response)) === (await files())[name]?.[0];
}

/* What the browser's own cache has may be of another release: ask the server before giving up. */
async function checked({ request, response, event }) {
  const name = nameOf(request.url);
  if (response.status !== 200 || (await genuine(name, response))) return response;
  const fresh = await fetch(request.url, { cache: "reload" });
  if (fresh.status === 200 && (await genuine(name, fresh))) return fresh;
  superseded();
  if (!isPage(name) && event.clientId) (await self.clients.get(event.clientId))?.postMessage({ type: "superseded" });
  return Response.error(); /* for a page, the theme then asks the browser to open it, and so the newer release */
}
const keyed = { cacheKeyWillBeUsed: async ({ request }) => addressOf(nameOf(request.url)) };
const ok = { cacheWillUpdate: async ({ response }) => (response.status === 200 ? response : null) };
const kept = new CacheFirst({ cacheName: CACHE, plugins: [keyed, ok, { fetchDidSucceed: checked }] });
const read = new NetworkFirst({ cacheName: CACHE, networkTimeoutSeconds: 4, plugins: [keyed, ok, { fetchDidSucceed: checked }] });
const visited = new NetworkFirst({
  cacheName: CACHE,
  networkTimeoutSeconds: 4,
  plugins: [keyed, {
    requestWillFetch: async ({ request }) => new Request(request.url, { cache: "no-cache", redirect: "manual", credentials: "same-origin" }),
    cacheWillUpdate: async ({ response }) => (response.status === 200 && (await releaseOf(response)) === RELEASE ? response : null),
  }],
});

/* A newer release is out: look for its worker, at most once a minute. */
let looked = 0;
function superseded() {
  if (Date.now() - looked < 60_000) return;
  looked = Date.now();
  self.registration.update().catch(() => {});
}

/* ---- Open documents and their releases ---------------------------------------------------------------------------- */

const known = new Map();
const place = id => addressOf(`open-documents/${id}`);
async function note(id, release) {
  known.set(id, release);
  await (await caches.open(CLIENTS)).put(place(id), new Response(release));
}
async function releaseOfClient(id) {
  if (!known.has(id)) {
    const written = await (await caches.open(CLIENTS)).match(place(id));
    if (written) known.set(id, await written.text());
  }
  return known.get(id);
}
async function forget() {
  const cache = await caches.open(CLIENTS);
  for (const request of await cache.keys()) {
    const id = nameOf(request.url).split("/").pop();
    if (!(await self.clients.get(id))) {
      known.delete(id);
      await cache.delete(request);
    }
  }
}

/* ---- Requests ----------------------------------------------------------------------------------------------------- */

const inside = ({ url }) => url.origin === SCOPE.origin && url.pathname.startsWith(SCOPE.pathname);

registerRoute(
  options => options.request.mode === "navigate" && inside(options) && isPage(nameOf(options.url)),
  async ({ request, event }) => {
    let response;
    try {
      response = await visited.handle({ request, event });
    } catch {
      response = (await caches.match(OFFLINE, { cacheName: CACHE })) ?? Response.error();
    }
    if (response.status !== 200) return response;
    const release = await releaseOf(response);
    if (event.resultingClientId) event.waitUntil(note(event.resultingClientId, release));
    if (release !== RELEASE) superseded();
    return response;
  },
);

registerRoute(
  options => options.request.mode !== "navigate" && inside(options) && nameOf(options.url) !== "sw.js",
  async ({ request, event }) => {
    const name = nameOf(request.url);
    if ((await releaseOfClient(event.clientId)) !== RELEASE) return fetch(new Request(request, { cache: "no-cache" })); /* the browser's cache may be older, too */
    if (!(await files())[name]) return fetch(request);
    if (event.resultingClientId) event.waitUntil(note(event.resultingClientId, RELEASE)); /* the search's worker */
    return (isPage(name) ? read : kept).handle({ request, event });
  },
);

/* ---- Coming and going --------------------------------------------------------------------------------------------- */

self.addEventListener("install", event => event.waitUntil(install(event)));
async function install(event) {
  await files();
  await keep(SHELL.map(addressOf), event, true);
  await inherit(event);
}

/* Keep these addresses, some at a time; if ``all`` must be had, one that fails is an error. */
async function keep(urls, event, all = false) {
  const waiting = [...urls];
  const one = async () => {
    for (let url; (url = waiting.shift()); ) {
      try {
        const [answer, written] = kept.handleAll({ request: new Request(url), event });
        const { status } = await answer;
        await written;
        if (status !== 200) throw new Error(`${url}: ${status}`);
      } catch (error) {
        if (all) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/* What an earlier release kept stays kept: unchanged files as they are, changed ones anew. */
async function inherit(event) {
  const now = await files(), cache = await caches.open(CACHE), changed = new Set();
  for (const name of await caches.keys()) {
    if (!name.startsWith("handbook-") || name === CACHE || name === CLIENTS) continue;
    const old = await caches.open(name), before = await (await old.match(LIST))?.json();
    for (const request of before ? await old.keys() : []) {
      const file = nameOf(request.url);
      if (!now[file] || (await cache.match(request))) continue;
      if (now[file][0] !== before.files[file]?.[0]) changed.add(request.url);
      else await cache.put(request, await renamed(file, await old.match(request), before.release));
    }
  }
  if (!navigator.connection?.saveData) await keep(changed, event);
}
async function renamed(name, response, release) {
  if (!isPage(name)) return response;
  const text = (await response.text()).replace(`<meta name="release" content="${release}">`, `<meta name="release" content="${RELEASE}">`);
  return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

self.addEventListener("activate", event => event.waitUntil(activate()));
async function activate() {
  for (const name of await caches.keys()) if (name.startsWith("handbook-") && name !== CACHE && name !== CLIENTS) await caches.delete(name);
  await forget();
  await self.clients.claim();
}

/* A page says which release it is of, and what it loaded before this worker was there. */
self.addEventListener("message", event => {
  const { type, release, loaded = [] } = event.data ?? {};
  if (type === "here") event.waitUntil(here(event, release, loaded));
  else if (type === "settle") event.waitUntil(settle());
  else if (type === "take over") self.skipWaiting();
});
async function here(event, release, loaded) {
  const { source } = event;
  await forget();
  if (!(await releaseOfClient(source.id))) await note(source.id, release);
  if ((await releaseOfClient(source.id)) === RELEASE) {
    const now = await files();
    await keep(loaded.filter(url => url.startsWith(SCOPE.href) && now[nameOf(url)]), event);
  }
  source.postMessage({ type: "ready", release: RELEASE });
}

/* A worker that waits may take over once every open document is of another release than this one. */
async function settle() {
  await forget();
  const open = await self.clients.matchAll({ type: "window" });
  const releases = await Promise.all(open.map(client => releaseOfClient(client.id)));
  if (releases.every(release => release && release !== RELEASE)) self.registration.waiting?.postMessage({ type: "take over" });
}
