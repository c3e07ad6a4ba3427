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
CREATE INDEX "division_parent_index" ON "division" USING btree ("parent_code");--> statement-breakpoint
CREATE INDEX "division_name_characters_index" ON "division" USING gin (string_to_array("name", null));--> statement-breakpoint
CREATE INDEX "division_reading_pinyin_index" ON "division_reading" USING btree ("pinyin" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "division_reading_initials_index" ON "division_reading" USING btree ("initials" text_pattern_ops);