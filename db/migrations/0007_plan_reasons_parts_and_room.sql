CREATE TABLE "allocation_plan_reason" (
	"plan_id" uuid NOT NULL,
	"request_line_id" uuid NOT NULL,
	"reasons" jsonb NOT NULL,
	"approved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "allocation_plan_reason_plan_id_request_line_id_pk" PRIMARY KEY("plan_id","request_line_id")
);
--> statement-breakpoint
ALTER TABLE "allocation_plan_change" ALTER COLUMN "request_line_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "allocation_plan_change" ALTER COLUMN "supply_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "allocation_plan_change" ADD COLUMN "choices" jsonb;--> statement-breakpoint
ALTER TABLE "allocation_plan_change" ADD COLUMN "former_choices" jsonb;--> statement-breakpoint
ALTER TABLE "allocation_plan_solution" ADD COLUMN "parts" jsonb;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "capacity_l" integer;--> statement-breakpoint
ALTER TABLE "allocation_plan_reason" ADD CONSTRAINT "allocation_plan_reason_plan_id_allocation_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."allocation_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_plan_reason" ADD CONSTRAINT "allocation_plan_reason_request_line_id_request_line_id_fk" FOREIGN KEY ("request_line_id") REFERENCES "public"."request_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allocation_plan_reason_request_line" ON "allocation_plan_reason" USING btree ("request_line_id");--> statement-breakpoint
ALTER TABLE "allocation_plan_change" ADD CONSTRAINT "allocation_plan_change_whole" CHECK (case when "allocation_plan_change"."kind" = 'weights' then num_nulls("allocation_plan_change"."choices", "allocation_plan_change"."former_choices") = 0
        else num_nulls("allocation_plan_change"."request_line_id", "allocation_plan_change"."supply_id") = 0 end);--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_capacity_positive" CHECK ("place"."capacity_l" > 0);