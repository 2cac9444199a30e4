/* The keyboard of a review. A key does what a click on the element with its `data-key` does,
   so the page tells which keys there are. Keys are left alone while somebody types. */
"use strict";
(() => {
  const NATIVE = "a, button, summary, select";
  const TYPING = "textarea, select, input:not([type=radio]):not([type=checkbox])";

  function scope() {
    return document.querySelector("dialog[open]") || document;
  }

  /* With a Chinese input method on, punctuation arrives full-width. */
  const NARROW = { "？": "?", "【": "[", "】": "]" };

  function find(pressed) {
    const key = NARROW[pressed] || pressed;
    const found = scope().querySelectorAll(`[data-key="${CSS.escape(key)}"]`);
    return [...found].find((one) => !one.disabled && one.getClientRects().length);
  }

  function nameOf(event) {
    if (event.key === "Enter" && event.shiftKey) return "Shift+Enter";
    return event.key.length === 1 ? event.key.toLowerCase() : event.key;
  }

  function whileTyping(event, field) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (field.form) field.form.requestSubmit();
    } else if (event.key === "Escape" && scope() !== document) {
      event.preventDefault(); /* a search box would empty itself first, and keep the dialog */
      scope().close();
    } else if (event.key === "Escape") {
      const folded = field.closest("details[open]");
      if (folded) {
        folded.open = false;
        folded.querySelector("summary").focus();
      }
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const at = event.target;
    if (at.matches(TYPING)) {
      whileTyping(event, at);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.key === "Enter" && !event.shiftKey && at.matches(NATIVE)) return;
    const name = nameOf(event);
    const wanted = find(name);
    /* A browser would submit the choice in hand: that is what Enter is for. */
    if (wanted || (name === "Shift+Enter" && at.matches("input"))) event.preventDefault();
    if (!wanted) return;
    if (document.querySelector("#row.htmx-request")) return;
    wanted.click();
    if (wanted.matches("input")) wanted.focus({ preventScroll: true });
  });

  /* Accepting the row as read would drop another reading that is chosen in it. */
  document.addEventListener("change", (event) => {
    const chosen = event.target;
    const form = chosen.closest(".form");
    if (!form || !chosen.matches(".pick input")) return;
    const others = form.querySelectorAll(".pick label:first-of-type input:not(:checked)");
    for (const one of form.querySelectorAll('[data-key="Shift+Enter"]')) {
      one.hidden = others.length > 0;
    }
  });

  document.addEventListener("toggle", (event) => {
    const folded = event.target;
    if (!folded.open || !folded.matches("details[data-edit]")) return;
    const field = folded.querySelector("textarea, input:not([type=hidden])");
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, true);
})();
