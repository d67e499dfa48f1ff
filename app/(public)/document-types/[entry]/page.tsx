import { entryMetadata, entryPage } from "@/app/(public)/_vocabularies/entry-page";

export const generateMetadata = entryMetadata("document-type");

export default entryPage("document-type");
