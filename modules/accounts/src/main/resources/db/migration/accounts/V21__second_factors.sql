-- The authenticator app of a member; not asked for before its first code has been confirmed.
create table account_authenticator (
    member_id     bigint        not null primary key,
    enterprise_id bigint        not null,
    secret        varbinary(64) not null,
    confirmed_at  datetime(6)   null,
    -- The half minute of the last code that was taken: a code is good once.
    last_step     bigint        not null default 0,
    constraint account_authenticator_member foreign key (member_id) references account_member (id) on delete cascade
);

create table account_recovery_code (
    member_id     bigint     not null,
    -- SHA-256 of the code, which is random enough to need no salt.
    hash          binary(32) not null,
    enterprise_id bigint     not null,
    primary key (member_id, hash),
    constraint account_recovery_code_member foreign key (member_id) references account_member (id) on delete cascade
);

create table account_passkey (
    id              bigint          not null primary key,
    enterprise_id   bigint          not null,
    member_id       bigint          not null,
    credential_id   varbinary(1023) not null,
    public_key      varbinary(2048) not null,
    attestation     blob            not null,
    sign_count      bigint          not null,
    verified        boolean         not null,
    backup_eligible boolean         not null,
    backed_up       boolean         not null,
    transports      varchar(200)    not null,
    label           varchar(100)    not null,
    created_at      datetime(6)     not null,
    last_used_at    datetime(6)     null,
    constraint account_passkey_credential unique (credential_id),
    key account_passkey_of_member (enterprise_id, member_id),
    constraint account_passkey_member foreign key (member_id) references account_member (id) on delete cascade
);
