DROP INDEX "posting_report_once";--> statement-breakpoint
DROP INDEX "posting_report_phone";--> statement-breakpoint
DROP INDEX "posting_report_account";--> statement-breakpoint
ALTER TABLE "posting_event" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "work_application" ADD COLUMN "promised" jsonb;--> statement-breakpoint
CREATE INDEX "posting_report_who" ON "posting_report" USING btree ("posting_id","who_hash","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "posting_report_once" ON "posting_report" USING btree ("posting_id","who_hash") WHERE outcome is null;--> statement-breakpoint
CREATE UNIQUE INDEX "posting_report_phone" ON "posting_report" USING btree ("posting_id","phone_hash") WHERE outcome is null;--> statement-breakpoint
CREATE UNIQUE INDEX "posting_report_account" ON "posting_report" USING btree ("posting_id","account_id") WHERE outcome is null;