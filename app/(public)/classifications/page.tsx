import { indexMetadata, indexPage } from "@/app/(public)/_vocabularies/index-page";

export const metadata = indexMetadata("classification");

export default indexPage("classification");
