import { entryMetadata, entryPage } from "@/app/(public)/_vocabularies/entry-page";

export const generateMetadata = entryMetadata("publisher");

export default entryPage("publisher");
