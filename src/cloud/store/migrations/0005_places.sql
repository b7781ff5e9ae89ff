CREATE TABLE "case_export" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"batch" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"status" text,
	"reason_enc" "bytea"
);
--> statement-breakpoint
CREATE TABLE "export_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kid" text NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"private_enc" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "export_key_kid_unique" UNIQUE("kid")
);
--> statement-breakpoint
DROP INDEX "person_county";--> statement-breakpoint
DROP INDEX "access_log_actor";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "town_hash" "bytea";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "village_hash" "bytea";--> statement-breakpoint
CREATE INDEX "case_export_case" ON "case_export" USING btree ("case_id","seq");--> statement-breakpoint
CREATE INDEX "person_place" ON "person" USING btree ("county","town_hash","village_hash");--> statement-breakpoint
CREATE INDEX "access_log_actor" ON "access_log" USING btree ("actor_id","at");