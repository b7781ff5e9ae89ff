ALTER TABLE "work_application" ADD COLUMN "started_on" date;--> statement-breakpoint
ALTER TABLE "work_application" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
UPDATE "work_application" a SET "started_on" = s."on" FROM (SELECT "account_id", "posting_id", min("started_on") AS "on" FROM "work_spell" WHERE "posting_id" IS NOT NULL GROUP BY "account_id", "posting_id") s WHERE s."account_id" = a."account_id" AND s."posting_id" = a."posting_id" AND a."state" <> 'withdrawn';--> statement-breakpoint
UPDATE "work_application" a SET "withdrawn_at" = e."at" FROM (SELECT "case_id", max("at") AS "at" FROM "case_event" WHERE "action" = 'withdraw' GROUP BY "case_id") e WHERE e."case_id" = a."id" AND a."state" = 'withdrawn';
