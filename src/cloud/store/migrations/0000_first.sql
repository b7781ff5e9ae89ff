CREATE TABLE "access_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"office" text NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid,
	"account_id" uuid,
	"county" char(6),
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phone_enc" "bytea",
	"person_id" uuid,
	"bound_at" timestamp with time zone,
	"bound_how" text,
	"shows_name" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identity_enc" "bytea" NOT NULL,
	"confirm_hash" "bytea",
	"confirm_until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "code_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kid" text NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"private_enc" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "code_key_kid_unique" UNIQUE("kid")
);
--> statement-breakpoint
CREATE TABLE "code_ref" (
	"ref" "bytea" PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "household" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county" char(6) NOT NULL,
	"no_hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "id_index" (
	"id_hash" "bytea" PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "login" (
	"kind" text NOT NULL,
	"subject_hash" "bytea" NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "login_subject_hash_kind_pk" PRIMARY KEY("subject_hash","kind")
);
--> statement-breakpoint
CREATE TABLE "mandate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"holder_id" uuid,
	"helper_id" uuid,
	"services" text[] NOT NULL,
	"until" date NOT NULL,
	"how" text NOT NULL,
	"label_enc" "bytea",
	"offer_hash" "bytea",
	"offer_until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county" char(6) NOT NULL,
	"household_id" uuid NOT NULL,
	"hides_details" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"data_date" date NOT NULL,
	"confirmed_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"import_id" uuid NOT NULL,
	"row_enc" "bytea" NOT NULL,
	"digest" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "register_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county" char(6),
	"file_name" text NOT NULL,
	"sha256" char(64) NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county" char(6) NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"payload_enc" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"outcome" text,
	"answer_enc" "bytea"
);
--> statement-breakpoint
CREATE TABLE "saved_facts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"facts_enc" "bytea" NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"openid_hash" "bytea",
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sms_code" (
	"phone_hash" "bytea" NOT NULL,
	"purpose" text NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "sms_code_phone_hash_purpose_pk" PRIMARY KEY("phone_hash","purpose")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county" char(6) NOT NULL,
	"office" text NOT NULL,
	"until" date NOT NULL
);
--> statement-breakpoint
CREATE INDEX "access_log_person" ON "access_log" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "access_log_account" ON "access_log" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "access_log_county" ON "access_log" USING btree ("county");--> statement-breakpoint
CREATE INDEX "access_log_actor" ON "access_log" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "code_ref_account" ON "code_ref" USING btree ("account_id","day");--> statement-breakpoint
CREATE INDEX "code_ref_person" ON "code_ref" USING btree ("person_id","day");--> statement-breakpoint
CREATE INDEX "consent_account" ON "consent" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "household_no" ON "household" USING btree ("no_hash","county");--> statement-breakpoint
CREATE INDEX "login_account" ON "login" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "mandate_holder" ON "mandate" USING btree ("holder_id");--> statement-breakpoint
CREATE INDEX "mandate_helper" ON "mandate" USING btree ("helper_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mandate_offer" ON "mandate" USING btree ("offer_hash");--> statement-breakpoint
CREATE INDEX "person_household" ON "person" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "person_county" ON "person" USING btree ("county");--> statement-breakpoint
CREATE INDEX "person_version_person" ON "person_version" USING btree ("person_id","data_date","recorded_at");--> statement-breakpoint
CREATE INDEX "request_county" ON "request" USING btree ("county","answered_at","created_at");--> statement-breakpoint
CREATE INDEX "request_account" ON "request" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");