ALTER TABLE "work_spell" ADD COLUMN "look_on" date;--> statement-breakpoint
CREATE INDEX "work_spell_look" ON "work_spell" USING btree ("look_on","id") WHERE look_on is not null and ended_on is null;--> statement-breakpoint
UPDATE "work_spell" SET "look_on" = ("started_on" + interval '3 months')::date WHERE "ended_on" IS NULL;
