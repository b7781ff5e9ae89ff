CREATE TABLE "work_application" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"who_id" uuid NOT NULL,
	"posting_id" uuid NOT NULL,
	"unit_id" uuid,
	"county" char(6) NOT NULL,
	"state" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"interview_on" date
);
--> statement-breakpoint
CREATE TABLE "work_card" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"content_enc" "bytea" NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"wanted" boolean NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"told_on" date,
	"next_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_search" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"content_enc" "bytea" NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_spell" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"posting_id" uuid,
	"started_on" date NOT NULL,
	"ended_on" date,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"content_enc" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "work_application_once" ON "work_application" USING btree ("posting_id","who_id") WHERE state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "work_application_posting" ON "work_application" USING btree ("posting_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "work_application_account" ON "work_application" USING btree ("account_id","sent_at");--> statement-breakpoint
CREATE INDEX "work_application_who" ON "work_application" USING btree ("who_id","sent_at");--> statement-breakpoint
CREATE INDEX "work_application_unit" ON "work_application" USING btree ("unit_id","state","sent_at");--> statement-breakpoint
CREATE INDEX "work_notice_next" ON "work_notice" USING btree ("next_on","id") WHERE wanted;--> statement-breakpoint
CREATE INDEX "work_search_account" ON "work_search" USING btree ("account_id","saved_at");--> statement-breakpoint
CREATE INDEX "work_spell_account" ON "work_spell" USING btree ("account_id","started_on");--> statement-breakpoint
CREATE UNIQUE INDEX "work_spell_open" ON "work_spell" USING btree ("account_id") WHERE ended_on is null;--> statement-breakpoint
CREATE INDEX "work_spell_posting" ON "work_spell" USING btree ("posting_id") WHERE posting_id is not null;