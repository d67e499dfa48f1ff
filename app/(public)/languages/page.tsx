import { indexMetadata, indexPage } from "@/app/(public)/_vocabularies/index-page";

export const metadata = indexMetadata("language");

export default indexPage("language");
