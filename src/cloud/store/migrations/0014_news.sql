CREATE TABLE "news" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place" char(6) NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"document" text NOT NULL,
	"items" text[] NOT NULL,
	"service" text,
	"picture_says" text,
	"office" text NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "news_picture" (
	"news_id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "news_shown" ON "news" USING btree ("place","published_at","id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "news_desk" ON "news" USING btree ("place","published_at","id");