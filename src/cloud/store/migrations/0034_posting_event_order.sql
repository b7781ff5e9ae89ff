DROP INDEX "posting_event_posting";--> statement-breakpoint
ALTER TABLE "posting_event" ADD COLUMN "seq" bigint;--> statement-breakpoint
-- of what is there already nothing is known but when it was asked for
UPDATE "posting_event" e SET "seq" = o."seq" FROM (SELECT "id", row_number() OVER (ORDER BY "at", "id") AS "seq" FROM "posting_event") o WHERE o."id" = e."id";--> statement-breakpoint
ALTER TABLE "posting_event" ALTER COLUMN "seq" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_event" ALTER COLUMN "seq" ADD GENERATED ALWAYS AS IDENTITY (sequence name "posting_event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
SELECT setval('"posting_event_seq_seq"', (SELECT coalesce(max("seq"), 0) + 1 FROM "posting_event"), false);--> statement-breakpoint
CREATE INDEX "posting_event_posting" ON "posting_event" USING btree ("posting_id","seq");
