import { entryMetadata, entryPage } from "@/app/(public)/_vocabularies/entry-page";

export const generateMetadata = entryMetadata("language");

export default entryPage("language");
