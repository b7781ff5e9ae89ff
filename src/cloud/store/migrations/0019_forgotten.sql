CREATE TABLE "asking" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	CONSTRAINT "asking_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "training_session" ADD COLUMN "forgotten_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "training_session_old" ON "training_session" USING btree ("ends_at") WHERE forgotten_at is null;