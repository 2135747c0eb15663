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
    id            bigint      not null primary key,
    enterprise_id bigint      not null,
    shop_id       bigint      not null,
    name          varchar(50) not null,
    created_at    datetime(6) not null,
    key chatgroup_group_enterprise (enterprise_id),
    constraint chatgroup_group_name unique (shop_id, name)
);

create table chatgroup_group_source (
    group_id bigint      not null,
    source   varchar(32) not null,
    primary key (group_id, source),
    constraint chatgroup_group_source_group foreign key (group_id) references chatgroup_group (id) on delete cascade
);

create table chatgroup_group_member (
    shop_id   bigint not null,
    member_id bigint not null,
    group_id  bigint not null,
    -- A member is in one group of a shop (rules 7).
    primary key (shop_id, member_id),
    key chatgroup_group_member_group (group_id),
    constraint chatgroup_group_member_group_fk foreign key (group_id) references chatgroup_group (id) on delete cascade
);
