import { browserModuleHref } from "@/lib/browser/modules";

/**
 * Loads a module of `app/_browser`, which improves what the page already does without it. A public page has no other scripts: it is
 * not a React application in the browser.
 */
export function BrowserModule({ name }: { name: string }) {
  return <script type="module" src={browserModuleHref(name)} />;
}
