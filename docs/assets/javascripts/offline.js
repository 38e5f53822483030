/* Reading without a network. In: this build's service worker (sw.js) and its list of files (offline.json). Out: the worker's
   registration, a notice when a newer release is out, the panel of the downloads page, the list on the offline page. */

const OFF = "handbook.offline", AT_ONCE = 6;
const root = globalThis.__md_scope;
const worker = globalThis.isSecureContext ? navigator.serviceWorker : undefined; /* absent in some private windows, and without https */
let release = "", ready = null;

const off = () => { try { return localStorage.getItem(OFF) === "off"; } catch { return false; } };
const turn = on => { try { on ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "off"); } catch { /* storage is blocked: it is asked again */ } };

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) typeof value === "function" ? made.addEventListener(name, value) : made.setAttribute(name, value);
  made.append(...children);
  return made;
}
const button = (text, click) => element("button", { type: "button", class: "md-button", click }, text);

/* Registers the worker, unless the reader removed it; settles when it knows this document. */
export function start(own, again = false) {
  release = own;
  if (!worker || (off() && !again)) return Promise.reject(new Error("not registered"));
  turn(true);
  ready ??= register();
  ready.catch(() => { ready = null; });
  return ready;
}
async function register() {
  const known = new Promise(done => worker.addEventListener("message", ({ data }) => (data.type === "ready" ? done(data.release) : notice())));
  const early = !worker.controller;
  /* what this document loaded before the worker was there is kept, too */
  const loaded = () => (early ? [location.href, ...performance.getEntriesByType("resource").map(entry => entry.name)] : []).map(url => url.split("#")[0]);
  const here = () => worker.controller?.postMessage({ type: "here", release, loaded: loaded() });
  worker.addEventListener("controllerchange", here);
  const registration = await worker.register(new URL("sw.js", root));
  here();
  const settle = () => registration.waiting && registration.active?.postMessage({ type: "settle" });
  const watch = () => registration.installing?.addEventListener("statechange", settle);
  registration.addEventListener("updatefound", watch);
  watch();
  settle();
  return known;
}
function notice() {
  if (document.querySelector(".newer-release")) return;
  document.body.append(element("div", { class: "newer-release md-typeset", role: "status" }, "A newer version of the handbook is out. ", button("Reload", () => location.reload())));
}

/* The list of this release, and the names of what is kept of it. */
async function state() {
  const name = `handbook-${release}`, address = new URL("offline.json", root);
  const cache = (await caches.has(name)) ? await caches.open(name) : null;
  const list = await ((await cache?.match(address)) ?? (await fetch(address))).json();
  const held = cache ? (await cache.keys()).map(request => request.url.slice(root.href.length)).filter(file => list.files[file]) : [];
  return { files: list.files, cache, held: new Set(held) };
}
const sum = (files, names) => names.reduce((total, name) => total + files[name][1], 0);
const mega = kilo => `${(kilo / 1000).toFixed(1)} MB`;

/* The panel of the downloads page. */
export async function panel(box, own) {
  release = own;
  const say = element("p", { role: "status" }), bar = element("progress", { max: 1, value: 0, "aria-label": "Saving the handbook" });
  const actions = element("p", { class: "offline__actions" });
  const offer = (...buttons) => {
    const focused = actions.contains(document.activeElement);
    actions.replaceChildren(...buttons);
    if (focused) (buttons[0] ?? actions).focus(); /* who came by keyboard goes on from there */
  };
  bar.hidden = true;
  box.replaceChildren(say, bar, actions);
  if (!worker || !own) {
    say.textContent = location.protocol === "file:" ? "This copy is on your disk already and needs no network." : "This browser, or this address, does not let a site keep itself for offline use (it needs https and is often off in private windows). Take one of the files on this page instead.";
    return;
  }
  const show = async (told = "") => {
    let files, held;
    try {
      ({ files, held } = await state());
    } catch {
      say.textContent = "The list of files could not be loaded. Check the connection and reload this page.";
      return;
    }
    const all = Object.keys(files), missing = all.filter(name => !held.has(name)), rest = sum(files, missing);
    const pages = [...held].filter(name => !name || name.endsWith("/")).length;
    say.textContent = `${told} ${!missing.length ? `Everything is kept on this device (${mega(sum(files, all))}).` : held.size && !off() ? `Kept on this device: ${pages} ${pages === 1 ? "page" : "pages"}, ${mega(sum(files, [...held]))} of ${mega(sum(files, all))}.` : "Nothing is kept on this device, and nothing will be until you ask for it here."}`.trim();
    offer(
      ...(missing.length ? [button(`Save everything for offline (${mega(rest)})`, () => save(missing, files))] : []),
      ...(off() ? [button("Keep the pages that I open", () => start(own, true).then(() => show()))] : [button("Remove from this device", remove)]),
    );
  };
  const save = async (missing, files) => {
    const total = sum(files, missing), waiting = [...missing], stop = new AbortController();
    let done = 0;
    bar.hidden = false;
    bar.value = 0;
    offer(button("Stop", () => stop.abort()));
    say.textContent = `Saving ${mega(total)} …`;
    try {
      await start(own, true);
      navigator.storage?.persist?.();
      const one = async () => {
        for (let name; !stop.signal.aborted && (name = waiting.shift()) !== undefined; ) {
          try { await (await fetch(new URL(name, root), { signal: stop.signal })).arrayBuffer(); } catch { /* counted below, as missing */ }
          bar.value = (done += files[name][1]) / total;
          bar.textContent = `${Math.round(100 * bar.value)} %`;
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, one));
      await new Promise(settled => setTimeout(settled, 300)); /* the worker writes the last files */
    } catch { /* no worker: nothing was kept */ }
    bar.hidden = true;
    const left = await state().then(({ held }) => missing.filter(name => !held.has(name)).length, () => missing.length);
    await show(stop.signal.aborted ? "Stopped." : left ? `${left} files are missing: the connection broke, or the browser has no more room. Try again.` : "Done.");
  };
  const remove = async () => {
    turn(false);
    for (const registration of await worker.getRegistrations()) if (registration.scope === root.href) await registration.unregister();
    for (const name of await caches.keys()) if (name.startsWith("handbook-")) await caches.delete(name);
    location.reload();
  };
  await (off() ? null : start(own).catch(() => {}));
  await show();
}

/* The offline page: what can be read. */
export async function pages(box, own) {
  release = own;
  const { cache, held } = await state(), links = [];
  for (const name of [...held].filter(file => !file || file.endsWith("/")).sort()) {
    const text = await (await cache.match(new URL(name, root))).text(), [, title = name] = /<title>([^<]*)/.exec(text) ?? [];
    const label = element("a", { href: new URL(name, root).href });
    label.innerHTML = title.split(" - ")[0];
    links.push(element("li", {}, label));
  }
  box.replaceChildren(element("p", {}, links.length ? "Kept on this device:" : "No page is kept on this device yet."), element("ul", {}, ...links));
}
