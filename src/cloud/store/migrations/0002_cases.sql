CREATE TABLE "case_event" (
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"office" text,
	"action" text NOT NULL,
	"data_enc" "bytea" NOT NULL,
	"due" jsonb,
	CONSTRAINT "case_event_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"service" text NOT NULL,
	"service_version" integer NOT NULL,
	"rev" integer NOT NULL,
	"device" text NOT NULL,
	"content_enc" "bytea" NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"account_id" uuid,
	"person_id" uuid,
	"household_id" uuid,
	"unit_id" uuid,
	"key_hash" "bytea",
	"service" text NOT NULL,
	"county" char(6) NOT NULL,
	"town" text,
	"village" text,
	"level" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"assignee_id" uuid,
	"due_on" date,
	"due_of" text,
	"due_missing" integer,
	"escalated" text,
	"filed_at" timestamp with time zone NOT NULL,
	"filed_on" date NOT NULL,
	"closed_on" date,
	"in_time" boolean,
	"stars" integer,
	"exported_at" timestamp with time zone,
	"answers_enc" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_relation" (
	"staff_id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_relation_staff_id_household_id_pk" PRIMARY KEY("staff_id","household_id")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"content_enc" "bytea" NOT NULL,
	"county" char(6) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_member" (
	"unit_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "unit_member_account_id_unit_id_pk" PRIMARY KEY("account_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "visit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"household_id" uuid,
	"county" char(6) NOT NULL,
	"town" text,
	"village" text,
	"staff_id" uuid NOT NULL,
	"visited_on" date NOT NULL,
	"month" char(7) NOT NULL,
	"content_enc" "bytea" NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"entered_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "role" text DEFAULT 'county' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "town" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "village" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "services" text[];--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "name_enc" "bytea";--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "given_by" uuid;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "given_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "case_event_once" ON "case_event" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "case_event_id" ON "case_event" USING btree ("id");--> statement-breakpoint
CREATE INDEX "draft_account" ON "draft" USING btree ("account_id","saved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "service_case_number" ON "service_case" USING btree ("number");--> statement-breakpoint
CREATE INDEX "service_case_account" ON "service_case" USING btree ("account_id","filed_at","id");--> statement-breakpoint
CREATE INDEX "service_case_person" ON "service_case" USING btree ("person_id","service");--> statement-breakpoint
CREATE INDEX "service_case_unit" ON "service_case" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "service_case_queue" ON "service_case" USING btree ("county","level","due_on","id") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "service_case_town" ON "service_case" USING btree ("county","town","due_on","id") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "service_case_assignee" ON "service_case" USING btree ("assignee_id","due_on","id") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "service_case_late" ON "service_case" USING btree ("due_on") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "service_case_filed" ON "service_case" USING btree ("county","filed_on");--> statement-breakpoint
CREATE INDEX "service_case_closed" ON "service_case" USING btree ("county","closed_on");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_code" ON "unit" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "visit_person" ON "visit" USING btree ("person_id","month");--> statement-breakpoint
CREATE INDEX "visit_place" ON "visit" USING btree ("county","town","village","month");--> statement-breakpoint
CREATE INDEX "staff_county" ON "staff" USING btree ("county","role");