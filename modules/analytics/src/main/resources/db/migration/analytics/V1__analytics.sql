create table analytics_closing (
    conversation_id bigint      not null primary key,
    enterprise_id   bigint      not null,
    shop_id         bigint      not null,
    member_id       bigint      not null,
    at              datetime(6) not null,
    by_system       boolean     not null,
    unanswered      boolean     not null,
    key analytics_closing_by_time (enterprise_id, at)
);

create table analytics_assignment (
    id              bigint      not null primary key,
    enterprise_id   bigint      not null,
    shop_id         bigint      not null,
    conversation_id bigint      not null,
    member_id       bigint      null,
    cause           varchar(32) not null,
    reason          varchar(32) not null,
    at              datetime(6) not null,
    key analytics_assignment_by_time (enterprise_id, at)
);
