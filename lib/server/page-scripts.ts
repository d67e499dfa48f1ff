import { createHash } from "node:crypto";

/** A page without its nonce, and the policy sources that name the inline scripts left in it. */
export interface PublishedPage {
  html: string;
  scriptSources: string[];
}

const escaped = (nonce: string): string => nonce.replaceAll(/[+/=]/g, "\\$&");

const sha256Source = (script: string): string =>
  `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/**
 * Takes the nonce out of a page that is to be shown more than once, and names its inline scripts by hash instead. Only scripts
 * that carried the nonce, which Next gives to its own, are named: a script that came in with the data stays unnamed and is not run.
 */
export function hashScripts(page: string, nonce: string): PublishedPage {
  // The same number of characters, because Next counts the length of some of what it writes.
  const blank = "0".repeat(nonce.length);
  const inline = new RegExp(
    `<script(?=[^>]* nonce="${escaped(nonce)}")(?![^>]* src=)[^>]*>([^]*?)</script>`,
    "g",
  );
  const scripts = [...page.matchAll(inline)].map(([, script = ""]) => script.replaceAll(nonce, blank));
  return {
    html: page.replaceAll(` nonce="${nonce}"`, "").replaceAll(nonce, blank),
    scriptSources: [...new Set(scripts.map(sha256Source))],
  };
}

/** What React leaves where a part of the page is yet to come and a script is to put it in its place. */
const latePart = /<template id="[BP]:/;

/**
 * Takes Next's own scripts out of the page, and the hints to load them early. Scripts of ours in the page (JSON-LD, say) stay.
 * Where a part of the page came late, and only a script can put it in its place, all scripts stay and are named by hash.
 */
export function removeScripts(page: string, nonce: string): PublishedPage {
  if (latePart.test(page)) return hashScripts(page, nonce);
  const stamped = new RegExp(`<script(?=[^>]* nonce="${escaped(nonce)}")[^>]*>[^]*?</script>`, "g");
  const html = page
    .replaceAll(stamped, "")
    .replaceAll(/<link(?=[^>]* rel="(?:preload|modulepreload)")(?=[^>]* as="script")[^>]*>/g, "");
  return hashScripts(html, nonce);
}
