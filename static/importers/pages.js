/* What every page of imports shares: dialogs, focus after a swap, dropping a file.
   The pages work without it: a dialog is then a page of its own. */
"use strict";
(() => {
  const dialog = () => document.getElementById("dialog");
  let opener = null;

  function close() {
    dialog().close();
  }

  function focusFirst(region) {
    const wanted = region.querySelector("[data-focus]");
    if (!wanted) return;
    wanted.focus({ preventScroll: true });
    wanted.scrollIntoView({ block: "nearest" });
  }

  function showLit() {
    const lit = document.querySelector("#source [aria-current]");
    if (!lit) return;
    const box = lit.closest("#source");
    const gap = lit.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTop += gap - box.clientHeight / 3;
  }

  document.addEventListener("htmx:afterSettle", (event) => {
    const region = event.detail.target;
    if (region.id === "dialog") {
      if (!region.open) {
        opener = document.activeElement;
        region.showModal();
      }
      focusFirst(region);
    } else if (region.id === "row") {
      if (dialog().open) close();
      showLit();
      focusFirst(document.getElementById("row"));
    } else if (region.id === "found" && event.detail.requestConfig.elt.matches("form")) {
      focusFirst(document.getElementById("found")); /* asked for by Enter, not by typing on */
    }
  });

  document.addEventListener("click", (event) => {
    const closing = event.target.closest("[data-close]");
    if (closing && dialog() && dialog().open) {
      event.preventDefault();
      close();
    }
  });

  document.addEventListener("close", (event) => {
    if (event.target !== dialog()) return;
    event.target.replaceChildren();
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
    opener = null;
  }, true);

  /* Words of the last act are for reading, then in the way. */
  let fading;
  document.addEventListener("htmx:afterSettle", () => {
    clearTimeout(fading);
    fading = setTimeout(() => document.getElementById("said").replaceChildren(), 8000);
  });

  document.addEventListener("htmx:sendError", () => say("offline"));
  document.addEventListener("htmx:responseError", () => say("failed"));

  function say(which) {
    const words = document.getElementById("words");
    document.getElementById("said").textContent = words ? words.dataset[which] : "";
  }

  for (const zone of document.querySelectorAll(".drop")) {
    for (const name of ["dragenter", "dragover"]) {
      zone.addEventListener(name, (event) => {
        event.preventDefault();
        zone.classList.add("over");
      });
    }
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      zone.querySelector("input").files = event.dataTransfer.files;
    });
  }

  showLit();
  const row = document.getElementById("row");
  if (row) focusFirst(row);
})();
