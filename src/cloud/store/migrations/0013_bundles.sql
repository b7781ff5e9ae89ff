ALTER TABLE "service_case" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
CREATE INDEX "service_case_parent" ON "service_case" USING btree ("parent_id") WHERE parent_id is not null;