-- What a shop answers by itself, and the hours in which it answers.
create table chatgroup_replies (
    shop_id       bigint        not null primary key,
    enterprise_id bigint        not null,
    first_on      boolean       not null,
    first_text    varchar(1000) not null,
    outside_on    boolean       not null,
    outside_text  varchar(1000) not null,
    nobody_on     boolean       not null,
    nobody_text   varchar(1000) not null,
    -- By weekday, such as MONDAY 09:00 18:00; a day that is not named is closed.
    hours         varchar(255)  not null
);
