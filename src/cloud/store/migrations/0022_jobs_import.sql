CREATE TABLE "job_claim" (
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"posting_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"held" text,
	CONSTRAINT "job_claim_source_source_id_pk" PRIMARY KEY("source","source_id")
);
--> statement-breakpoint
CREATE INDEX "job_claim_posting" ON "job_claim" USING btree ("posting_id","source","source_id");