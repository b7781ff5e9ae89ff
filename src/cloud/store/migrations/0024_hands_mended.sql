ALTER TABLE "hands_gathering" ADD COLUMN "forgotten_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posting_report" ADD COLUMN "phone_hash" "bytea";--> statement-breakpoint
ALTER TABLE "posting_report" ADD COLUMN "counts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "post_holder" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "post_holder" ADD COLUMN "ended_office" text;--> statement-breakpoint
ALTER TABLE "post_holder" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "hands_gathering_ends" ON "hands_gathering" USING btree ("ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "posting_report_phone" ON "posting_report" USING btree ("posting_id","phone_hash");