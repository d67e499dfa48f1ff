export { findCandidates } from "@/db/queries/pickers";
export { linkListNames, linkLists } from "@/lib/records/fields";
