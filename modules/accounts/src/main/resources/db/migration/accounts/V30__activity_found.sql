-- Members leaf through their own lines, and everybody with the right looks for one action among many.
create index account_activity_by_member on account_activity (enterprise_id, member_id, id);
create index account_activity_by_action on account_activity (enterprise_id, action, id);
