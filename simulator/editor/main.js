/* The editor over the plain box of a scenario's text: colours, lines to mend, completion. The box stays the one that is
   saved: what is written here is put into it. Without this file, or where it fails, the box itself is the editor. */
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { completions } from "./complete.js";

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--ed-key)" },
  { tag: tags.definition(tags.propertyName), color: "var(--ed-key)" },
  { tag: tags.string, color: "var(--ed-text)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.content, tags.literal, tags.keyword], color: "inherit" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--quiet)" },
]);
const look = EditorView.theme({
  "&": { color: "inherit" },
  ".cm-content": { caretColor: "currentColor" },
  ".cm-gutters": { background: "var(--wash)", color: "var(--quiet)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "var(--wash)" },
  ".cm-cursor": { borderLeftColor: "currentColor" },
  "&.cm-focused": { outline: "none" },
  ".cm-tooltip, .cm-panels": { background: "Canvas", color: "CanvasText", border: "1px solid var(--line)", borderRadius: "8px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "#2a827b", color: "#fff" },
  ".cm-completionInfo": { maxWidth: "22rem" },
});

/* Once for each language of the page. */
const words = () => {
  const language = document.documentElement.lang;
  window.acuerdoEditorWords ??= {};
  return (window.acuerdoEditorWords[language] ??= fetch(`./editor-words.json?language=${language}`).then((answer) => answer.json()));
};
/* A tab looks like the spaces it is not, and YAML refuses it: what is pasted comes in with spaces. */
const withoutTabs = EditorView.clipboardInputFilter.of((text) => text.replaceAll("\t", "  "));
const wrapping = new Compartment();

/* One editor in a host. `changed` hears every change of the text that a person makes. */
export const edit = (host, { text, label, changed }) => {
  let quiet = false;
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), highlightActiveLineGutter(), highlightSpecialChars(), history(), drawSelection(), highlightActiveLine(),
        highlightSelectionMatches(), search({ top: true }), indentUnit.of("  "), yaml(), syntaxHighlighting(colours), look,
        lintGutter(), withoutTabs, wrapping.of(EditorView.lineWrapping),
        autocompletion({ override: [completions(words)], activateOnTyping: true, maxRenderedOptions: 60 }),
        keymap.of([...completionKeymap, ...searchKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "true" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !quiet) changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    /* Put another text in its place, which nobody typed; the caret stays as near as it can. */
    put: (other) => {
      quiet = true;
      const head = Math.min(view.state.selection.main.head, other.length);
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: other }, selection: { anchor: head } });
      quiet = false;
    },
    mend: (problems) => {
      const { doc } = view.state;
      const marks = problems.map(({ line, severity, message }) => {
        const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
        const indent = at.text.length - at.text.trimStart().length;
        return { from: at.from + Math.min(indent, at.length), to: at.to, severity, message };
      });
      view.dispatch(setDiagnostics(view.state, marks.sort((a, b) => a.from - b.from)));
    },
    jump: (line) => {
      const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      view.dispatch({ selection: { anchor: at.from }, effects: EditorView.scrollIntoView(at.from, { y: "center" }) });
      view.focus();
    },
    end: () => view.destroy(),
  };
};
