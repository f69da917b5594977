/* Voice, where the browser can: the debtor speaks, the trainee dictates. Nothing here sends anything to the server. */
(() => {
  "use strict";
  const { announce, onDraw } = window.acuerdo;
  const root = document.documentElement;
  const synthesis = window.speechSynthesis;
  const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;
  const talk = () => document.getElementById("acuerdo-talk");

  /* A browser may know of speech and have no voice: only one in the language counts. */
  const voices = () => (synthesis ? synthesis.getVoices() : []);
  const voiceFor = (tag) => {
    const [language] = tag.split("-");
    const same = voices().filter((v) => v.lang.replace("_", "-").toLowerCase().startsWith(language));
    return same.find((v) => v.lang.replace("_", "-").toLowerCase() === tag.toLowerCase()) || same[0];
  };
  const can = () => {
    const mark = talk();
    root.toggleAttribute("data-can-speak", Boolean(mark && voiceFor(mark.dataset.lang)));
    root.toggleAttribute("data-can-dictate", Boolean(mark && Recognition));
  };
  if (synthesis && synthesis.addEventListener) synthesis.addEventListener("voiceschanged", can);

  const speak = (words, rate) => {
    const mark = talk();
    const voice = mark && voiceFor(mark.dataset.lang);
    if (!voice || !words) return;
    synthesis.cancel();
    const said = new SpeechSynthesisUtterance(words);
    Object.assign(said, { voice, lang: voice.lang, rate: rate || 1 });
    synthesis.speak(said);
  };
  document.addEventListener("acuerdo:said", (event) => {
    if (talk()?.dataset.voice === "on") speak(event.detail.words, event.detail.rate);
  });
  const again = () => {
    const all = [...document.querySelectorAll(".st-key-talk .debtor[data-step]")];
    const last = all[all.length - 1];
    if (!last) return;
    const same = all.filter((p) => p.dataset.step === last.dataset.step);
    speak(same.map((p) => p.textContent).join(" "), Number(last.dataset.rate));
  };

  /* Dictation fills the reply box; sending stays with the person. */
  let listening = null;
  const write = (words) => {
    const field = document.querySelector('[data-testid="stChatInput"] textarea');
    if (!field || !words.trim()) return;
    const text = field.value.trim() ? `${field.value.trimEnd()} ${words.trim()}` : words.trim();
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const dictate = (button) => {
    if (listening) { listening.stop(); return; }
    if (synthesis) synthesis.cancel();
    listening = new Recognition();
    Object.assign(listening, { lang: talk().dataset.lang, continuous: true, interimResults: false });
    listening.onstart = () => { button.textContent = button.dataset.stop; button.setAttribute("aria-pressed", "true"); announce(button.dataset.listening); };
    listening.onresult = (event) => {
      for (let at = event.resultIndex; at < event.results.length; at++) {
        if (event.results[at].isFinal) write(event.results[at][0].transcript);
      }
    };
    listening.onerror = (event) => {
      if (event.error === "aborted" || event.error === "no-speech") return;
      const words = event.error === "not-allowed" ? button.dataset.denied : button.dataset.failed;
      button.title = words;
      announce(words);
      button.nextElementSibling?.remove();
      const note = document.createElement("span");
      note.className = "muted";
      note.textContent = ` ${words}`;
      button.after(note);
    };
    listening.onend = () => { listening = null; button.textContent = button.dataset.start; button.setAttribute("aria-pressed", "false"); };
    listening.start();
  };

  document.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    if (!pressed) return;
    if (pressed.dataset.speak) again();
    if (pressed.dataset.dictate) dictate(pressed);
  }, true);
  let here = "";
  onDraw(() => {
    const now = talk()?.dataset.attempt || "";
    if (now !== here && synthesis) synthesis.cancel();
    if (!now && listening) listening.stop();
    here = now;
    can();
  });
})();
