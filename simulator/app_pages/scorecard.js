/* From a quotation to its line of the call and back: what is folded is opened, the line is marked and takes the focus. */
(() => {
  "use strict";
  let from = null;
  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  /* A fold that the page keeps is opened by its own summary, so that the page knows of it. */
  const open = (folds) => {
    const shut = folds.find((fold) => !fold.open);
    if (shut) shut.querySelector("summary").click();
    return Boolean(shut);
  };

  const foldsAround = (place) => {
    const found = [];
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) found.unshift(fold);
    return found;
  };

  const lead = (place, marked) => {
    document.querySelectorAll(".line.marked").forEach((line) => line.classList.remove("marked"));
    if (marked) place.classList.add("marked");
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  };

  /* The line may only be drawn once its fold is open: it is looked for a little while. */
  const find = (id, tries = 40) => {
    const place = document.getElementById(id);
    if (place) {
      const opened = open(foldsAround(place));
      setTimeout(() => lead(place, true), opened ? 350 : 0);
      return;
    }
    const fold = document.querySelector(".st-key-fold_call details:not([open]) > summary, details.st-key-fold_call:not([open]) > summary");
    if (fold) fold.click();
    if (tries) setTimeout(() => find(id, tries - 1), 50);
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest('a.jump, a.back');
    if (!link) return;
    event.preventDefault();
    if (link.classList.contains("back")) {
      const place = from && from.isConnected ? from : document.getElementById("quoted");
      if (place) lead(place, false);
      return;
    }
    from = link;
    find(link.getAttribute("href").slice(1));
  });
})();
