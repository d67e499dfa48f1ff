const sayFor = 4_000;

/** The live region of the page, there before anything is said in it. */
const status = document.createElement("div");
status.setAttribute("role", "status");
status.dataset["copied"] = "";
document.body.append(status);
let silence: ReturnType<typeof setTimeout> | undefined;

function say(words: string): void {
  status.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => (status.textContent = ""), sayFor);
}

/** Puts words on the clipboard and says so; where the browser refuses, shows them to be copied by hand. */
export async function copyWords(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    say("Citation copied");
  } catch {
    say(words);
  }
}
