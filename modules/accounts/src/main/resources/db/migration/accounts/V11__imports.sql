-- Members who are to be created from a file: first looked through, then created bit by bit.
create table account_import (
    id            bigint       not null primary key,
    enterprise_id bigint       not null,
    member_id     bigint       not null,
    actor_name    varchar(100) not null,
    address       varchar(64)  not null,
    file_name     varchar(200) not null,
    state         varchar(16)  not null,
    -- What the passwords that are good once are made from; gone once they were handed over.
    secret        char(64)     null,
    created_at    datetime(6)  not null,
    finished_at   datetime(6)  null,
    key account_import_of_member (enterprise_id, member_id, id)
);

create table account_import_row (
    import_id     bigint        not null,
    line          int           not null,
    enterprise_id bigint        not null,
    login_id      varchar(100)  not null,
    name          varchar(200)  not null,
    email         varchar(300)  not null,
    phone         varchar(100)  not null,
    roles         varchar(2000) not null,
    state         varchar(16)   not null,
    problem       varchar(64)   null,
    about         varchar(200)  null,
    primary key (import_id, line),
    key account_import_row_of_state (import_id, state, line),
    constraint account_import_row_import foreign key (import_id) references account_import (id) on delete cascade
);
