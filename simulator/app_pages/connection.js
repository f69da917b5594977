/* Says in words that the connection is gone. */
(() => {
  "use strict";
  const PATIENCE = 1500;
  const WORDS = {
    es: "Se perdió la conexión. Lo que escribió sigue aquí; se vuelve a conectar en cuanto se pueda.",
    en: "The connection is gone. What you wrote is still here; it reconnects as soon as it can.",
  };

  let notice = null;
  let timer = 0;
  const language = () => (document.documentElement.lang.startsWith("en") ? "en" : "es");
  const gone = () => {
    if (notice || timer) return;
    timer = setTimeout(() => {
      timer = 0;
      notice = document.createElement("p");
      notice.className = "cut-off";
      notice.setAttribute("role", "alert");
      notice.textContent = WORDS[language()];
      document.body.append(notice);
    }, PATIENCE);
  };
  const back = () => {
    clearTimeout(timer);
    timer = 0;
    if (notice) notice.remove();
    notice = null;
  };

  /* The framework opens the one websocket of the page; whether it is open is whether one is connected. */
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("open", back);
      this.addEventListener("close", gone);
    }
  };
  window.addEventListener("offline", gone);
  window.addEventListener("pagehide", back);
})();
