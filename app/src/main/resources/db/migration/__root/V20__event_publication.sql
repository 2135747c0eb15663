-- What must still happen outside the database. The library's own script cuts events off after 4,000 characters, which
-- would fail whoever said them.
create table EVENT_PUBLICATION (
    ID                     varchar(36)  not null primary key,
    LISTENER_ID            varchar(512) not null,
    EVENT_TYPE             varchar(512) not null,
    SERIALIZED_EVENT       longtext     not null,
    PUBLICATION_DATE       datetime(6)  not null,
    COMPLETION_DATE        datetime(6)  null,
    STATUS                 varchar(20)  null,
    COMPLETION_ATTEMPTS    int          null,
    LAST_RESUBMISSION_DATE datetime(6)  null,
    key EVENT_PUBLICATION_BY_STATUS (STATUS, PUBLICATION_DATE),
    key EVENT_PUBLICATION_BY_COMPLETION (COMPLETION_DATE)
);
