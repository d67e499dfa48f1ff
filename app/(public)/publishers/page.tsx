import { indexMetadata, indexPage } from "@/app/(public)/_vocabularies/index-page";

export const metadata = indexMetadata("publisher");

export default indexPage("publisher");
