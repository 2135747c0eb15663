-- Of a day gone by, those that ended after it are found one for each member, not among all that came since.
alter table routing_stretch
    add key routing_stretch_of_member (member_id, ended_at, started_at);
