ALTER TABLE "donation_line" ADD COLUMN "closed_reason" text;--> statement-breakpoint
ALTER TABLE "donation_line" ADD COLUMN "closed_intake_id" uuid;--> statement-breakpoint
ALTER TABLE "donation_line" ADD CONSTRAINT "donation_line_closed" CHECK (("donation_line"."closed_reason" is null) = ("donation_line"."closed_intake_id" is null));