/* The framework's own words, which it has in English alone, in the page's language: on what chooses, counts, takes a day
   or a file. Only its own marks are touched, never a label, an option or anything that somebody wrote. */
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
    "Increment": "Subir",
    "Decrement": "Bajar",
    "Show password": "Mostrar la contraseña",
    "Hide password": "Ocultar la contraseña",
  };
  const VARYING = [
    [/^Remove (.+)$/s, "Quitar $1"],
    [/^Select (\d+) matches$/, "Elegir los $1 que coinciden"],
    [/^You can only select up to (\d+) options?\. Remove an option first\.$/, "Caben $1; quite uno primero."],
    [/^(\S+) per file$/, "Hasta $1"],
    [/^\S+ files are not allowed\.$/, "Ese tipo de archivo no se admite."],
    [/^File must be (\S+) or smaller\.$/, "El archivo debe ocupar $1 o menos."],
  ];
  const WIDGETS = ["FileUploader", "MultiSelect", "Selectbox", "DateInput", "NumberInput", "TextInput"]
    .map((name) => `[data-testid="st${name}"]`).join(", ");
  const MARKED = ["aria-label", "placeholder", "title"];
  /* Where it writes text of its own: around the box for files, and in a list that is open. */
  const WRITES = '[data-testid="stFileUploaderDropzone"], [data-testid="stFileUploaderFileErrorMessage"], [role="listbox"]';

  const inSpanish = (words) => {
    const bare = words.trim();
    if (ES[bare]) return ES[bare];
    const [pattern, said] = VARYING.find(([one]) => one.test(bare)) || [];
    return pattern ? bare.replace(pattern, said) : words;
  };
  const marks = (widget) => {
    for (const name of MARKED) {
      for (const one of widget.querySelectorAll(`[${name}]`)) {
        const words = one.getAttribute(name), said = inSpanish(words);
        if (said !== words) one.setAttribute(name, said);
      }
    }
  };
  const texts = (place) => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const said = inSpanish(walker.currentNode.data);
      if (said !== walker.currentNode.data) walker.currentNode.data = said;
    }
  };
  window.acuerdo.onDraw(() => {
    if (document.documentElement.lang !== "es") return;
    document.querySelectorAll(WIDGETS).forEach(marks);
    document.querySelectorAll(WRITES).forEach(texts);
  });
})();
