CREATE TABLE "wage_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"founder_id" uuid NOT NULL,
	"content_enc" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wage_member" (
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wage_member_group_id_account_id_pk" PRIMARY KEY("group_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "service_case" ADD COLUMN "rank" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "service_case" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "service_case" ADD COLUMN "employer_hash" "bytea";--> statement-breakpoint
ALTER TABLE "service_case" ADD COLUMN "site_hash" "bytea";--> statement-breakpoint
ALTER TABLE "service_case" ADD COLUMN "owed_from" char(7);--> statement-breakpoint
ALTER TABLE "service_case" ADD COLUMN "owed_to" char(7);--> statement-breakpoint
ALTER TABLE "service_case" ADD COLUMN "asked_fen" bigint;--> statement-breakpoint
ALTER TABLE "service_case" ADD COLUMN "hearing_on" date;--> statement-breakpoint
CREATE UNIQUE INDEX "wage_group_code" ON "wage_group" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "wage_member_account" ON "wage_member" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "service_case_rank" ON "service_case" USING btree ("county","rank","level","sort_on","id") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "service_case_group" ON "service_case" USING btree ("group_id") WHERE group_id is not null;--> statement-breakpoint
CREATE INDEX "service_case_employer" ON "service_case" USING btree ("county","employer_hash") WHERE employer_hash is not null;--> statement-breakpoint
CREATE INDEX "service_case_site" ON "service_case" USING btree ("county","site_hash") WHERE site_hash is not null;--> statement-breakpoint
CREATE INDEX "service_case_hearing" ON "service_case" USING btree ("county","hearing_on") WHERE hearing_on is not null;