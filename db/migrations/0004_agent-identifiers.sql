CREATE TABLE "awaited_relations" (
	"record_id" integer NOT NULL,
	"source_id" text NOT NULL,
	"kind" "relation_kind" NOT NULL,
	CONSTRAINT "awaited_relations_pk" PRIMARY KEY("record_id","source_id","kind")
);
--> statement-breakpoint
ALTER TABLE "agents" DROP CONSTRAINT "agents_source_id_key";--> statement-breakpoint
ALTER TABLE "agent_identifiers" ADD COLUMN "source_hash" text;--> statement-breakpoint
ALTER TABLE "awaited_relations" ADD CONSTRAINT "awaited_relations_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "awaited_relations_source_idx" ON "awaited_relations" USING btree ("source_id");--> statement-breakpoint
-- "frus-persons:frus1961-63v06#p_KNS_1" becomes the id after the first colon under the scheme before it.
INSERT INTO "agent_identifiers" ("scheme", "value", "agent_id")
SELECT split_part("source_id", ':', 1), substr("source_id", strpos("source_id", ':') + 1), "id"
FROM "agents" WHERE "source_id" LIKE '%_:_%'
ON CONFLICT DO NOTHING;--> statement-breakpoint
ALTER TABLE "agents" DROP COLUMN "source_id";