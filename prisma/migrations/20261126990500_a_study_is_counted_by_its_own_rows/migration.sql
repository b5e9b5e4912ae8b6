-- Overview and batches read the seats of one study; items' histories, rounds and withdrawals look for an item's disputes and threads.
create index seat_of_study on seat (study_id, submitted_at) include (batch_id);
create index adjudication_of_item on adjudication (item_id);
create index thread_of_item on thread (item_id);
