CREATE TABLE "allocation_plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"county_code" text NOT NULL,
	"need_division_code" text NOT NULL,
	"campaign_id" uuid,
	"item_ids" uuid[] NOT NULL,
	"status" text NOT NULL,
	"choices" jsonb NOT NULL,
	"solution_id" uuid,
	"renews_plan_id" uuid,
	"drafted_by_user_id" uuid NOT NULL,
	"submitted_by_user_id" uuid,
	"decision_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "allocation_plan_county" CHECK ("allocation_plan"."county_code" = left("allocation_plan"."division_code", 6))
);
--> statement-breakpoint
CREATE TABLE "allocation_plan_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"request_line_id" uuid NOT NULL,
	"supply_id" text NOT NULL,
	"quantity" bigint,
	"reason" text NOT NULL,
	"cost" double precision,
	"changed_by_user_id" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "allocation_plan_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"solution_id" uuid NOT NULL,
	"request_line_id" uuid NOT NULL,
	"donation_line_id" uuid NOT NULL,
	"lot_id" uuid,
	"parcel_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"supply_id" text NOT NULL,
	"quantity" bigint NOT NULL,
	"larger" boolean NOT NULL,
	"km" double precision,
	CONSTRAINT "allocation_plan_line_quantity" CHECK ("allocation_plan_line"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "allocation_plan_snapshot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"supplies" jsonb NOT NULL,
	"needs" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "allocation_plan_solution" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"floor_share" double precision NOT NULL,
	"answer" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "allocation_plan_solution_round" UNIQUE("plan_id","round","floor_share")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"task" jsonb NOT NULL,
	"status" text NOT NULL,
	"progress" real DEFAULT 0 NOT NULL,
	"cancel_requested" boolean DEFAULT false NOT NULL,
	"lease_id" uuid,
	"lease_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"result" jsonb,
	"created_by_user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "job_progress" CHECK ("job"."progress" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "allocation" ADD COLUMN "plan_id" uuid;--> statement-breakpoint
ALTER TABLE "allocation_plan" ADD CONSTRAINT "allocation_plan_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_plan" ADD CONSTRAINT "allocation_plan_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_plan_change" ADD CONSTRAINT "allocation_plan_change_plan_id_allocation_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."allocation_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_plan_change" ADD CONSTRAINT "allocation_plan_change_request_line_id_request_line_id_fk" FOREIGN KEY ("request_line_id") REFERENCES "public"."request_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_plan_line" ADD CONSTRAINT "allocation_plan_line_solution_id_allocation_plan_solution_id_fk" FOREIGN KEY ("solution_id") REFERENCES "public"."allocation_plan_solution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_plan_line" ADD CONSTRAINT "allocation_plan_line_request_line_id_request_line_id_fk" FOREIGN KEY ("request_line_id") REFERENCES "public"."request_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_plan_line" ADD CONSTRAINT "allocation_plan_line_donation_line_id_donation_line_id_fk" FOREIGN KEY ("donation_line_id") REFERENCES "public"."donation_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_plan_line" ADD CONSTRAINT "allocation_plan_line_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_plan_snapshot" ADD CONSTRAINT "allocation_plan_snapshot_plan_id_allocation_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."allocation_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_plan_solution" ADD CONSTRAINT "allocation_plan_solution_plan_id_allocation_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."allocation_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_plan_solution" ADD CONSTRAINT "allocation_plan_solution_snapshot_id_allocation_plan_snapshot_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."allocation_plan_snapshot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allocation_plan_scope" ON "allocation_plan" USING btree ("division_code","status");--> statement-breakpoint
CREATE INDEX "allocation_plan_change_plan" ON "allocation_plan_change" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "allocation_plan_line_solution" ON "allocation_plan_line" USING btree ("solution_id");--> statement-breakpoint
CREATE INDEX "allocation_plan_line_request_line" ON "allocation_plan_line" USING btree ("request_line_id");--> statement-breakpoint
CREATE INDEX "allocation_plan_snapshot_plan" ON "allocation_plan_snapshot" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "job_open" ON "job" USING btree ("created_at") WHERE "job"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "job_subject" ON "job" USING btree ("subject_id");--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_plan_id_allocation_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."allocation_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allocation_plan_id" ON "allocation" USING btree ("plan_id");