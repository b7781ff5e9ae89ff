CREATE TABLE "delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"urgent" boolean NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"unclear" boolean DEFAULT false NOT NULL,
	"last_error" text,
	"provider_id" text,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "fitting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"stamp" text NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"benefits_enc" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"case_id" uuid,
	"ref" text,
	"urgent" boolean DEFAULT false NOT NULL,
	"due_on" date,
	"content_enc" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "permit" (
	"account_id" uuid NOT NULL,
	"template" text NOT NULL,
	"remaining" integer NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "permit_account_id_template_pk" PRIMARY KEY("account_id","template")
);
--> statement-breakpoint
CREATE TABLE "reach" (
	"id" uuid PRIMARY KEY NOT NULL,
	"openid_enc" "bytea",
	"sms" boolean DEFAULT true NOT NULL,
	"digest" boolean DEFAULT true NOT NULL,
	"policies" boolean DEFAULT true NOT NULL,
	"quiet_from" integer DEFAULT 21 NOT NULL,
	"quiet_to" integer DEFAULT 8 NOT NULL,
	"phone_bad_at" timestamp with time zone,
	"digest_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "told_benefit" (
	"account_id" uuid NOT NULL,
	"benefit" text NOT NULL,
	"document" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "told_benefit_account_id_benefit_document_pk" PRIMARY KEY("account_id","benefit","document")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_once" ON "delivery" USING btree ("message_id","channel");--> statement-breakpoint
CREATE INDEX "delivery_due" ON "delivery" USING btree ("next_at","id") WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "delivery_account" ON "delivery" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "fitting_stamp" ON "fitting" USING btree ("stamp");--> statement-breakpoint
CREATE INDEX "message_account" ON "message" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "message_case" ON "message" USING btree ("case_id","account_id");--> statement-breakpoint
CREATE INDEX "message_old" ON "message" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "account_person" ON "account" USING btree ("person_id");