ALTER TABLE "posting_event" ADD COLUMN "desk" char(6);--> statement-breakpoint
ALTER TABLE "posting_event" ADD COLUMN "decides" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- as well as it can be told of what was done before: the desk that it is on now, and a unit's posting was a matter for those who decide
UPDATE "posting_event" e SET
  "desk" = coalesce(p."offered_to", p."county"),
  "decides" = e."action" = 'released' OR e."action" = 'verified' AND p."source" = 'employer'
FROM "job_posting" p
WHERE p."id" = e."posting_id" AND e."action" IN ('verified', 'hidden', 'held', 'released', 'judged_true', 'judged_untrue', 'closed_by_desk');--> statement-breakpoint
UPDATE "posting_event" e SET "action" = 'closed_by_desk', "desk" = coalesce(p."offered_to", p."county")
FROM "job_posting" p
WHERE p."id" = e."posting_id" AND e."action" = 'closed' AND p."source" = 'employer' AND e."who" <> p."employer";
