alter table account_member add column language varchar(16) null;

-- A sign-in that is still good. The browser's cookie is kept elsewhere; this row says whose it is and whether it was ended.
create table account_session (
    id            bigint       not null primary key,
    enterprise_id bigint       not null,
    member_id     bigint       not null,
    agent         varchar(300) not null,
    address       varchar(64)  not null,
    began_at      datetime(6)  not null,
    used_at       datetime(6)  not null,
    -- Kept for a while after its end, so that the browser that still holds it is refused.
    ended_at      datetime(6)  null,
    key account_session_of_member (enterprise_id, member_id, ended_at),
    key account_session_ended (enterprise_id, ended_at),
    key account_session_used (used_at),
    constraint account_session_member foreign key (member_id) references account_member (id) on delete cascade
);

alter table account_token add column last_used_at datetime(6) null;
