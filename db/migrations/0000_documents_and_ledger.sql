CREATE TABLE "allocation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"county_code" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"allocated_by_user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "allocation_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"allocation_id" uuid NOT NULL,
	"request_line_id" uuid NOT NULL,
	"donation_line_id" uuid NOT NULL,
	"lot_id" uuid,
	"place_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"released_quantity" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "allocation_line_quantity" CHECK ("allocation_line"."quantity" > 0),
	CONSTRAINT "allocation_line_released" CHECK ("allocation_line"."released_quantity" >= 0 and "allocation_line"."released_quantity" <= "allocation_line"."quantity")
);
--> statement-breakpoint
CREATE TABLE "auth_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"username" text,
	"display_username" text,
	"phone_number" text,
	"phone_number_verified" boolean,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_user_email_unique" UNIQUE("email"),
	CONSTRAINT "auth_user_username_unique" UNIQUE("username"),
	CONSTRAINT "auth_user_phone_number_unique" UNIQUE("phone_number")
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"category" text NOT NULL,
	"smallest_unit" text NOT NULL,
	"size_scheme" text DEFAULT 'none' NOT NULL,
	"weight_mg" bigint NOT NULL,
	"volume_ul" bigint NOT NULL,
	"perishable" boolean DEFAULT false NOT NULL,
	"is_kit" boolean DEFAULT false NOT NULL,
	"retired" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "item_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "item_unit" (
	"item_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"factor" bigint NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "item_unit_item_id_code_pk" PRIMARY KEY("item_id","code"),
	CONSTRAINT "item_unit_factor" CHECK ("item_unit"."factor" > 0)
);
--> statement-breakpoint
CREATE TABLE "kit_part" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kit_item_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	CONSTRAINT "kit_part_item" UNIQUE("kit_item_id","item_id"),
	CONSTRAINT "kit_part_quantity" CHECK ("kit_part"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "division" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" smallint NOT NULL,
	"parent_code" text,
	"county_code" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"predecessor_codes" text[] DEFAULT '{}' NOT NULL,
	"successor_codes" text[] DEFAULT '{}' NOT NULL,
	"vintage" date NOT NULL,
	CONSTRAINT "division_code_check" CHECK ("division"."code" ~ '^[1-9][0-9]{11}$'),
	CONSTRAINT "division_level_check" CHECK ("division"."level" between 1 and 5),
	CONSTRAINT "division_province_check" CHECK (("division"."level" = 1) = ("division"."parent_code" is null)),
	CONSTRAINT "division_county_check" CHECK ("division"."county_code" = left("division"."code", 6)),
	CONSTRAINT "division_validity_check" CHECK ("division"."valid_from" < "division"."valid_to")
);
--> statement-breakpoint
CREATE TABLE "division_reading" (
	"division_code" text NOT NULL,
	"pinyin" text NOT NULL,
	"initials" text NOT NULL,
	CONSTRAINT "division_reading_division_code_pinyin_pk" PRIMARY KEY("division_code","pinyin")
);
--> statement-breakpoint
CREATE TABLE "campaign" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"county_code" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "donation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"donor_organisation_id" uuid,
	"campaign_id" uuid,
	"place_id" uuid NOT NULL,
	"county_code" text NOT NULL,
	"status" text NOT NULL,
	"deliver_on" date,
	"donor_name_shown" boolean DEFAULT true NOT NULL,
	"pledged_by_user_id" uuid NOT NULL,
	"decision_reason" text,
	"decision_note" text,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "donation_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "donation_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"donation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"size" text DEFAULT '' NOT NULL,
	"quantity" bigint NOT NULL,
	"unit_code" text NOT NULL,
	"kit_item_id" uuid,
	"pack_size" bigint,
	"value_basis" text NOT NULL,
	"value_low_fen" bigint NOT NULL,
	"value_high_fen" bigint NOT NULL,
	"produced_on" date,
	"best_before" date,
	"restricted_division_code" text,
	"restricted_group" text,
	"purpose" text,
	"declined_quantity" bigint DEFAULT 0 NOT NULL,
	"declined_reason" text,
	CONSTRAINT "donation_line_position" UNIQUE("donation_id","position"),
	CONSTRAINT "donation_line_quantity" CHECK ("donation_line"."quantity" >= 0),
	CONSTRAINT "donation_line_value" CHECK (0 <= "donation_line"."value_low_fen" and "donation_line"."value_low_fen" <= "donation_line"."value_high_fen"),
	CONSTRAINT "donation_line_dates" CHECK ("donation_line"."best_before" >= "donation_line"."produced_on")
);
--> statement-breakpoint
CREATE TABLE "intake" (
	"id" uuid PRIMARY KEY NOT NULL,
	"donation_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"county_code" text NOT NULL,
	"counted_by_user_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"movement_id" uuid,
	"reversed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "intake_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"intake_id" uuid NOT NULL,
	"donation_line_id" uuid NOT NULL,
	"lot_id" uuid,
	"sound_quantity" bigint NOT NULL,
	"quarantined_quantity" bigint DEFAULT 0 NOT NULL,
	"refused_quantity" bigint DEFAULT 0 NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "command_log" (
	"organisation_id" uuid NOT NULL,
	"command" text NOT NULL,
	"key" uuid NOT NULL,
	"request_hash" text NOT NULL,
	"result" jsonb,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "command_log_organisation_id_command_key_pk" PRIMARY KEY("organisation_id","command","key")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"aggregate" text NOT NULL,
	"aggregate_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"type" text NOT NULL,
	"actor_user_id" uuid,
	"membership_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"payload_version" integer DEFAULT 1 NOT NULL,
	"payload" jsonb NOT NULL,
	CONSTRAINT "event_version" UNIQUE("aggregate","aggregate_id","version")
);
--> statement-breakpoint
CREATE TABLE "handout" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"county_code" text NOT NULL,
	"handout_on" date NOT NULL,
	"status" text NOT NULL,
	"created_by_user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handout_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"handout_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"person_id" uuid,
	"household_id" uuid,
	"unnamed_count" integer,
	"request_line_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"entitled_quantity" bigint NOT NULL,
	CONSTRAINT "handout_line_position" UNIQUE("handout_id","position"),
	CONSTRAINT "handout_line_quantity" CHECK ("handout_line"."entitled_quantity" > 0),
	CONSTRAINT "handout_line_whose" CHECK (num_nonnulls("handout_line"."person_id", "handout_line"."household_id", "handout_line"."unnamed_count") = 1 and coalesce("handout_line"."unnamed_count", 1) > 0)
);
--> statement-breakpoint
CREATE TABLE "sign_off" (
	"id" uuid PRIMARY KEY NOT NULL,
	"handout_line_id" uuid NOT NULL,
	"handout_id" uuid NOT NULL,
	"county_code" text NOT NULL,
	"status" text NOT NULL,
	"outcome" text NOT NULL,
	"lot_id" uuid,
	"allocation_line_id" uuid,
	"quantity" bigint NOT NULL,
	"collected_by" text NOT NULL,
	"proxy_relationship" text,
	"signature_text_id" uuid,
	"proxy_name_text_id" uuid,
	"movement_id" uuid,
	"reversal_movement_id" uuid,
	"reversal_reason" text,
	"dispute_code" text,
	"signed_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_user_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "sign_off_quantity" CHECK ("sign_off"."quantity" >= 0)
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"purpose" text NOT NULL,
	CONSTRAINT "installation_is_one" CHECK ("installation"."id" = 1),
	CONSTRAINT "installation_purpose" CHECK ("installation"."purpose" in ('demo', 'real'))
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"county_code" text NOT NULL,
	"location_id" uuid NOT NULL,
	"place_id" uuid,
	"allocation_line_id" uuid,
	"shipment_id" uuid,
	"organisation_id" uuid,
	"programme_id" uuid,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "balance" (
	"account_id" uuid NOT NULL,
	"lot_id" uuid NOT NULL,
	"parcel_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"is_donor" boolean NOT NULL,
	"county_code" text NOT NULL,
	CONSTRAINT "balance_account_id_lot_id_parcel_id_pk" PRIMARY KEY("account_id","lot_id","parcel_id"),
	CONSTRAINT "balance_not_negative" CHECK ("balance"."is_donor" or "balance"."quantity" >= 0)
);
--> statement-breakpoint
CREATE TABLE "lot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"size" text DEFAULT '' NOT NULL,
	"donation_line_id" uuid NOT NULL,
	"produced_on" date,
	"best_before" date,
	"pack_size" bigint,
	CONSTRAINT "lot_pack_size" CHECK ("lot"."pack_size" between 1 and 9999999999),
	CONSTRAINT "lot_dates" CHECK ("lot"."produced_on" <= "lot"."best_before")
);
--> statement-breakpoint
CREATE TABLE "movement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"cause_kind" text NOT NULL,
	"cause_id" uuid NOT NULL,
	"county_from" text NOT NULL,
	"county_to" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"reason" text,
	"reverses" uuid,
	"content_hash" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "movement_line" (
	"movement_id" uuid NOT NULL,
	"line_no" integer NOT NULL,
	"lot_id" uuid NOT NULL,
	"from_account_id" uuid NOT NULL,
	"from_parcel_id" uuid NOT NULL,
	"to_account_id" uuid NOT NULL,
	"to_parcel_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"allocation_line_id" uuid,
	CONSTRAINT "movement_line_movement_id_line_no_pk" PRIMARY KEY("movement_id","line_no"),
	CONSTRAINT "movement_line_quantity" CHECK ("movement_line"."quantity" between 1 and 9999999999)
);
--> statement-breakpoint
CREATE TABLE "parcel_position" (
	"parcel_id" uuid PRIMARY KEY NOT NULL,
	"location_id" uuid
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"division_code" text NOT NULL,
	"display_name" text,
	"phone" text,
	"created_by_user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"division_code" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setup_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "setup_link_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_failure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_hash" text NOT NULL,
	"address_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"credit_code" text,
	"division_code" text NOT NULL,
	"county_code" text NOT NULL,
	"address" text,
	"contact_name" text,
	"contact_phone" text,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisation_credit_code_unique" UNIQUE("credit_code"),
	CONSTRAINT "organisation_county_of_division" CHECK ("organisation"."county_code" = left("organisation"."division_code", 6))
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"division_code" text NOT NULL,
	"county_code" text NOT NULL,
	"address" text,
	"latitude" double precision,
	"longitude" double precision,
	"datum" text,
	"precision" text,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "place_county_of_division" CHECK ("place"."county_code" = left("place"."division_code", 6)),
	CONSTRAINT "place_coordinates_whole" CHECK (num_nulls("place"."latitude", "place"."longitude", "place"."datum", "place"."precision") in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "programme" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group" text NOT NULL,
	"name" text NOT NULL,
	"county_code" text NOT NULL,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parameter" (
	"code" text NOT NULL,
	"region_prefix" text DEFAULT '' NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"value" jsonb NOT NULL,
	"unit" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "parameter_code_region_prefix_valid_from_pk" PRIMARY KEY("code","region_prefix","valid_from"),
	CONSTRAINT "parameter_region_check" CHECK ("parameter"."region_prefix" ~ '^([1-9][0-9]{1,11})?$'),
	CONSTRAINT "parameter_validity_check" CHECK ("parameter"."valid_from" < "parameter"."valid_to"),
	CONSTRAINT "parameter_value_check" CHECK (jsonb_typeof("parameter"."value") in ('number', 'string', 'boolean'))
);
--> statement-breakpoint
CREATE TABLE "parcel" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"place_id" uuid NOT NULL,
	"county_code" text NOT NULL,
	"packed_by_user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "parcel_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "household" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"residence_division_code" text NOT NULL,
	"hukou_division_code" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"recipient_account_id" uuid,
	"registered_on" date NOT NULL,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "household_recipient_account_id_unique" UNIQUE("recipient_account_id")
);
--> statement-breakpoint
CREATE TABLE "household_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"household_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"county_code" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"relationship" text NOT NULL,
	"is_head" boolean DEFAULT false NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "identity_access" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"county_code" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid,
	"person_count" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"residence_division_code" text NOT NULL,
	"hukou_division_code" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"born_on" date,
	"recipient_account_id" uuid,
	"registered_on" date NOT NULL,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "person_recipient_account_id_unique" UNIQUE("recipient_account_id")
);
--> statement-breakpoint
CREATE TABLE "person_category" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"county_code" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"category" text NOT NULL,
	"group" text,
	"valid_from" date NOT NULL,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "person_identity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"county_code" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"field" text NOT NULL,
	"algorithm" text NOT NULL,
	"key_id" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"blind_index" "bytea",
	CONSTRAINT "person_identity_field" UNIQUE("person_id","field")
);
--> statement-breakpoint
CREATE TABLE "personal_text" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"algorithm" text NOT NULL,
	"key_id" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"campaign_id" uuid,
	"division_code" text NOT NULL,
	"county_code" text NOT NULL,
	"status" text NOT NULL,
	"head_count" integer NOT NULL,
	"need_by" date NOT NULL,
	"urgency" text NOT NULL,
	"urgency_reason" text,
	"decision_reason" text,
	"submitted_by_user_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "request_head_count" CHECK ("request"."head_count" > 0)
);
--> statement-breakpoint
CREATE TABLE "request_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"size" text DEFAULT '' NOT NULL,
	"quantity" bigint NOT NULL,
	"unit_code" text NOT NULL,
	"larger_size_serves" boolean DEFAULT false NOT NULL,
	"approved_quantity" bigint,
	"cut_reason" text,
	CONSTRAINT "request_line_position" UNIQUE("request_id","position"),
	CONSTRAINT "request_line_quantity" CHECK ("request_line"."quantity" > 0),
	CONSTRAINT "request_line_approved" CHECK ("request_line"."approved_quantity" >= 0 and "request_line"."approved_quantity" <= "request_line"."quantity")
);
--> statement-breakpoint
CREATE TABLE "over_claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shipment_id" uuid NOT NULL,
	"shipment_line_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"status" text NOT NULL,
	"claimed_by_user_id" uuid NOT NULL,
	"decided_by_user_id" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shipment_id" uuid NOT NULL,
	"received_by_user_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"reversed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "receipt_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"receipt_id" uuid NOT NULL,
	"shipment_line_id" uuid NOT NULL,
	"received_quantity" bigint DEFAULT 0 NOT NULL,
	"damaged_quantity" bigint DEFAULT 0 NOT NULL,
	"lost_quantity" bigint DEFAULT 0 NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "shipment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"from_place_id" uuid NOT NULL,
	"to_place_id" uuid NOT NULL,
	"from_county_code" text NOT NULL,
	"to_county_code" text NOT NULL,
	"status" text NOT NULL,
	"carrier" text,
	"vehicle_plate" text,
	"driver_name" text,
	"driver_phone" text,
	"waybill_number" text,
	"dispatched_by_user_id" uuid,
	"dispatched_at" timestamp with time zone,
	"created_by_user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "shipment_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "shipment_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shipment_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"allocation_line_id" uuid,
	"lot_id" uuid NOT NULL,
	"parcel_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	CONSTRAINT "shipment_line_quantity" CHECK ("shipment_line"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "stocktake" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"county_code" text NOT NULL,
	"counted_by_user_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stocktake_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"stocktake_id" uuid NOT NULL,
	"lot_id" uuid NOT NULL,
	"parcel_id" uuid NOT NULL,
	"book_quantity" bigint NOT NULL,
	"counted_quantity" bigint NOT NULL,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_line" ADD CONSTRAINT "allocation_line_allocation_id_allocation_id_fk" FOREIGN KEY ("allocation_id") REFERENCES "public"."allocation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_line" ADD CONSTRAINT "allocation_line_request_line_id_request_line_id_fk" FOREIGN KEY ("request_line_id") REFERENCES "public"."request_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_line" ADD CONSTRAINT "allocation_line_donation_line_id_donation_line_id_fk" FOREIGN KEY ("donation_line_id") REFERENCES "public"."donation_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_line" ADD CONSTRAINT "allocation_line_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_unit" ADD CONSTRAINT "item_unit_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_part" ADD CONSTRAINT "kit_part_kit_item_id_item_id_fk" FOREIGN KEY ("kit_item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_part" ADD CONSTRAINT "kit_part_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donation" ADD CONSTRAINT "donation_donor_organisation_id_organisation_id_fk" FOREIGN KEY ("donor_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donation" ADD CONSTRAINT "donation_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donation" ADD CONSTRAINT "donation_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donation_line" ADD CONSTRAINT "donation_line_donation_id_donation_id_fk" FOREIGN KEY ("donation_id") REFERENCES "public"."donation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donation_line" ADD CONSTRAINT "donation_line_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donation_line" ADD CONSTRAINT "donation_line_kit_item_id_item_id_fk" FOREIGN KEY ("kit_item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake" ADD CONSTRAINT "intake_donation_id_donation_id_fk" FOREIGN KEY ("donation_id") REFERENCES "public"."donation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake" ADD CONSTRAINT "intake_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_line" ADD CONSTRAINT "intake_line_intake_id_intake_id_fk" FOREIGN KEY ("intake_id") REFERENCES "public"."intake"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_line" ADD CONSTRAINT "intake_line_donation_line_id_donation_line_id_fk" FOREIGN KEY ("donation_line_id") REFERENCES "public"."donation_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handout" ADD CONSTRAINT "handout_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handout" ADD CONSTRAINT "handout_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handout_line" ADD CONSTRAINT "handout_line_handout_id_handout_id_fk" FOREIGN KEY ("handout_id") REFERENCES "public"."handout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handout_line" ADD CONSTRAINT "handout_line_request_line_id_request_line_id_fk" FOREIGN KEY ("request_line_id") REFERENCES "public"."request_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handout_line" ADD CONSTRAINT "handout_line_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_handout_line_id_handout_line_id_fk" FOREIGN KEY ("handout_line_id") REFERENCES "public"."handout_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_handout_id_handout_id_fk" FOREIGN KEY ("handout_id") REFERENCES "public"."handout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot" ADD CONSTRAINT "lot_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot" ADD CONSTRAINT "lot_donation_line_id_donation_line_id_fk" FOREIGN KEY ("donation_line_id") REFERENCES "public"."donation_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel" ADD CONSTRAINT "parcel_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_member" ADD CONSTRAINT "household_member_household_id_household_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."household"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_member" ADD CONSTRAINT "household_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_category" ADD CONSTRAINT "person_category_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_identity" ADD CONSTRAINT "person_identity_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_line" ADD CONSTRAINT "request_line_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_line" ADD CONSTRAINT "request_line_item_id_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "over_claim" ADD CONSTRAINT "over_claim_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "over_claim" ADD CONSTRAINT "over_claim_shipment_line_id_shipment_line_id_fk" FOREIGN KEY ("shipment_line_id") REFERENCES "public"."shipment_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_line" ADD CONSTRAINT "receipt_line_receipt_id_receipt_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."receipt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_line" ADD CONSTRAINT "receipt_line_shipment_line_id_shipment_line_id_fk" FOREIGN KEY ("shipment_line_id") REFERENCES "public"."shipment_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_from_place_id_place_id_fk" FOREIGN KEY ("from_place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_to_place_id_place_id_fk" FOREIGN KEY ("to_place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_allocation_line_id_allocation_line_id_fk" FOREIGN KEY ("allocation_line_id") REFERENCES "public"."allocation_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktake" ADD CONSTRAINT "stocktake_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktake_line" ADD CONSTRAINT "stocktake_line_stocktake_id_stocktake_id_fk" FOREIGN KEY ("stocktake_id") REFERENCES "public"."stocktake"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allocation_request" ON "allocation" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "allocation_line_allocation" ON "allocation_line" USING btree ("allocation_id");--> statement-breakpoint
CREATE INDEX "allocation_line_request_line" ON "allocation_line" USING btree ("request_line_id");--> statement-breakpoint
CREATE INDEX "allocation_line_donation_line" ON "allocation_line" USING btree ("donation_line_id");--> statement-breakpoint
CREATE INDEX "auth_account_user" ON "auth_account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_session_user" ON "auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "division_parent_index" ON "division" USING btree ("parent_code");--> statement-breakpoint
CREATE INDEX "division_name_characters_index" ON "division" USING gin (string_to_array("name", null));--> statement-breakpoint
CREATE INDEX "division_reading_pinyin_index" ON "division_reading" USING btree ("pinyin" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "division_reading_initials_index" ON "division_reading" USING btree ("initials" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "donation_county" ON "donation" USING btree ("county_code","status");--> statement-breakpoint
CREATE INDEX "donation_donor" ON "donation" USING btree ("donor_organisation_id");--> statement-breakpoint
CREATE INDEX "donation_place" ON "donation" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "intake_donation" ON "intake" USING btree ("donation_id");--> statement-breakpoint
CREATE INDEX "intake_line_donation_line" ON "intake_line" USING btree ("donation_line_id");--> statement-breakpoint
CREATE INDEX "event_user" ON "event" USING btree ("actor_user_id");--> statement-breakpoint
CREATE INDEX "handout_place" ON "handout" USING btree ("county_code","place_id","handout_on");--> statement-breakpoint
CREATE INDEX "handout_line_request_line" ON "handout_line" USING btree ("request_line_id");--> statement-breakpoint
CREATE INDEX "handout_line_person" ON "handout_line" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "handout_line_household" ON "handout_line" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "sign_off_line" ON "sign_off" USING btree ("handout_line_id");--> statement-breakpoint
CREATE INDEX "sign_off_handout" ON "sign_off" USING btree ("handout_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_key" ON "account" USING btree ("key");--> statement-breakpoint
CREATE INDEX "account_scope" ON "account" USING btree ("county_code","kind");--> statement-breakpoint
CREATE INDEX "account_place" ON "account" USING btree ("place_id","kind") WHERE "account"."place_id" is not null;--> statement-breakpoint
CREATE INDEX "account_allocation_line" ON "account" USING btree ("allocation_line_id") WHERE "account"."allocation_line_id" is not null;--> statement-breakpoint
CREATE INDEX "balance_scope" ON "balance" USING btree ("county_code","lot_id");--> statement-breakpoint
CREATE INDEX "balance_lot" ON "balance" USING btree ("lot_id");--> statement-breakpoint
CREATE INDEX "balance_parcel" ON "balance" USING btree ("parcel_id") WHERE "balance"."parcel_id" not in ('00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff');--> statement-breakpoint
CREATE INDEX "lot_donation_line" ON "lot" USING btree ("donation_line_id");--> statement-breakpoint
CREATE INDEX "lot_item" ON "lot" USING btree ("item_id","size","best_before");--> statement-breakpoint
CREATE INDEX "movement_scope_from" ON "movement" USING btree ("county_from","recorded_at");--> statement-breakpoint
CREATE INDEX "movement_scope_to" ON "movement" USING btree ("county_to","recorded_at") WHERE "movement"."county_to" <> "movement"."county_from";--> statement-breakpoint
CREATE INDEX "movement_cause" ON "movement" USING btree ("cause_id");--> statement-breakpoint
CREATE UNIQUE INDEX "movement_reverses" ON "movement" USING btree ("reverses") WHERE "movement"."reverses" is not null;--> statement-breakpoint
CREATE INDEX "movement_line_lot" ON "movement_line" USING btree ("lot_id","movement_id");--> statement-breakpoint
CREATE INDEX "movement_line_from_parcel" ON "movement_line" USING btree ("from_parcel_id") WHERE "movement_line"."from_parcel_id" not in ('00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff');--> statement-breakpoint
CREATE INDEX "movement_line_to_parcel" ON "movement_line" USING btree ("to_parcel_id") WHERE "movement_line"."to_parcel_id" not in ('00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff');--> statement-breakpoint
CREATE INDEX "movement_line_allocation_line" ON "movement_line" USING btree ("allocation_line_id") WHERE "movement_line"."allocation_line_id" is not null;--> statement-breakpoint
CREATE INDEX "membership_user" ON "membership" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "membership_organisation" ON "membership" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "sign_in_failure_account" ON "sign_in_failure" USING btree ("account_hash","at");--> statement-breakpoint
CREATE INDEX "sign_in_failure_address" ON "sign_in_failure" USING btree ("address_hash","at");--> statement-breakpoint
CREATE INDEX "organisation_county" ON "organisation" USING btree ("county_code","kind");--> statement-breakpoint
CREATE INDEX "place_county" ON "place" USING btree ("county_code","kind");--> statement-breakpoint
CREATE INDEX "place_organisation" ON "place" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "programme_place" ON "programme" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "parcel_place" ON "parcel" USING btree ("county_code","place_id");--> statement-breakpoint
CREATE INDEX "household_county" ON "household" USING btree ("county_code","organisation_id");--> statement-breakpoint
CREATE INDEX "household_member_household" ON "household_member" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "household_member_person" ON "household_member" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "identity_access_county" ON "identity_access" USING btree ("county_code","at");--> statement-breakpoint
CREATE INDEX "person_county" ON "person" USING btree ("county_code","organisation_id");--> statement-breakpoint
CREATE INDEX "person_category_person" ON "person_category" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_identity_blind" ON "person_identity" USING btree ("county_code","field","blind_index");--> statement-breakpoint
CREATE UNIQUE INDEX "person_identity_one_id_number" ON "person_identity" USING btree ("county_code","blind_index") WHERE "person_identity"."field" = 'id_number' and "person_identity"."blind_index" is not null;--> statement-breakpoint
CREATE INDEX "request_county" ON "request" USING btree ("county_code","status","need_by");--> statement-breakpoint
CREATE INDEX "request_place" ON "request" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "request_line_item" ON "request_line" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "over_claim_shipment" ON "over_claim" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "receipt_shipment" ON "receipt" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "receipt_line_shipment_line" ON "receipt_line" USING btree ("shipment_line_id");--> statement-breakpoint
CREATE INDEX "shipment_from" ON "shipment" USING btree ("from_county_code","from_place_id","status");--> statement-breakpoint
CREATE INDEX "shipment_to" ON "shipment" USING btree ("to_county_code","to_place_id","status");--> statement-breakpoint
CREATE INDEX "shipment_line_shipment" ON "shipment_line" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "shipment_line_allocation" ON "shipment_line" USING btree ("allocation_line_id");--> statement-breakpoint
CREATE INDEX "stocktake_place" ON "stocktake" USING btree ("county_code","place_id");--> statement-breakpoint
CREATE INDEX "stocktake_line_stocktake" ON "stocktake_line" USING btree ("stocktake_id");