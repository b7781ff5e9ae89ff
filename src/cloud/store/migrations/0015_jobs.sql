CREATE TABLE "job_posting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"print" text NOT NULL,
	"kind" smallint NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"title" text NOT NULL,
	"employer" text NOT NULL,
	"credit_code" char(18),
	"unit_id" uuid,
	"county" char(6) NOT NULL,
	"town" text,
	"village" text,
	"address" text,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"exact" text NOT NULL,
	"cell" bigint NOT NULL,
	"offered_to" char(6),
	"pay_from" integer,
	"pay_to" integer,
	"pay_unit" text,
	"pieces_per_day" integer,
	"month_fen" integer NOT NULL,
	"people" integer,
	"shift" text,
	"board" text,
	"lodging" text,
	"childcare_hours" boolean,
	"elders" boolean,
	"light" boolean,
	"skills" text[] NOT NULL,
	"starts_on" date,
	"open_until" date NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer NOT NULL,
	"verified_by" text,
	"verified_on" date,
	"words" jsonb NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "job_posting_source" ON "job_posting" USING btree ("source","source_id");--> statement-breakpoint
CREATE INDEX "job_posting_near" ON "job_posting" USING btree ("cell","kind","month_fen","lat","lng","id") WHERE state = 'open' and offered_to is null;--> statement-breakpoint
CREATE INDEX "job_posting_away" ON "job_posting" USING btree ("offered_to","posted_at","id") WHERE state = 'open' and offered_to is not null;--> statement-breakpoint
CREATE INDEX "job_posting_desk" ON "job_posting" USING btree ("county","state","posted_at","id");--> statement-breakpoint
CREATE INDEX "job_posting_unit" ON "job_posting" USING btree ("unit_id","posted_at");--> statement-breakpoint
CREATE INDEX "job_posting_print" ON "job_posting" USING btree ("print");--> statement-breakpoint
CREATE INDEX "job_posting_ends" ON "job_posting" USING btree ("open_until") WHERE state = 'open';