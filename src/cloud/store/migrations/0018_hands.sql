CREATE TABLE "hands_gathering" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"unit_id" uuid,
	"kind" text NOT NULL,
	"employer" text NOT NULL,
	"work" text NOT NULL,
	"county" char(6) NOT NULL,
	"town" text,
	"village" text,
	"address" text NOT NULL,
	"day" date NOT NULL,
	"from_time" char(5) NOT NULL,
	"to_time" char(5) NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"people" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"queued" bigint DEFAULT 0 NOT NULL,
	"pay_fen" integer NOT NULL,
	"pay_unit" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"words" jsonb NOT NULL,
	"content_enc" "bytea" NOT NULL,
	CONSTRAINT "hands_places" CHECK (taken >= 0 and taken <= people),
	CONSTRAINT "hands_times" CHECK (starts_at < ends_at)
);
--> statement-breakpoint
CREATE TABLE "hands_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"gathering_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid,
	"who_id" uuid NOT NULL,
	"state" text NOT NULL,
	"seq" bigint,
	"joined_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	"came_at" timestamp with time zone,
	"came_how" text,
	"mark_id" uuid,
	"agreement" text,
	"agreed_at" timestamp with time zone,
	"content_enc" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hands_record" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"about" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"hash" char(64) NOT NULL,
	"content_enc" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "hands_gathering_account" ON "hands_gathering" USING btree ("account_id","starts_at");--> statement-breakpoint
CREATE INDEX "hands_gathering_unit" ON "hands_gathering" USING btree ("unit_id","starts_at");--> statement-breakpoint
CREATE INDEX "hands_gathering_next" ON "hands_gathering" USING btree ("starts_at","id") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "hands_member_once" ON "hands_member" USING btree ("gathering_id","who_id") WHERE state <> 'left';--> statement-breakpoint
CREATE UNIQUE INDEX "hands_member_agreement" ON "hands_member" USING btree ("agreement") WHERE agreement is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "hands_member_mark" ON "hands_member" USING btree ("mark_id") WHERE mark_id is not null;--> statement-breakpoint
CREATE INDEX "hands_member_queue" ON "hands_member" USING btree ("gathering_id","seq") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "hands_member_account" ON "hands_member" USING btree ("account_id","joined_at");--> statement-breakpoint
CREATE INDEX "hands_member_person" ON "hands_member" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hands_record_seq" ON "hands_record" USING btree ("member_id","seq");