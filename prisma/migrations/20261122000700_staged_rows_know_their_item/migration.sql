-- The item's id is drawn when its row is staged, so that item and seal are written from the row alone, without a join.
ALTER TABLE "import_row" ADD COLUMN "item_id" UUID NOT NULL DEFAULT gen_random_uuid();
