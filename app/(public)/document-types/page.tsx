import { indexMetadata, indexPage } from "@/app/(public)/_vocabularies/index-page";

export const metadata = indexMetadata("document-type");

export default indexPage("document-type");
