CREATE TABLE "search_passages" (
	"record_id" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"text_id" integer NOT NULL,
	"is_note" boolean NOT NULL,
	"first" integer NOT NULL,
	"last" integer NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "search_passages_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "search_posting_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"generation" integer NOT NULL,
	"titles" real NOT NULL,
	"headings" real NOT NULL,
	"summaries" real NOT NULL,
	"texts" real NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"term" text PRIMARY KEY NOT NULL,
	"records" integer NOT NULL
);
--> statement-breakpoint
DROP TABLE "search_field_lengths";--> statement-breakpoint
-- Both follow from the records and are written anew by the next start.
TRUNCATE "record_search", "search_postings";--> statement-breakpoint
DROP INDEX "record_search_names_idx";--> statement-breakpoint
ALTER TABLE "record_search" ADD COLUMN "described" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "record_search" ADD COLUMN "is_posted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "record_search" ADD COLUMN "changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "search_postings" ADD COLUMN "postings" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "search_passages" ADD CONSTRAINT "search_passages_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_passages_words_idx" ON "search_passages" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_terms_term_idx" ON "search_terms" USING gin ("term" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "record_search_unposted_idx" ON "record_search" USING btree ("record_id") WHERE not "record_search"."is_posted";--> statement-breakpoint
CREATE INDEX "record_search_changed_idx" ON "record_search" USING btree ("changed_in");--> statement-breakpoint
CREATE INDEX "search_postings_segment_idx" ON "search_postings" USING btree ("segment");--> statement-breakpoint
ALTER TABLE "record_search" DROP COLUMN "names";--> statement-breakpoint
ALTER TABLE "search_postings" DROP COLUMN "records";--> statement-breakpoint
ALTER TABLE "search_postings" DROP COLUMN "weights";--> statement-breakpoint
-- Long postings are read far more often than written, and unpacking them would cost more than reading them.
ALTER TABLE "search_postings" ALTER COLUMN "postings" SET STORAGE EXTERNAL;
