create table analytics_closing (
    conversation_id bigint      not null primary key,
    enterprise_id   bigint      not null,
    shop_id         bigint      not null,
    -- Who owned it at that moment, and is credited with the closing.
    member_id       bigint      not null,
    at              datetime(6) not null,
    by_system       boolean     not null,
    unanswered      boolean     not null,
    -- Holds all that a day's count needs.
    key analytics_closing_by_time (enterprise_id, at, shop_id, member_id, by_system)
);

create table analytics_assignment (
    conversation_id bigint      not null,
    at              datetime(6) not null,
    cause           varchar(32) not null,
    reason          varchar(32) not null,
    enterprise_id   bigint      not null,
    shop_id         bigint      not null,
    -- Null when it was put into the staging area.
    member_id       bigint      null,
    -- What makes a decision the same one when it is told twice.
    primary key (conversation_id, at, cause, reason),
    key analytics_assignment_by_time (enterprise_id, at)
);
