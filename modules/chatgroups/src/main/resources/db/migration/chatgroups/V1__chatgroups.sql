create table chatgroup_shop (
    shop_id       bigint      not null primary key,
    enterprise_id bigint      not null,
    enabled       boolean     not null,
    include_main  boolean     not null,
    cap           int         not null,
    tie_break     varchar(32) not null,
    key chatgroup_shop_enterprise (enterprise_id),
    constraint chatgroup_shop_cap check (cap between 1 and 1000)
);

create table chatgroup_group (
    id            bigint       not null primary key,
    enterprise_id bigint       not null,
    shop_id       bigint       not null,
    -- Bytes, as the general collation takes any two emojis for the same.
    name          varchar(50)  character set utf8mb4 collate utf8mb4_bin not null,
    -- Codes with commas between them; they are only ever read together.
    sources       varchar(200) not null,
    created_at    datetime(6)  not null,
    constraint chatgroup_group_name unique (shop_id, name),
    constraint chatgroup_group_of_shop unique (id, shop_id),
    constraint chatgroup_group_named check (name <> ''),
    constraint chatgroup_group_has_source check (sources <> ''),
    constraint chatgroup_group_shop foreign key (shop_id) references chatgroup_shop (shop_id)
);

create table chatgroup_group_member (
    shop_id       bigint not null,
    member_id     bigint not null,
    group_id      bigint not null,
    enterprise_id bigint not null,
    -- A member is in one group of a shop (rules 7).
    primary key (shop_id, member_id),
    key chatgroup_group_member_group (group_id, shop_id),
    constraint chatgroup_group_member_group_fk foreign key (group_id, shop_id)
        references chatgroup_group (id, shop_id) on delete cascade
);
