DROP INDEX "job_posting_near";--> statement-breakpoint
DROP INDEX "job_posting_away";--> statement-breakpoint
ALTER TABLE "job_posting" ADD COLUMN "shown_at" timestamp with time zone;--> statement-breakpoint
-- since the county last let everybody see it, where it did; for the others nothing else is known than what they say
UPDATE "job_posting" p SET "shown_at" = greatest(p."posted_at", (SELECT max(e."at") FROM "posting_event" e WHERE e."posting_id" = p."id" AND e."state" = 'open' AND e."action" IN ('verified', 'released', 'judged_untrue')));--> statement-breakpoint
ALTER TABLE "job_posting" ALTER COLUMN "shown_at" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "job_posting_near" ON "job_posting" USING btree ("cell","kind","month_fen","open_until","shown_at","lat","lng","id","traits","starts_on","county") WHERE state = 'open' and offered_to is null;--> statement-breakpoint
CREATE INDEX "job_posting_away" ON "job_posting" USING btree ("offered_to","shown_at","id") WHERE state = 'open' and offered_to is not null;