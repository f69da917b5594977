/* What the browser keeps for us: the page's language, who was here, and text not yet sent. */
(() => {
  "use strict";
  /* Where the server is, so that the framework need not try the page's own address first and fail. */
  const base = new URL(".", document.currentScript.src).href;
  window.__streamlit = { BACKEND_BASE_URL: base, MAIN_PAGE_BASE_URL: base };

  const cookie = (name, value) => {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
  };

  const readCookie = (name) => {
    const found = document.cookie.split("; ").find((c) => c.startsWith(`${name}=`));
    return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
  };

  /* The theme a person chose holds on every page; the framework remembers one per address. */
  const themes = { light: "Light", dark: "Dark", system: "System" };
  const rememberTheme = (theme) => {
    try {
      const key = `stActiveTheme-${window.location.pathname}-v2`;
      if (theme === "light" || theme === "dark") localStorage.setItem(key, JSON.stringify(themes[theme]));
      else localStorage.removeItem(key);
    } catch { /* storage is off: the system's theme stands */ }
  };
  rememberTheme(readCookie("acuerdo_theme"));

  let known = "";
  const heed = () => {
    const mark = document.getElementById("acuerdo-mark");
    if (!mark) return;
    if (mark.dataset.away) { window.location.assign(mark.dataset.away); return; }
    const { language, profile, theme } = mark.dataset;
    const seen = `${language} ${profile} ${theme}`;
    if (seen === known) return;
    known = seen;
    if (language) document.documentElement.lang = language;
    if (profile !== undefined) cookie("acuerdo_profile", profile);
    if (theme && theme !== (readCookie("acuerdo_theme") || "system")) {
      cookie("acuerdo_theme", theme);
      rememberTheme(theme);
      window.location.reload();
    }
  };

  /* A reply being typed survives a refresh. */
  const slot = () => `acuerdo-reply${window.location.search}`;
  const isReply = (box) => box instanceof HTMLTextAreaElement && box.closest('[data-testid="stChatInput"]');
  const setValue = (box, text) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const restored = new WeakSet();
  const restore = () => {
    const box = document.querySelector('[data-testid="stChatInput"] textarea');
    if (!box || restored.has(box)) return;
    restored.add(box);
    const text = sessionStorage.getItem(slot());
    if (text && !box.value) setValue(box, text);
  };

  /* A form text is saved as one types, without leaving the box. */
  let pause = 0;
  document.addEventListener("input", (event) => {
    const box = event.target;
    if (isReply(box)) {
      sessionStorage.setItem(slot(), box.value);
    } else if (box instanceof HTMLTextAreaElement) {
      clearTimeout(pause);
      pause = setTimeout(() => {
        box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
      }, 900);
    }
  }, true);
  const clearWhenSent = () => {
    const box = document.querySelector('[data-testid="stChatInput"] textarea');
    if (box && !box.value && restored.has(box)) sessionStorage.removeItem(slot());
  };
  document.addEventListener("keyup", clearWhenSent, true);
  document.addEventListener("click", () => setTimeout(clearWhenSent, 50), true);

  /* The latest words stay in view. */
  let heard = 0;
  const follow = () => {
    if (!document.querySelector('[data-testid="stChatInput"]') && !document.querySelector(".st-key-over")) { heard = 0; return; }
    const count = document.querySelectorAll('[data-testid="stChatMessage"], .event').length;
    if (count <= heard) return;
    heard = count;
    const main = document.querySelector('[data-testid="stMain"]');
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    setTimeout(() => main && main.scrollTo({ top: main.scrollHeight, behavior: calm ? "auto" : "smooth" }), 120);
  };

  /* A tab that lost its connection because its session ended goes to the entrance, and back here afterwards. */
  let asked = 0;
  const stillIn = () => {
    if (!document.querySelector('[data-testid="stConnectionStatus"]') || Date.now() - asked < 5000) return;
    asked = Date.now();
    fetch(window.location.href, { method: "HEAD", redirect: "manual", cache: "no-store" }).then((answer) => {
      if (answer.type === "opaqueredirect") window.location.reload();
    }).catch(() => { /* the server is away: the framework tries again by itself */ });
  };

  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; heed(); restore(); follow(); stillIn(); });
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-language", "data-profile", "data-theme"] });
})();
