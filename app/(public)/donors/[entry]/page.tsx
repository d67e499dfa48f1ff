import { entryMetadata, entryPage } from "@/app/(public)/_vocabularies/entry-page";

export const generateMetadata = entryMetadata("donor");

export default entryPage("donor");
