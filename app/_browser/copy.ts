/** Buttons that copy: `<button data-copy="element-id">` puts the words of that element on the clipboard and says so. */

const sayFor = 4_000;

function say(button: HTMLButtonElement, words: string): void {
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.className = "copied";
  button.after(status);
  // A live region is read out when its words change, so it must stand there before they do.
  requestAnimationFrame(() => (status.textContent = words));
  setTimeout(() => status.remove(), sayFor);
}

async function copy(button: HTMLButtonElement, source: HTMLElement): Promise<void> {
  const plain = source.innerText.trim();
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/plain": new Blob([plain], { type: "text/plain" }),
        "text/html": new Blob([source.innerHTML], { type: "text/html" }),
      }),
    ]);
    say(button, "Copied");
  } catch {
    getSelection()?.selectAllChildren(source);
    say(button, "Selected: press Ctrl+C or ⌘C");
  }
}

/** Shows the buttons inside `root` that copy, and lets them. */
export function offerCopying(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const source = document.getElementById(button.dataset["copy"] ?? "");
    if (!source) continue;
    button.hidden = false;
    button.addEventListener("click", () => void copy(button, source));
  }
}

offerCopying(document);
