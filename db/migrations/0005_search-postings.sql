CREATE TABLE "search_field_lengths" (
	"id" integer PRIMARY KEY NOT NULL,
	"titles" real NOT NULL,
	"names" real NOT NULL,
	"summaries" real NOT NULL,
	"texts" real NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_postings" (
	"term" text NOT NULL,
	"segment" integer NOT NULL,
	"records" integer[] NOT NULL,
	"weights" real[] NOT NULL,
	CONSTRAINT "search_postings_pk" PRIMARY KEY("term","segment")
);
--> statement-breakpoint
ALTER TABLE "record_search" ADD COLUMN "segment" integer;--> statement-breakpoint
CREATE INDEX "record_search_segment_idx" ON "record_search" USING btree ("segment");