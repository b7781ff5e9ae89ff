CREATE TABLE "training_enrolment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid,
	"who_id" uuid NOT NULL,
	"state" text NOT NULL,
	"rank" integer NOT NULL,
	"first" text,
	"seq" bigint,
	"offer_until" timestamp with time zone,
	"enrolled_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"certificate" text,
	"certified_on" date,
	"content_enc" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_mark" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"day" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"marked_by" uuid NOT NULL,
	"how" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county" char(6) NOT NULL,
	"town" text,
	"address" text NOT NULL,
	"kind" text NOT NULL,
	"trade" text NOT NULL,
	"title" text NOT NULL,
	"provider" text NOT NULL,
	"unit_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"from_time" char(5) NOT NULL,
	"to_time" char(5) NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"enrol_until" timestamp with time zone NOT NULL,
	"capacity" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"queued" bigint DEFAULT 0 NOT NULL,
	"childcare" boolean NOT NULL,
	"evening" boolean NOT NULL,
	"words" jsonb NOT NULL,
	CONSTRAINT "training_seats" CHECK (taken >= 0 and taken <= capacity),
	CONSTRAINT "training_times" CHECK (starts_at < ends_at and enrol_until <= starts_at)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "training_enrolment_once" ON "training_enrolment" USING btree ("session_id","who_id") WHERE state not in ('cancelled', 'expired');--> statement-breakpoint
CREATE UNIQUE INDEX "training_enrolment_certificate" ON "training_enrolment" USING btree ("certificate") WHERE certificate is not null;--> statement-breakpoint
CREATE INDEX "training_enrolment_queue" ON "training_enrolment" USING btree ("session_id","rank","seq") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "training_enrolment_offer" ON "training_enrolment" USING btree ("offer_until") WHERE state = 'offered';--> statement-breakpoint
CREATE INDEX "training_enrolment_account" ON "training_enrolment" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "training_enrolment_person" ON "training_enrolment" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "training_mark_day" ON "training_mark" USING btree ("enrolment_id","day");--> statement-breakpoint
CREATE INDEX "training_mark_session" ON "training_mark" USING btree ("session_id","day");--> statement-breakpoint
CREATE INDEX "training_session_open" ON "training_session" USING btree ("county","starts_at","id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "training_session_next" ON "training_session" USING btree ("starts_at","id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "training_session_desk" ON "training_session" USING btree ("county","state","starts_at");--> statement-breakpoint
CREATE INDEX "training_session_unit" ON "training_session" USING btree ("unit_id","starts_at");