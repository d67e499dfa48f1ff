import { indexMetadata, indexPage } from "@/app/(public)/_vocabularies/index-page";

export const metadata = indexMetadata("donor");

export default indexPage("donor");
