CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"case_id" uuid,
	"name_enc" "bytea",
	"key_enc" "bytea",
	"type" text,
	"bytes" integer NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"cuts" integer[] DEFAULT '{}' NOT NULL,
	"sha256" text,
	"thumb_enc" "bytea",
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "attachment_case" ON "attachment" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "attachment_account" ON "attachment" USING btree ("account_id");