/* Only in the ZIP file, before all other scripts: what a browser refuses to a page that was opened from disk.
 *
 * A page at file:// may load scripts, but fetches nothing, imports no modules and starts no workers from files. So the
 * data come as scripts that fill handbookData, the modules as one bundle, and the search's worker is made of a text. */

(() => {
  const root = new URL("../../", document.currentScript.src), asked = new Map();
  const script = name => {
    if (!asked.has(name)) {
      asked.set(name, new Promise((done, failed) => {
        document.head.append(Object.assign(document.createElement("script"), { src: new URL(name, root), onload: done, onerror: () => failed(new Error(`${name} is missing`)) }));
      }));
    }
    return asked.get(name);
  };

  globalThis.handbookData = {};
  globalThis.handbookLoad = async name => {
    await script("assets/javascripts/modules.js");
    return globalThis.handbookModules[name];
  };
  const online = globalThis.fetch;
  globalThis.fetch = async (address, options) => {
    const { href } = new URL(address instanceof Request ? address.url : address, location);
    if (!href.startsWith(root.href)) return online(address, options);
    const name = href.slice(root.href.length);
    await script(`${name}.js`);
    return new Response(JSON.stringify(globalThis.handbookData[name]), { headers: { "Content-Type": "application/json" } });
  };

  const Real = Worker;
  globalThis.Worker = class {
    constructor() {
      this.real = script("search/worker.js").then(() => {
        const real = new Real(URL.createObjectURL(new Blob(globalThis.handbookData.search, { type: "text/javascript" })));
        real.onmessage = event => this.onmessage?.(event);
        return real;
      });
    }
    postMessage(message) { this.real.then(real => real.postMessage(message)); }
    terminate() { this.real.then(real => real.terminate()); }
  };

  /* Links that scripts write lead to folders, which a disk shows as lists of files; those of the pages are written out. */
  const complete = event => {
    const link = event.target.closest?.("a[href]");
    if (!link?.href.startsWith(root.href) || !link.pathname.endsWith("/")) return;
    const url = new URL(link.href);
    url.pathname += "index.html";
    link.href = url.href;
  };
  for (const type of ["pointerover", "focusin", "click", "auxclick", "contextmenu"]) addEventListener(type, complete, true);
})();
