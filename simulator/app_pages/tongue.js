/* The framework's own words, which it has in English alone, in the page's language: on what chooses, counts, takes a day
   or a file. Only its own marks are touched, never a label or anything that somebody wrote. */
(() => {
  "use strict";
  const ES = {
    "Upload": "Elegir un archivo",
    "Add files": "Agregar archivos",
    "Drag and drop a file here": "Suelte aquí el archivo",
    "Drag and drop files here": "Suelte aquí los archivos",
    "Choose an option": "Elija",
    "Choose options": "Elija",
    "No options to select": "No hay nada que elegir",
    "No results": "Nada coincide",
    "Select all": "Elegir todo",
    "Selected values": "Lo elegido",
    "Selectbox options": "Opciones",
    "Multiselect options": "Opciones",
    "Clear all": "Quitar todo",
    "Clear value": "Quitar",
    "Open": "Abrir",
    "Choose date": "Elegir el día",
    "Choose date range": "Elegir los días",
    "Clear date": "Quitar el día",
    "Clear dates": "Quitar los días",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
      "Con las flechas se recorren los días, con Intro se elige y con Escape se cierra.",
    "Previous month": "Mes anterior",
    "Next month": "Mes siguiente",
    "Send message": "Enviar",
    "Scroll tabs left": "Ver las pestañas anteriores",
    "Scroll tabs right": "Ver las pestañas siguientes",
    "progress": "Avance",
    "Skip to main content": "Ir al contenido",
    "Increment": "Subir",
    "Decrement": "Bajar",
    "Show password": "Mostrar la contraseña",
    "Hide password": "Ocultar la contraseña",
  };
  const VARYING = [
    [/^Remove (.+)$/s, "Quitar $1"],
    [/^Chat message from (.+)$/s, "Mensaje de $1"],
    [/^Select (\d+) matches$/, "Elegir los $1 que coinciden"],
    [/^You can only select up to (\d+) options?\. Remove an option first\.$/, "Caben $1; quite uno primero."],
    [/^(\S+) per file$/, "Hasta $1"],
    [/^\S+ files are not allowed\.$/, "Ese tipo de archivo no se admite."],
    [/^File must be (\S+) or smaller\.$/, "El archivo debe ocupar $1 o menos."],
  ];
  const WIDGETS = ["FileUploader", "MultiSelect", "Selectbox", "DateInput", "DateInputCalendar", "NumberInput", "TextInput",
    "ChatInput", "ChatMessage", "Progress", "Tabs"].map((name) => `[data-testid="st${name}"]`).join(", ");
  const MARKED = ["aria-label", "placeholder", "title"];
  /* Where it writes text of its own: around the box for files, and in a list that is open. */
  const WRITES = '[data-testid="stFileUploaderDropzone"], [data-testid="stFileUploaderFileErrorMessage"], [role="listbox"], a[href="#stMain"]';

  const inSpanish = (words) => {
    const bare = words.trim();
    if (ES[bare]) return ES[bare];
    const [pattern, said] = VARYING.find(([one]) => one.test(bare)) || [];
    return pattern ? bare.replace(pattern, said) : words;
  };

  /* What was put in place of what, so that it goes back when the page turns English. */
  const known = new WeakMap();
  let turned = false;
  const put = (one, mark, spanish) => {
    const words = mark ? one.getAttribute(mark) : one.data;
    const before = known.get(one)?.[mark];
    const said = spanish ? inSpanish(words) : before?.said === words ? before.words : words;
    if (said === words) return;
    known.set(one, { ...known.get(one), [mark]: { words, said } });
    if (mark) one.setAttribute(mark, said);
    else one.data = said;
  };
  const marks = (widget, spanish) => {
    for (const mark of MARKED) {
      for (const one of [widget, ...widget.querySelectorAll(`[${mark}]`)]) {
        if (one.hasAttribute(mark)) put(one, mark, spanish);
      }
    }
  };
  const texts = (place, spanish) => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) put(walker.currentNode, "", spanish);
  };
  window.acuerdo.onDraw(() => {
    const spanish = document.documentElement.lang === "es";
    if (!spanish && !turned) return;
    turned = spanish;
    document.querySelectorAll(WIDGETS).forEach((one) => marks(one, spanish));
    document.querySelectorAll(WRITES).forEach((one) => texts(one, spanish));
  });
})();
