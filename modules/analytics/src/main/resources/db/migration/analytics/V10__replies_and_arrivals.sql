-- Conversations by the buyers' first messages.
create table analytics_conversation (
    conversation_id bigint      not null primary key,
    enterprise_id   bigint      not null,
    shop_id         bigint      not null,
    source          varchar(32) not null,
    -- Whether the buyer had written to the shop before.
    came_back       boolean     not null,
    opened_at       datetime(6) not null,
    -- From then on an answer is late, and who has it no longer matters.
    late_at         datetime(6) not null,
    -- Who answered in time or, failing that, had it last before it was late; null while nobody has had it.
    member_id       bigint      null,
    assigned_at     datetime(6) not null,
    answered_at     datetime(6) null,
    answered_in_time boolean    not null default false,
    -- Holds all that a day's count needs.
    key analytics_conversation_by_time (enterprise_id, opened_at, shop_id, member_id, source, came_back, answered_in_time)
);

-- The agents' first messages to buyers who were waiting for an answer.
create table analytics_reply (
    message_id      bigint      not null primary key,
    enterprise_id   bigint      not null,
    shop_id         bigint      not null,
    conversation_id bigint      not null,
    member_id       bigint      not null,
    source          varchar(32) not null,
    at              datetime(6) not null,
    -- How long the buyer had waited.
    seconds         int         not null,
    first_reply     boolean     not null,
    key analytics_reply_by_time (enterprise_id, at, shop_id, member_id, source, first_reply, seconds),
    key analytics_reply_by_member (enterprise_id, member_id, at)
);

alter table analytics_closing
    add column source varchar(32) not null default 'OTHER',
    drop key analytics_closing_by_time,
    add key analytics_closing_by_time (enterprise_id, at, shop_id, member_id, source, by_system, unanswered),
    add key analytics_closing_by_member (enterprise_id, member_id, at);

alter table analytics_assignment
    -- Who had it before.
    add column from_id bigint null,
    add column source varchar(32) not null default 'OTHER',
    drop key analytics_assignment_by_time,
    add key analytics_assignment_by_time (enterprise_id, cause, at, shop_id, from_id, member_id, source),
    add key analytics_assignment_by_member (enterprise_id, member_id, at, reason);
