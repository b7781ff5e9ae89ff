CREATE TABLE "employer_record" (
	"id" uuid PRIMARY KEY NOT NULL,
	"credit_code" char(18) NOT NULL,
	"employer" text NOT NULL,
	"kind" text NOT NULL,
	"office" text NOT NULL,
	"about" text,
	"link" text,
	"published_on" date NOT NULL,
	"until" date,
	"county" char(6) NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_why" text
);
--> statement-breakpoint
CREATE TABLE "posting_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"posting_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"who" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"state" text NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "posting_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"posting_id" uuid NOT NULL,
	"county" char(6) NOT NULL,
	"account_id" uuid,
	"who_hash" "bytea" NOT NULL,
	"reasons" text[] NOT NULL,
	"content_enc" "bytea",
	"said_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "employer_record_code" ON "employer_record" USING btree ("credit_code") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "employer_record_desk" ON "employer_record" USING btree ("county","entered_at","id");--> statement-breakpoint
CREATE INDEX "posting_event_posting" ON "posting_event" USING btree ("posting_id","at");--> statement-breakpoint
CREATE INDEX "posting_event_actor" ON "posting_event" USING btree ("actor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "posting_report_once" ON "posting_report" USING btree ("posting_id","who_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "posting_report_account" ON "posting_report" USING btree ("posting_id","account_id");--> statement-breakpoint
CREATE INDEX "posting_report_open" ON "posting_report" USING btree ("county","posting_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "posting_report_mine" ON "posting_report" USING btree ("account_id","said_at");--> statement-breakpoint
CREATE INDEX "job_posting_desk_away" ON "job_posting" USING btree ("offered_to","state","posted_at","id") WHERE offered_to is not null;