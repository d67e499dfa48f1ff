import { entryMetadata, entryPage } from "@/app/(public)/_vocabularies/entry-page";

export const generateMetadata = entryMetadata("classification");

export default entryPage("classification");
