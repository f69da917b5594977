/* The talk in the browser: a moment of thought before the debtor's words, the reply that is not lost, focus, time. */
(() => {
  "use strict";
  const { keep, isReply, announce, calm, onChange, onDraw } = window.acuerdo;
  const BOX = '[data-testid="stChatInput"] textarea';
  const SEND = '[data-testid="stChatInputSubmitButton"]';
  const DEEDS = ".st-key-deeds button";
  const root = document.documentElement;

  const talk = () => document.getElementById("acuerdo-talk");
  const box = () => document.querySelector(BOX);
  const numberOf = (mark) => Number(mark.dataset.next);
  const setValue = (field, text) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const focusBox = () => {
    const field = box();
    if (!field) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  };

  /* -- The reply that is being written stays here until it is sent, what was sent until the server has it. -- */
  const slot = (kind, mark) => `acuerdo:${kind}:${mark.dataset.attempt}`;
  const read = (kind, mark) => { try { return JSON.parse(keep.get(slot(kind, mark))) || {}; } catch { return {}; } };
  const write = (kind, mark, kept) => {
    if (kept.text) keep.set(slot(kind, mark), JSON.stringify({ ...kept, at: Date.now() }));
    else keep.drop(slot(kind, mark));
  };
  const OLD = 30 * 24 * 3600 * 1000;
  [...keep.keys("acuerdo:reply:"), ...keep.keys("acuerdo:sent:")].forEach((key) => {
    let at = 0;
    try { at = JSON.parse(keep.get(key)).at || 0; } catch { /* unreadable: it goes */ }
    if (Date.now() - at > OLD) keep.drop(key);
  });

  const WAIT = 8000; /* ms after which a reply that nobody acknowledged comes back into the box */
  let flying = null;
  let expecting = null;

  const sending = () => {
    const mark = talk();
    const field = box();
    if (!mark) return;
    reveal();
    expecting = { attempt: mark.dataset.attempt, from: numberOf(mark) };
    if (!field || !field.value.trim()) return;
    const before = flying === null ? {} : read("sent", mark);  /* two quick ones wait together */
    const text = before.text ? `${before.text}\n${field.value}` : field.value;
    write("sent", mark, { text, number: before.text ? before.number : numberOf(mark) });
    keep.drop(slot("reply", mark));
    clearTimeout(flying);
    flying = setTimeout(() => { flying = null; settle(); }, WAIT);
  };

  const plain = (text) => text.replace(/[\s\u0000-\u001f\u007f\ufffd]+/g, "");
  const arrived = (sent) => {
    const bubbles = [...document.querySelectorAll(".st-key-talk .agent[data-step]")];
    const later = bubbles.filter((p) => Number(p.dataset.step) >= sent.number);
    return plain(later.map((p) => p.textContent).join("")).includes(plain(sent.text));
  };
  /* What was sent is with the server, or it is in the box again: nothing in between. */
  const settle = () => {
    const mark = talk();
    const field = box();
    const sent = mark ? read("sent", mark) : {};
    if (!sent.text || document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== "notRunning") return;
    const refused = field && plain(field.value) === plain(sent.text);
    if (!arrived(sent) && !refused && flying !== null) return;
    if (!arrived(sent) && !refused) {
      if (!field) return;
      setValue(field, field.value.trim() ? `${sent.text}\n${field.value}` : sent.text);
    }
    clearTimeout(flying);
    flying = null;
    keep.drop(slot("sent", mark));
    if (field) write("reply", mark, { text: field.value });
  };
  const restore = (mark) => {
    const field = box();
    const kept = read("reply", mark);
    if (field && !field.value && kept.text) setValue(field, kept.text);
  };

  document.addEventListener("input", (event) => {
    const mark = talk();
    if (mark && isReply(event.target)) write("reply", mark, { text: event.target.value });
  }, true);
  /* How much of an assessed reply was pasted goes with it, for a person to judge; the field is there in such calls only. */
  document.addEventListener("paste", (event) => {
    const mark = talk();
    const field = document.querySelector(".st-key-pasted input");
    if (!mark || !field || !isReply(event.target)) return;
    const length = (event.clipboardData ? event.clipboardData.getData("text") : "").length;
    const [number, before] = field.value.split(":").map(Number);
    const total = length + (number === numberOf(mark) ? before || 0 : 0);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, `${numberOf(mark)}:${total}`);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => field.dispatchEvent(new FocusEvent("focusout", { bubbles: true })), 0);
  }, true);
  document.addEventListener("keydown", (event) => {
    if (isReply(event.target) && event.key === "Enter" && !event.shiftKey && !event.isComposing) sending();
  }, true);

  /* -- A click that comes twice is one; the focus goes back to the box. -- */
  let lastDeed = 0;
  let refocus = null;
  document.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    if (!pressed) return;
    if (pressed.matches(SEND)) sending();
    if (pressed.matches(DEEDS)) {
      const now = performance.now();
      if (now - lastDeed < 700) { event.stopImmediatePropagation(); event.preventDefault(); return; }
      lastDeed = now;
      sending();
      const byKey = event.detail === 0;
      if (byKey || window.matchMedia("(pointer: fine)").matches) refocus = talk() && numberOf(talk());
    }
    if (pressed.dataset.put) put(pressed.dataset.put);
  }, true);
  /* Asked whether to end: the keyboard stands on going on; gone on, it is back in the box. */
  let asked = false;
  const heedQuestion = () => {
    const on = document.querySelector(".st-key-end_no button");
    if (on && !asked) on.focus();
    if (!on && asked && window.matchMedia("(pointer: fine)").matches) focusBox();
    asked = Boolean(on);
  };
  const returnFocus = () => {
    const mark = talk();
    if (refocus === null || !mark || numberOf(mark) <= refocus) return;
    refocus = null;
    focusBox();
  };

  /* -- What the calculator worked out goes into the reply. -- */
  const put = (words) => {
    const field = box();
    if (!field) return;
    setValue(field, field.value.trim() ? `${field.value.trimEnd()} ${words}` : words);
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    setTimeout(() => { focusBox(); scroll(); }, 150);
  };

  /* -- The debtor thinks; the words are there already, and are read aloud once. -- */
  let thinking = null;
  const bubblesOf = (step) => [...document.querySelectorAll(`.st-key-talk .debtor[data-step="${step}"]`)];
  const reveal = () => {
    if (!thinking) return;
    const { step, timer } = thinking;
    thinking = null;
    clearTimeout(timer);
    delete root.dataset.thinking;
    const bubbles = bubblesOf(step);
    bubbles.forEach((p) => p.removeAttribute("data-thinking"));
    if (!bubbles.length) return;
    const words = bubbles.map((p) => p.textContent).join(" ");
    announce(`${bubbles[0].dataset.who}: ${words}`);
    document.dispatchEvent(new CustomEvent("acuerdo:said", { detail: { words, rate: Number(bubbles[0].dataset.rate) } }));
    scroll();
  };
  const think = () => {
    const mark = talk();
    if (!mark) return;
    if (thinking) { bubblesOf(thinking.step).forEach((p) => p.setAttribute("data-thinking", "")); return; }
    if (!expecting || expecting.attempt !== mark.dataset.attempt) return;
    const all = document.querySelectorAll(".st-key-talk .debtor[data-step]");
    const last = all[all.length - 1];
    if (!last || Number(last.dataset.step) < expecting.from) return;
    expecting = null;
    const still = calm() || mark.dataset.pause !== "on" || !Number(last.dataset.pause);
    thinking = { step: last.dataset.step, timer: setTimeout(reveal, still ? 0 : Number(last.dataset.pause)) };
    if (still) return;
    root.dataset.thinking = "";
    bubblesOf(last.dataset.step).forEach((p) => p.setAttribute("data-thinking", ""));
  };

  /* -- The latest words stay in view. -- */
  let heard = 0;
  const talking = () => Boolean(box() || document.querySelector(".st-key-over"));
  const scroll = () => {
    const main = document.querySelector('[data-testid="stMain"]');
    setTimeout(() => main && talking() && main.scrollTo({ top: main.scrollHeight, behavior: calm() ? "auto" : "smooth" }), 120);
  };
  const follow = () => {
    if (!talking()) { heard = 0; return; }
    const count = document.querySelectorAll('[data-testid="stChatMessage"], .event, .chat, .letter').length;
    if (count <= heard) return;
    heard = count;
    scroll();
  };

  /* -- How long one has been talking: only while the page is in view. -- */
  setInterval(() => {
    const mark = talk();
    const shown = document.getElementById("acuerdo-timer");
    if (!mark || !shown) return;
    const key = `acuerdo:time:${mark.dataset.attempt}`;
    let seconds = Number(keep.get(key)) || 0;
    if (!document.hidden && mark.dataset.phase === "talk") keep.set(key, String(++seconds));
    shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }, 1000);

  /* -- Whoever comes to the talk can write at once; not where that would open a keyboard over it. -- */
  let arrivedAt = "";
  const arrive = () => {
    const mark = talk();
    const here = mark && box() ? mark.dataset.attempt : "";
    if (here === arrivedAt) return;
    arrivedAt = here;
    if (here) restore(mark);
    if (here && window.matchMedia("(pointer: fine)").matches && document.activeElement === document.body) focusBox();
  };

  /* -- A keyboard on the screen takes room; the talk fits into what is left. -- */
  const screen = window.visualViewport;
  const fit = () => {
    const open = isReply(document.activeElement) && screen.height < 500;
    root.toggleAttribute("data-keyboard", open);
    root.style.setProperty("--seen", `${Math.round(screen.height)}px`);
    if (open) scroll();
  };
  if (screen) {
    screen.addEventListener("resize", fit);
    document.addEventListener("focusin", fit);
    document.addEventListener("focusout", () => setTimeout(fit, 50));
  }

  onChange(think);
  onDraw(() => { arrive(); settle(); returnFocus(); heedQuestion(); follow(); });
})();
