-- One lane per enterprise: whoever holds its row decides.
create table routing_lane (
    enterprise_id bigint not null primary key
);

create table routing_presence (
    member_id     bigint      not null primary key,
    enterprise_id bigint      not null,
    state         varchar(16) not null,
    since         datetime(6) not null,
    last_seen     datetime(6) not null,
    -- The person's own choice of 掛斷, which outlives connections.
    hidden        boolean     not null,
    key routing_presence_enterprise (enterprise_id),
    key routing_presence_due (state, last_seen)
);

-- When an agent last got a conversation. Apart from their presence, since only lanes write it.
create table routing_last_assigned (
    member_id     bigint      not null primary key,
    enterprise_id bigint      not null,
    at            datetime(6) not null,
    key routing_last_assigned_enterprise (enterprise_id)
);

create table routing_stretch (
    id            bigint      not null primary key,
    enterprise_id bigint      not null,
    member_id     bigint      not null,
    state         varchar(16) not null,
    started_at    datetime(6) not null,
    -- Null while it goes on; then its end is the member's last heartbeat.
    ended_at      datetime(6) null,
    open_member   bigint generated always as (case when ended_at is null then member_id end) stored,
    constraint routing_stretch_one_open unique (open_member),
    key routing_stretch_by_time (enterprise_id, ended_at, started_at)
);

create table routing_staging (
    conversation_id bigint      not null primary key,
    enterprise_id   bigint      not null,
    shop_id         bigint      not null,
    source          varchar(32) not null,
    -- ASKED: not decided yet. WAITING: in the staging area. HELD: kept for the last handler until held_until.
    phase           varchar(16) not null,
    cause           varchar(32) not null,
    asked_at        datetime(6) not null,
    owner_id        bigint      null,
    last_handler_id bigint      null,
    last_talked_at  datetime(6) null,
    held_until      datetime(6) null,
    key routing_staging_by_phase (enterprise_id, phase, asked_at, conversation_id),
    key routing_staging_by_shop (enterprise_id, phase, shop_id, asked_at, conversation_id),
    key routing_staging_by_owner (enterprise_id, phase, owner_id),
    key routing_staging_by_handler (enterprise_id, phase, last_handler_id),
    key routing_staging_due (phase, held_until)
);

create table routing_decision (
    id              bigint      not null primary key,
    enterprise_id   bigint      not null,
    shop_id         bigint      not null,
    conversation_id bigint      not null,
    at              datetime(6) not null,
    cause           varchar(32) not null,
    reason          varchar(32) not null,
    member_id       bigint      null,
    trace           longtext    not null,
    key routing_decision_by_conversation (conversation_id, id),
    key routing_decision_by_shop (enterprise_id, shop_id, id)
);
