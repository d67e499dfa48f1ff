import { readFile } from "node:fs/promises";
import path from "node:path";
import { answerWithBytes } from "@/lib/cache/render-scope";

/** What pdf.js fetches while it draws: character maps, the standard fonts, and decoders of rarer kinds of picture. */
const folders: ReadonlySet<string> = new Set(["cmaps", "standard_fonts", "wasm", "iccs"]);

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
};

/** One of pdf.js's own resources from its package, by folder and name; 404 for everything else. */
export async function pdfSupportResponse(folder: string, name: string): Promise<Response> {
  const bytes =
    folders.has(folder) && /^[\w-]+(?:\.[\w-]+)*$/.test(name)
      ? await readFile(
          path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules/pdfjs-dist", folder, name),
        ).catch(() => null)
      : null;
  if (bytes === null) return new Response("There is no such file.", { status: 404 });
  answerWithBytes(bytes.length);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": types[path.extname(name)] ?? "application/octet-stream",
      "cache-control": "public, max-age=86400",
    },
  });
}
