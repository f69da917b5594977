/* From a quotation to its line of the call and back: what is folded is opened, the line is marked and takes the focus. */
(() => {
  "use strict";
  let from = null;
  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  /* The fold is the page's own: it is opened by its summary, once, so that the page knows of it and can draw its inside. */
  const FOLD = ".st-key-fold_call details:not([open]) > summary, details.st-key-fold_call:not([open]) > summary";
  const PATIENCE = 10000, AGAIN = 5000, PAUSE = 50;

  let marked = "";
  const mark = () => {
    document.querySelectorAll(".line.marked").forEach((line) => line.id === marked || line.classList.remove("marked"));
    const line = marked && document.getElementById(marked);
    if (line && !line.classList.contains("marked")) line.classList.add("marked");
  };
  new MutationObserver(() => { if (marked) mark(); }).observe(document, { childList: true, subtree: true });

  const lead = (place) => {
    mark();
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  };

  /* A fold that is still opening moves the line away again: it is brought back, unless the reader scrolls by hand. */
  let settling = [];
  const settle = () => { settling.forEach(clearTimeout); settling = []; };
  ["wheel", "touchmove", "keydown"].forEach((kind) => document.addEventListener(kind, settle, { passive: true, capture: true }));
  const bring = () => {
    const line = marked && document.getElementById(marked);
    const box = line && line.getBoundingClientRect();
    if (box && (box.bottom < 0 || box.top > window.innerHeight)) line.scrollIntoView({ block: "center" });
  };

  /* What lies in a closed fold has a place on the page all the same, and cannot be seen. */
  const shown = (place) => place && place.getClientRects().length > 0 && !place.closest("details:not([open])");

  const find = (id, since = Date.now(), clicked = 0) => {
    const place = document.getElementById(id), now = Date.now();
    if (shown(place)) {
      marked = id;
      setTimeout(() => lead(document.getElementById(id) || place), clicked ? 350 : 0);
      settle();
      settling = [1000, 2000, 4000].map((after) => setTimeout(bring, after));
      return;
    }
    const fold = now - clicked > AGAIN && document.querySelector(FOLD);
    if (fold) fold.click();
    if (now - since < PATIENCE) setTimeout(() => find(id, since, fold ? now : clicked), PAUSE);
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest('a.jump, a.back');
    if (!link) return;
    event.preventDefault();
    if (link.classList.contains("back")) {
      /* The page may have been drawn anew since: then the link stands there again, as another element. */
      const again = from && document.querySelector(`a.jump[href="${CSS.escape(from.getAttribute("href")).replace("\\#", "#")}"]`);
      const place = from && from.isConnected ? from : again || document.getElementById("quoted");
      marked = "";
      if (place) lead(place);
      return;
    }
    from = link;
    find(link.getAttribute("href").slice(1));
  });
  /* An address may name a line of a call, as the links of the manager's desk do. */
  if (/^#line-\d{1,5}$/.test(location.hash)) find(location.hash.slice(1));
})();
