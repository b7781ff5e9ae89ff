ALTER TABLE "fitting" ALTER COLUMN "benefits_enc" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "permit" ADD COLUMN "asked_id" uuid NOT NULL;