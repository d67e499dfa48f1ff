declare module "citeproc" {
  /** An element of a style or locale as the processor reads it from an object instead of from XML. */
  export type StyleNode = {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (StyleNode | string)[];
  };
  type Engine = {
    setOutputFormat(format: "html"): void;
    updateItems(ids: readonly string[]): void;
    previewCitationCluster(
      citation: {
        citationItems: readonly { id: string; locator?: string; label?: string }[];
        properties: { noteIndex: number };
      },
      before: readonly unknown[],
      after: readonly unknown[],
      format: "html",
    ): string;
    makeBibliography(): [unknown, string[]] | false;
  };
  type Site = { retrieveLocale(language: string): StyleNode; retrieveItem(id: string): unknown };
  const CSL: { Engine: new (site: Site, style: StyleNode, language: string, force: boolean) => Engine };
  export default CSL;
}
