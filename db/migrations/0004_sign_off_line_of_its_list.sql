ALTER TABLE "sign_off" DROP CONSTRAINT "sign_off_handout_line_id_handout_line_id_fk";
--> statement-breakpoint
ALTER TABLE "sign_off" DROP CONSTRAINT "sign_off_handout_id_handout_id_fk";
--> statement-breakpoint
ALTER TABLE "handout_line" ADD CONSTRAINT "handout_line_of_handout" UNIQUE("id","handout_id");
--> statement-breakpoint
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_line_of_handout" FOREIGN KEY ("handout_line_id","handout_id") REFERENCES "public"."handout_line"("id","handout_id") ON DELETE no action ON UPDATE no action;