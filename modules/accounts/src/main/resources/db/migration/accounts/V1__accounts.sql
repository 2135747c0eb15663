create table account_enterprise (
    id         bigint       not null primary key,
    code       varchar(32)  not null,
    name       varchar(100) not null,
    zone       varchar(64)  not null,
    -- Another with every change of members, roles, grants, shops or tokens: a snapshot of them is valid for one version.
    version    bigint       not null default 1,
    created_at datetime(6)  not null,
    constraint account_enterprise_code unique (code)
);

create table account_member (
    id            bigint       not null primary key,
    enterprise_id bigint       not null,
    login_id      varchar(64)  not null,
    name          varchar(100) not null,
    email         varchar(254) null,
    phone         varchar(32)  null,
    -- One main account per enterprise: the key is null for everybody else.
    main          boolean      not null,
    main_key      bigint generated always as (case when main then enterprise_id end) stored,
    status        varchar(16)  not null,
    password_hash varchar(200) not null,
    created_at    datetime(6)  not null,
    constraint account_member_login unique (enterprise_id, login_id),
    constraint account_member_one_main unique (main_key),
    constraint account_member_enterprise foreign key (enterprise_id) references account_enterprise (id)
);

create table account_role (
    id            bigint       not null primary key,
    enterprise_id bigint       not null,
    name          varchar(50)  not null,
    description   varchar(200) not null default '',
    built_in      boolean      not null,
    created_at    datetime(6)  not null,
    constraint account_role_name unique (enterprise_id, name),
    constraint account_role_enterprise foreign key (enterprise_id) references account_enterprise (id)
);

create table account_role_permission (
    role_id    bigint      not null,
    permission varchar(32) not null,
    primary key (role_id, permission),
    constraint account_role_permission_role foreign key (role_id) references account_role (id) on delete cascade
);

create table account_shop (
    id            bigint       not null primary key,
    enterprise_id bigint       not null,
    name          varchar(100) not null,
    region        char(2)      not null,
    status        varchar(16)  not null,
    created_at    datetime(6)  not null,
    constraint account_shop_name unique (enterprise_id, name),
    constraint account_shop_enterprise foreign key (enterprise_id) references account_enterprise (id)
);

-- A role of a member in one shop; shop 0 stands for every shop, also those to come.
create table account_grant (
    member_id     bigint not null,
    role_id       bigint not null,
    shop_id       bigint not null,
    enterprise_id bigint not null,
    primary key (member_id, role_id, shop_id),
    key account_grant_enterprise (enterprise_id),
    constraint account_grant_member foreign key (member_id) references account_member (id) on delete cascade,
    constraint account_grant_role foreign key (role_id) references account_role (id)
);

create table account_token (
    id            bigint       not null primary key,
    enterprise_id bigint       not null,
    name          varchar(100) not null,
    -- SHA-256 of the token, which is random enough to need no salt.
    hash          binary(32)   not null,
    scopes        varchar(500) not null,
    created_at    datetime(6)  not null,
    constraint account_token_hash unique (hash),
    constraint account_token_enterprise foreign key (enterprise_id) references account_enterprise (id)
);

create table account_activity (
    id            bigint       not null primary key,
    enterprise_id bigint       not null,
    at            datetime(6)  not null,
    member_id     bigint       null,
    actor_name    varchar(100) not null,
    address       varchar(64)  not null,
    action        varchar(64)  not null,
    subject       varchar(200) not null,
    shop_id       bigint       null,
    before_json   longtext     not null,
    after_json    longtext     not null,
    key account_activity_by_time (enterprise_id, id)
);
