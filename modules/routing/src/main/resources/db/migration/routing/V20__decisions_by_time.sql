-- A shop's log is read newest first, by moment, and asked for an agent or a reason: all of that is in the index.
alter table routing_decision
    drop key routing_decision_by_shop,
    add key routing_decision_by_time (enterprise_id, shop_id, at, id, member_id, reason);
