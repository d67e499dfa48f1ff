import { z } from "zod";
import { nestedValues } from "@/lib/form-state";
import { readDraft } from "@/lib/records/draft";
import type { Submission } from "./submission";

const around = z.object({
  version: z.coerce.number().int().nonnegative().catch(0),
  intent: z.string().catch("save"),
  choice: z.record(z.string(), z.enum(["mine", "theirs"])).catch({}),
});

/** Reads a posted record form with what stands around its fields: version, button, and choices in a conflict. */
export function readSubmission(id: number | null, posted: FormData): Submission {
  const { version, intent, choice } = around.parse(nestedValues(posted));
  return {
    record: id === null ? null : { id, version },
    draft: readDraft(posted),
    pressed: intent,
    choices: new Map(Object.entries(choice)),
  };
}
