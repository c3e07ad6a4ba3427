ALTER TABLE "place" ADD COLUMN "located_by" uuid;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "located_at" timestamp with time zone;