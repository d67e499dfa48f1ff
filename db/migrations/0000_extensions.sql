CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- Words are folded to their plain letters before they are stemmed, so that "Dorticós" and "Dorticos" meet.
CREATE TEXT SEARCH CONFIGURATION archive (COPY = english);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION archive
  ALTER MAPPING FOR asciiword, word, hword, hword_part, asciihword, hword_asciipart WITH unaccent, english_stem;
