CREATE TABLE "post_holder" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"county" char(6) NOT NULL,
	"person_id" uuid,
	"household_id" uuid,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"ended_on" date,
	"ended_why" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	"content_enc" "bytea" NOT NULL,
	CONSTRAINT "post_holder_days" CHECK (ends_on > starts_on)
);
--> statement-breakpoint
CREATE TABLE "public_post" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county" char(6) NOT NULL,
	"town" text NOT NULL,
	"village" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"people" integer NOT NULL,
	"duty" text,
	"version" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"ended_on" date,
	CONSTRAINT "public_post_people" CHECK (people > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "post_holder_once" ON "post_holder" USING btree ("post_id","person_id","starts_on");--> statement-breakpoint
CREATE INDEX "post_holder_post" ON "post_holder" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "post_holder_person" ON "post_holder" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "post_holder_household" ON "post_holder" USING btree ("household_id") WHERE ended_on is null;--> statement-breakpoint
CREATE INDEX "post_holder_county" ON "post_holder" USING btree ("county","starts_on","id") WHERE ended_on is null;--> statement-breakpoint
CREATE INDEX "post_holder_ends" ON "post_holder" USING btree ("ends_on") WHERE ended_on is null;--> statement-breakpoint
CREATE INDEX "public_post_place" ON "public_post" USING btree ("county","town","village","id");