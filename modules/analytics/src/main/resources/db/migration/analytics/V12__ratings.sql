-- What buyers said of conversations that had ended.
create table analytics_rating (
    conversation_id bigint      not null primary key,
    enterprise_id   bigint      not null,
    shop_id         bigint      not null,
    -- Who had it when it ended.
    member_id       bigint      not null,
    source          varchar(32) not null,
    at              datetime(6) not null,
    -- From one to five.
    stars           tinyint     not null,
    key analytics_rating_by_time (enterprise_id, at, shop_id, member_id, source, stars),
    key analytics_rating_by_member (enterprise_id, member_id, at)
);

alter table analytics_day
    add column ratings int not null default 0,
    add column stars   int not null default 0;
