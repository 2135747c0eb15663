-- Holds all that a list of answers shows.
alter table analytics_reply
    drop key analytics_reply_by_time,
    add key analytics_reply_by_time (enterprise_id, at, shop_id, member_id, source, first_reply, seconds, conversation_id);
