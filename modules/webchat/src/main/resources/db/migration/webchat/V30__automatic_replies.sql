-- When a buyer last got each kind of automatic reply.
create table webchat_automatic (
    buyer_id      bigint      not null,
    kind          varchar(32) not null,
    enterprise_id bigint      not null,
    sent_at       datetime(6) not null,
    primary key (buyer_id, kind)
);
