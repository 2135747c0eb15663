-- The link that is printed as long as there is no enterprise account.
create table account_first_start (
    hash       binary(32)  not null primary key,
    created_at datetime(6) not null
);

create table account_invitation (
    id            bigint       not null primary key,
    enterprise_id bigint       not null,
    email         varchar(254) not null,
    login_id      varchar(64)  not null,
    name          varchar(100) not null,
    language      varchar(16)  not null,
    -- As they were wished: role and shop by their ids, asked for again when the invitation is accepted.
    grants        text         not null,
    invited_by    bigint       not null,
    -- SHA-256 of what the link holds, none before the first link was made.
    hash          binary(32)   null,
    -- Another with every link that is asked for, so that each is sent once.
    round         int          not null,
    sent_round    int          not null,
    created_at    datetime(6)  not null,
    expires_at    datetime(6)  not null,
    ended_as      varchar(16)  null,
    constraint account_invitation_hash unique (hash),
    key account_invitation_by_time (enterprise_id, id),
    constraint account_invitation_enterprise foreign key (enterprise_id) references account_enterprise (id)
);

create table account_password_reset (
    id            bigint      not null primary key,
    enterprise_id bigint      not null,
    member_id     bigint      not null,
    hash          binary(32)  not null,
    expires_at    datetime(6) not null,
    constraint account_password_reset_hash unique (hash),
    key account_password_reset_of_member (enterprise_id, member_id),
    constraint account_password_reset_member foreign key (member_id) references account_member (id) on delete cascade
);
