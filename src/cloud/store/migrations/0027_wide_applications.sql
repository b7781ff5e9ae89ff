-- what was applied for while it was offered to a whole region belongs to the applicant's own county
UPDATE "work_application" a SET "county" = c."county" FROM "service_case" c WHERE c."id" = a."id" AND a."county" LIKE '%0000';
