/* What the browser keeps for us: the page's language, who was here, how they like the pages. The rooms of the talk and
   of the voice build on `acuerdo`: `onChange` is called before the page is painted, `onDraw` once it is drawn. */
(() => {
  "use strict";
  /* Where the server is, so that the framework need not try the page's own address first and fail. */
  const base = new URL(".", document.currentScript.src).href;
  window.__streamlit = { BACKEND_BASE_URL: base, MAIN_PAGE_BASE_URL: base };

  /* What this browser remembers; where storage is off, nothing is. */
  const keep = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* not kept */ } },
    drop(key) { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } },
    keys(prefix) { try { return Object.keys(localStorage).filter((key) => key.startsWith(prefix)); } catch { return []; } },
  };

  const cookie = (name, value) => {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
  };
  const readCookie = (name) => {
    const found = document.cookie.split("; ").find((c) => c.startsWith(`${name}=`));
    return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
  };

  /* The theme a person chose holds on every page; the framework remembers one per address. */
  const themes = { light: "Light", dark: "Dark" };
  const rememberTheme = (theme) => {
    const key = `stActiveTheme-${window.location.pathname}-v2`;
    if (themes[theme]) keep.set(key, JSON.stringify(themes[theme]));
    else keep.drop(key);
  };
  rememberTheme(readCookie("acuerdo_theme"));

  /* Text size and motion stand before the first page is drawn. */
  const root = document.documentElement;
  const wear = (look) => { root.dataset.text = look.text || "100"; root.dataset.motion = look.motion || ""; };
  try { wear(JSON.parse(keep.get("acuerdo-look") || "{}")); } catch { wear({}); }

  /* Unsent replies are one person's: with the profile they leave this browser. */
  const forgetReplies = () => keep.keys("acuerdo:").forEach((key) => keep.drop(key));

  /* Who is shown the way out goes once: to ask again while the next page is on its way would stop it. */
  let known = "", leaving = false;
  const leave = (going) => {
    if (leaving) return;
    leaving = true;
    going();
  };
  window.addEventListener("pageshow", () => { leaving = false; });
  const heed = () => {
    const mark = document.getElementById("acuerdo-mark");
    if (!mark) return;
    if (mark.dataset.away) { leave(() => window.location.assign(mark.dataset.away)); return; }
    const { language, profile, theme, text, motion } = mark.dataset;
    const seen = [language, profile, theme, text, motion].join(" ");
    if (seen === known) return;
    known = seen;
    if (language) root.lang = language;
    wear({ text, motion });
    keep.set("acuerdo-look", JSON.stringify({ text, motion }));
    const before = readCookie("acuerdo_profile");
    if (before && before !== profile) forgetReplies();
    cookie("acuerdo_profile", profile || "");
    if (theme && theme !== (readCookie("acuerdo_theme") || "system")) {
      cookie("acuerdo_theme", theme);
      rememberTheme(theme);
      window.location.reload();
    }
  };

  /* A text is saved as one types, without leaving the box. Not in a form: there Ctrl and Enter send all of it. */
  let pause = 0;
  const inForm = (box) => Boolean(box.closest('[data-testid="stForm"]'));
  const isReply = (box) => box instanceof HTMLTextAreaElement && Boolean(box.closest('[data-testid="stChatInput"]'));
  document.addEventListener("input", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLTextAreaElement) || isReply(box) || inForm(box)) return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
    }, 900);
  }, true);

  /* Every page and part of a call begins at its top, and a try that was judged at its verdict: it stays there while the
     page is drawn, until one scrolls oneself. A talk follows its last words instead, as does a place named in the address. */
  const SETTLES = 3000; /* ms */
  const TALK = '[data-testid="stChatInput"], .st-key-over', VERDICT = ".st-key-drill_verdict";
  let place = "", until = 0;
  const toTop = () => {
    if (performance.now() > until) return;
    if (document.querySelector(TALK) && !document.querySelector(VERDICT)) return;
    document.querySelector('[data-testid="stMain"]')?.scrollTo({ top: 0, behavior: "instant" });
  };
  const settle = () => {
    until = performance.now() + SETTLES;
    [0, 120, 400, 900, 1600, 2400].forEach((after) => setTimeout(toTop, after));
  };
  for (const own of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    document.addEventListener(own, () => { until = 0; }, true);
  }
  let judged = false;
  const beginAtTheTop = () => {
    const title = document.getElementById("acuerdo-mark") && document.querySelector(".page-title");
    const now = title ? window.location.pathname + window.location.search + title.textContent : place;
    const verdict = Boolean(document.querySelector(VERDICT));
    if ((now !== place && !window.location.hash) || (verdict && !judged)) settle();
    place = now;
    judged = verdict;
    toTop();
  };

  /* A tab that lost its connection because its session ended goes to the entrance, and back here afterwards. */
  let asked = 0;
  const stillIn = () => {
    if (leaving || !document.querySelector('[data-testid="stConnectionStatus"]') || Date.now() - asked < 5000) return;
    asked = Date.now();
    fetch(window.location.href, { method: "HEAD", redirect: "manual", cache: "no-store" }).then((answer) => {
      if (answer.type === "opaqueredirect") leave(() => window.location.reload());
    }).catch(() => { /* the server is away: the framework tries again by itself */ });
  };

  /* A list closes when the page behind it scrolls. What is left of a scroll, or a keyboard that comes up, must not take
     away the list that was opened just now: else it takes a second click. */
  const OPENING = 700; /* ms */
  let opened = -OPENING;
  window.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Element && event.target.closest('[data-testid="stSelectbox"]')) opened = performance.now();
  }, true);
  window.addEventListener("scroll", (event) => {
    if (performance.now() - opened < OPENING) event.stopImmediatePropagation();
  }, true);

  /* One voice for what should be read aloud once. */
  const live = document.createElement("div");
  live.className = "unseen";
  live.setAttribute("aria-live", "polite");
  const announce = (words) => {
    if (!live.isConnected) document.body.append(live);
    live.textContent = "";
    setTimeout(() => { live.textContent = words; }, 60);
  };

  const changed = [heed];
  const drawn = [beginAtTheTop, stillIn];
  window.acuerdo = {
    keep, isReply, announce,
    calm: () => root.dataset.motion === "calm" || window.matchMedia("(prefers-reduced-motion: reduce)").matches,
    onChange: (call) => changed.push(call),
    onDraw: (call) => drawn.push(call),
  };
  let waiting = false;
  new MutationObserver(() => {
    changed.forEach((call) => call());
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; drawn.forEach((call) => call()); });
  }).observe(document, {
    childList: true, subtree: true, attributes: true,
    attributeFilter: ["data-language", "data-profile", "data-theme", "data-text", "data-motion", "data-next", "data-test-script-state"],
  });
})();
