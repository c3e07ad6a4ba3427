DROP INDEX "movement_scope_to";--> statement-breakpoint
CREATE INDEX "movement_scope_to" ON "movement" USING btree ("county_to","recorded_at") WHERE "movement"."county_to" <> "movement"."county_from";