ALTER TABLE "employer_record" ALTER COLUMN "entered_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "employer_record" ADD COLUMN "number" text;