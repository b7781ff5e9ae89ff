DROP INDEX "job_posting_near";--> statement-breakpoint
CREATE INDEX "job_posting_near" ON "job_posting" USING btree ("cell","kind","month_fen","open_until","posted_at","lat","lng","id") WHERE state = 'open' and offered_to is null;--> statement-breakpoint
-- short queries only: where the server compiles them, compiling takes longer than they do; an operator may say otherwise
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;
