// Live reload for the preview. Listens to the server's events, and does what they say:
// `reload` loads the page again, `css` changes stylesheets in place, `fault` shows what stopped
// the build. Never part of a published page.
(() => {
  "use strict";

  const script = document.currentScript;
  let state = script.dataset.state;
  let source = null;
  let overlay = null;
  let dismissed = "";

  const connect = () => {
    if (source) return;
    const url = new URL("events", script.src);
    url.searchParams.set("since", state);
    source = new EventSource(url);
    source.addEventListener("reload", () => location.reload());
    source.addEventListener("css", (event) => {
      state = event.lastEventId;
      swapStylesheets();
    });
    source.addEventListener("fault", (event) => {
      state = event.lastEventId;
      showFault(JSON.parse(event.data).text);
    });
  };

  const disconnect = () => {
    if (source) source.close();
    source = null;
  };

  // A browser opens only six connections to one server; tabs nobody sees leave theirs.
  const follow = () => (document.hidden ? disconnect() : connect());

  const stylesheets = (root) => [...root.querySelectorAll('link[rel~="stylesheet"][href]')];

  // A stylesheet's address holds a digest of its content, so the new address is in the new page.
  const swapStylesheets = async () => {
    try {
      const response = await fetch(location.href, { cache: "no-store" });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const present = stylesheets(document);
      const wanted = stylesheets(page);
      if (present.length !== wanted.length) throw new Error("other stylesheets");
      present.forEach((link, index) => replaceLink(link, wanted[index]));
    } catch {
      location.reload();
    }
  };

  const replaceLink = (link, wanted) => {
    const fresh = document.importNode(wanted);
    const url = new URL(wanted.getAttribute("href"), location.href);
    // The same address may hold other rules now, in a theme that does not use digests.
    if (url.pathname === new URL(link.href).pathname) url.searchParams.set("preview", state);
    fresh.href = url.href;
    // The old rules stay until the new ones are there, or the page would flash unstyled.
    fresh.addEventListener("load", () => link.remove());
    fresh.addEventListener("error", () => location.reload());
    link.after(fresh);
  };

  const STYLE = `
    :host { all: initial; }
    section {
      position: fixed; inset: 0; z-index: 2147483647; overflow: auto; box-sizing: border-box;
      padding: 2rem clamp(1rem, 5vw, 4rem); background: rgb(20 20 22 / .96); color: #f5f5f2;
      font: 1rem/1.5 system-ui, sans-serif;
    }
    h1 { margin: 0 0 1rem; font-size: 1.5rem; color: #ff9d8f; }
    pre {
      margin: 0 0 1.5rem; font: .95rem/1.6 ui-monospace, monospace;
      white-space: pre-wrap; overflow-wrap: anywhere;
    }
    button {
      min-height: 2.75rem; padding: 0 1.25rem; border: 2px solid currentcolor; border-radius: .25rem;
      background: none; color: inherit; font: inherit; cursor: pointer;
    }
    button:focus-visible { outline: 3px solid #ffd166; outline-offset: 3px; }
  `;

  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  const showFault = (text) => {
    if (text === dismissed) return;
    hideFault();
    overlay = document.createElement("div");
    const shadow = overlay.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [sheet];

    const panel = document.createElement("section");
    panel.setAttribute("role", "alert");
    panel.lang = "en";
    const close = element("button", "Show the page as it was");
    close.type = "button";
    const dismiss = () => {
      dismissed = text;
      hideFault();
    };
    close.addEventListener("click", dismiss);
    panel.addEventListener("keydown", (event) => event.key === "Escape" && dismiss());
    panel.append(element("h1", "The build stopped"), element("pre", text), close);

    document.body.append(overlay);
    // An alert is read out when it enters a page that is already there.
    shadow.append(panel);
    close.focus();
  };

  const hideFault = () => {
    if (overlay) overlay.remove();
    overlay = null;
  };

  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", follow);
  follow();
})();
