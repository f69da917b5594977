/* The studio in the browser: the editor over the plain box of a scenario's text. What is written goes into the box, which
   is saved as every box is; until then it is kept in this browser. Where the editor cannot be loaded, the box stays. */
(() => {
  "use strict";
  const { keep, onDraw, announce } = window.acuerdo;
  const PAUSE = 250; /* ms */
  const mark = () => document.getElementById("acuerdo-editor");
  const field = (at) => document.querySelector(`.st-key-${at.dataset.box} textarea`);
  const slot = (at) => `acuerdo:text:${at.dataset.scenario}`;
  const kept = (at) => { try { return JSON.parse(keep.get(slot(at))) || {}; } catch { return {}; } };
  let editor = null, host = null, loading = false, failed = false;
  let given = "", version = "", problems = "", pause = 0;

  const fill = (box, text) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
    given = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const push = () => {
    pause = 0;
    const at = mark(), box = at && field(at);
    if (editor && box && box.value !== editor.text()) fill(box, editor.text());
  };
  const changed = (text) => {
    const at = mark();
    if (at) keep.set(slot(at), JSON.stringify({ text, version: at.dataset.version, at: Date.now() }));
    clearTimeout(pause);
    pause = setTimeout(push, PAUSE);
  };

  /* A text that this browser had not sent yet: put back where nobody saved since, offered where somebody did. */
  const bringBack = (at, box) => {
    const before = kept(at);
    if (!before.text || before.text === box.value) { keep.drop(slot(at)); return; }
    if (before.version === at.dataset.version) { editor.put(before.text); push(); return; }
    const offer = document.createElement("button");
    offer.type = "button";
    offer.className = "quiet-button";
    offer.textContent = at.dataset.offer;
    offer.addEventListener("click", () => { editor.put(before.text); push(); offer.remove(); });
    host.before(offer);
    announce(at.dataset.offer);
  };

  const begin = async (at, box) => {
    if (loading || failed) return;
    loading = true;
    try {
      const { edit } = await import("./editor.js");
      const holder = box.closest('[data-testid="stTextArea"]');
      if (!holder || !box.isConnected) return;
      host = document.createElement("div");
      host.className = "cm-host";
      holder.append(host);
      holder.dataset.edited = "yes";
      given = box.value;
      problems = "";
      version = at.dataset.version;
      editor = edit(host, { text: box.value, label: at.dataset.label, changed });
      bringBack(at, box);
      attend();
    } catch {
      failed = true; /* the plain box does the same */
    } finally {
      loading = false;
    }
  };

  const attend = () => {
    const at = mark(), box = at && field(at);
    if (!at || !box) {
      if (editor && !host.isConnected) { clearTimeout(pause); editor.end(); editor = null; }
      return;
    }
    if (!editor || !host.isConnected) { editor?.end(); editor = null; begin(at, box); return; }
    if (box.value !== given && !pause) { given = box.value; editor.put(given); }
    if (at.dataset.version !== version) {
      version = at.dataset.version;
      if (!pause && editor.text() === box.value) keep.drop(slot(at));
    }
    if (at.dataset.problems !== problems && !pause && editor.text() === box.value) {
      problems = at.dataset.problems;
      editor.mend(JSON.parse(problems));
    }
  };

  const toLine = (box, line) => {
    const start = box.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    box.focus();
    box.setSelectionRange(start, start);
  };
  document.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("button[data-line]") : null;
    const at = mark(), box = at && field(at);
    if (!pressed || !box) return;
    host?.isConnected && editor ? editor.jump(Number(pressed.dataset.line)) : toLine(box, Number(pressed.dataset.line));
  }, true);
  onDraw(attend);
})();
