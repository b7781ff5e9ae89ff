CREATE TABLE "case_file" (
	"case_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "case_file_case_id_file_id_pk" PRIMARY KEY("case_id","file_id")
);
--> statement-breakpoint
DROP INDEX "service_case_queue";--> statement-breakpoint
DROP INDEX "service_case_town";--> statement-breakpoint
DROP INDEX "service_case_assignee";--> statement-breakpoint
ALTER TABLE "service_case" ADD COLUMN "sort_on" date NOT NULL;--> statement-breakpoint
ALTER TABLE "service_case" ADD COLUMN "escalated_on" date;--> statement-breakpoint
CREATE INDEX "case_file_file" ON "case_file" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "service_case_queue" ON "service_case" USING btree ("county","level","sort_on","id") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "service_case_town" ON "service_case" USING btree ("county","town","sort_on","id") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "service_case_assignee" ON "service_case" USING btree ("assignee_id","sort_on","id") WHERE closed_on is null;