create table webhook_hook (
    id            bigint        not null primary key,
    enterprise_id bigint        not null,
    url           varchar(2000) character set ascii collate ascii_bin not null,
    topics        varchar(500)  not null,
    -- Sealed under a key that is not in the database.
    secret        varbinary(255) not null,
    created_at    datetime(6)   not null,
    key webhook_hook_by_enterprise (enterprise_id, id)
);

-- One row for each event and each webhook that hears it, written in the transaction of the event.
create table webhook_delivery (
    id            bigint      not null primary key,
    enterprise_id bigint      not null,
    hook_id       bigint      not null,
    topic         varchar(64) not null,
    -- As it is signed and sent, the same at every attempt.
    body          text        not null,
    at            datetime(6) not null,
    attempts      int         not null,
    state         varchar(16) not null,
    -- What came of the last attempt: the receiver's answer, or why there was none.
    status        int         null,
    trouble       varchar(32) null,
    -- Null when it is over.
    next_at       datetime(6) null,
    key webhook_delivery_due (enterprise_id, hook_id, next_at),
    key webhook_delivery_by_hook (enterprise_id, hook_id, id),
    key webhook_delivery_by_age (at)
);
